#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libreview/registers/accounts.hpp"

namespace review {

/// Whom an identity provider calls what. Neither a name nor a mail address: the provider may give those to somebody
/// else.
struct SignOnIdentity {
  std::string issuer;   ///< of the provider, as it writes it
  std::string subject;  ///< the person there
};

/// Which accounts of other providers open which account here. Nobody is made by signing on: an identity is bound to
/// somebody who was invited. Each change is in the access log, in the same transaction.
class SignOnIdentities {
 public:
  SignOnIdentities(Store& store, Random& random) : store_(store), random_(random) {}

  /// The identity opens the person's account from now on. `not-found` without an account that is let in, `malformed`
  /// for an empty or overlong identity, `already-recorded` for one that opens another's.
  Result<Account> bind(const std::string& person, const SignOnIdentity& identity, const std::string& by, Instant now);
  /// The same by the person's invitation, which is used up. Refused as `Accounts::opened` is, too.
  Result<Account> take_up(const Opening& opening, const SignOnIdentity& identity, Instant now);
  /// The account that the identity opens; nothing if none, or if it is shut out.
  [[nodiscard]] std::optional<Account> find(const SignOnIdentity& identity);
  /// The same for somebody who comes with it, which is noted. `not-found` if it opens none.
  Result<Account> arrive(const SignOnIdentity& identity, bool second_factor, Instant now);
  /// All that open the person's account.
  [[nodiscard]] std::vector<SignOnIdentity> of(std::string_view person);

 private:
  [[nodiscard]] std::optional<std::string> holder(const SignOnIdentity& identity);

  Store& store_;
  Random& random_;
};

}  // namespace review
