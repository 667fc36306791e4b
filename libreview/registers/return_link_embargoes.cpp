#include "libreview/registers/return_link_embargoes.hpp"

namespace review {

void ReturnLinkEmbargoes::keep(std::string_view link, const std::set<std::string>& embargoes) {
  store_.require_transaction();
  for (const auto& embargo : embargoes) {
    store_.prepare("INSERT INTO return_link_embargoes(link, embargo) VALUES (?, ?)").with(link, embargo).run();
  }
}

std::set<std::string> ReturnLinkEmbargoes::of(std::string_view link) {
  return store_.reading([&] {
    std::set<std::string> all;
    auto rows = store_.prepare("SELECT embargo FROM return_link_embargoes WHERE link = ?");
    rows.give(link);
    while (rows.step()) all.insert(rows.text(0));
    return all;
  });
}

}  // namespace review
