#include "reviewd/identity/reader_now.hpp"

#include "libreview/registers/roster.hpp"
#include "reviewd/base/now.hpp"
#include "reviewd/identity/reader_of.hpp"

namespace reviewd {

std::optional<review::Reader> reader_now(Storage& storage, const std::string& person, std::string_view as) {
  const auto account = storage.accounts().find(person);
  if (account && !account->disabled.empty()) return std::nullopt;
  if (!account && !review::Roster(storage.store()).people_with(as, now(std::nullopt).now).contains(person)) {
    return std::nullopt;
  }
  const auto role = review::find_role(account ? std::string_view(account->role) : as);
  if (!role) return std::nullopt;
  auto reader = reader_of(storage, person, *role, account ? account->agency : std::string());
  reader.glass.clear();
  return reader;
}

}  // namespace reviewd
