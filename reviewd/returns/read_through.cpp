#include "reviewd/returns/read_through.hpp"

#include "libreview/desk/desk.hpp"
#include "libreview/registers/return_link_embargoes.hpp"
#include "reviewd/identity/reader_now.hpp"

namespace reviewd {

std::set<std::string> read_through(Storage& storage, const std::string& case_id, const review::Reader& reader) {
  std::set<std::string> names;
  const auto moment = storage.moment();
  const auto file = storage.views().find(case_id);
  if (!file || !storage.desk().sees(case_id, reader, moment)) return names;
  for (const auto& one : storage.desk().embargoed(*file, reader, moment).open) {
    if (one.case_id == case_id && one.coverage.identity) names.insert(one.embargo);
  }
  return names;
}

std::set<std::string> shown_through(Storage& storage, const std::string& case_id, const std::string& link) {
  const auto then = review::ReturnLinkEmbargoes(storage.store()).of(link);
  if (then.embargoes.empty()) return {};
  const auto maker = reader_now(storage, then.person, then.role);
  if (!maker) return {};
  auto names = read_through(storage, case_id, *maker);
  std::erase_if(names, [&](const std::string& one) { return !then.embargoes.contains(one); });
  return names;
}

}  // namespace reviewd
