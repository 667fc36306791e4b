#include <fmt/format.h>

#include "libreview/registers/accounts.hpp"
#include "libreview/store/access_log.hpp"

namespace review {

Result<Account> Accounts::change_role(const std::string& person, const std::string& role, const std::string& agency,
                                      const std::string& by, Instant now) {
  if (role.empty()) return refuse(Code::malformed, "Say which role the person has.");
  return store_.in_one_transaction([&]() -> Result<Account> {
    const auto account = find(person);
    if (!account) return refuse(Code::not_found, "There is no account of that person.");
    store_.prepare("UPDATE accounts SET role = ?, agency = coalesce(nullif(?, ''), agency) WHERE person = ?")
        .with(role, agency, person)
        .run();
    // What was open under the earlier role is over. Whoever gave a link meant that role too.
    store_.prepare("UPDATE sessions SET ended = ? WHERE person = ? AND ended IS NULL").with(rfc3339(now), person).run();
    if (role != account->role) {
      store_.prepare("UPDATE invitations SET ended = ? WHERE person = ? AND ended IS NULL")
          .with(rfc3339(now), person)
          .run();
      store_.prepare("UPDATE tokens SET revoked = ? WHERE person = ? AND role = ? AND revoked IS NULL")
          .with(rfc3339(now), person, account->role)
          .run();
    }
    AccessLog(store_).add(now, by, "role-changed", person, fmt::format("from {} to {}", account->role, role));
    return *find(person);
  });
}

}  // namespace review
