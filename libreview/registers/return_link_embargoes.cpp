#include "libreview/registers/return_link_embargoes.hpp"

namespace review {

void ReturnLinkEmbargoes::keep(std::string_view link, const ReadThrough& read) {
  store_.require_transaction();
  for (const auto& embargo : read.embargoes) {
    store_.prepare("INSERT INTO return_link_embargoes(link, embargo, person, role) VALUES (?, ?, ?, ?)")
        .with(link, embargo, read.person, read.role)
        .run();
  }
}

ReadThrough ReturnLinkEmbargoes::of(std::string_view link) {
  return store_.reading([&] {
    ReadThrough read;
    auto rows = store_.prepare("SELECT embargo, person, role FROM return_link_embargoes WHERE link = ?");
    rows.give(link);
    while (rows.step()) {
      read.embargoes.insert(rows.text(0));
      read.person = rows.text(1);
      read.role = rows.text(2);
    }
    return read;
  });
}

}  // namespace review
