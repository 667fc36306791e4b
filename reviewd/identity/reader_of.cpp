#include "reviewd/identity/reader_of.hpp"

#include "reviewd/base/now.hpp"

namespace reviewd {

review::Reader reader_of(Storage& storage, std::string person, review::Role role, std::string agency) {
  review::Reader reader{std::move(person), role, std::move(agency), {}, {}, {}};
  if (reader.agency.empty()) {
    if (const auto account = storage.accounts().find(reader.person)) reader.agency = account->agency;
  }
  if (!reader.may(review::Right::break_glass)) return reader;
  for (const auto& glass : storage.glass().live(reader.person, now(std::nullopt).now)) {
    reader.glass.insert(glass.record.substr(glass.record.find('/') + 1));
  }
  return reader;
}

}  // namespace reviewd
