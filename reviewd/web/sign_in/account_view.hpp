#pragma once

#include <string>
#include <vector>

#include "libreview/registers/sessions.hpp"
#include "reviewd/web/frame/render.hpp"

namespace reviewd {

/// What is wrong with a change of password: of the field of that name; empty where nothing is.
struct PasswordFaults {
  std::string old{};
  std::string fresh{};
  std::string again{};

  [[nodiscard]] bool any() const { return !old.empty() || !fresh.empty() || !again.empty(); }
};

/// What the page of one's own account is made of.
struct AccountFacts {
  std::string person;
  review::Role role;
  bool has_password = true;
  bool second_step = false;
  int recovery_codes = 0;
  std::vector<review::Session> sessions;  ///< the newest request first
  std::string session;                    ///< the id of this one
  int failed = 0;                         ///< tries to sign in that failed in the last seven days
  std::string done;                       ///< what was just done: `password`, `second-step-off`, `signed-out`, or empty
  review::Instant now;
};

/// The person's own account: what they are, the password, the second step, where they are signed in.
[[nodiscard]] View account_view(const AccountFacts& facts);
/// The form to change one's password.
[[nodiscard]] View password_view(std::size_t shortest, const PasswordFaults& faults);

/// `just now`, `12 minutes ago`, `3 hours ago`.
[[nodiscard]] std::string ago_words(review::Instant then, review::Instant now);

}  // namespace reviewd
