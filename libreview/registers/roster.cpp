#include "libreview/registers/roster.hpp"

namespace review {

std::set<std::string> Roster::people_with(std::string_view role, Instant now) {
  return store_.reading([&] {
    std::set<std::string> people;
    auto rows = store_.prepare(
        "SELECT person FROM accounts WHERE role = ?1 AND disabled IS NULL "
        "UNION SELECT person FROM tokens WHERE role = ?1 AND revoked IS NULL AND expires > ?2");
    rows.give(std::string(role), rfc3339(now));
    while (rows.step()) people.insert(rows.text(0));
    return people;
  });
}

}  // namespace review
