#pragma once

#include <optional>
#include <set>
#include <string>

#include "libreview/access/role.hpp"

namespace review {

/// Who reads or records.
struct Reader {
  std::string person;  ///< bare id
  Role role;
  std::string agency{};                          ///< bare id or body of the law that the person speaks for; empty: none
  std::set<Right> scopes{};                      ///< of a token: the only rights it uses; empty: all of the role
  std::optional<std::set<std::string>> cases{};  ///< of a token: the only cases it opens
  std::set<std::string> glass{};                 ///< cases that the person opened for a while, for a reason
  std::set<std::string> asked{};                 ///< cases in which a link waits for this contact's answer

  /// Whether the role has the right, and the token's scopes do not leave it out.
  [[nodiscard]] bool may(Right right) const {
    return review::may(role, right) && (scopes.empty() || scopes.contains(right));
  }
  bool operator==(const Reader&) const = default;
};

}  // namespace review
