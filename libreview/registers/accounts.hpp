#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libreview/calendar/instant.hpp"
#include "libreview/registers/opening.hpp"
#include "libreview/store/random.hpp"
#include "libreview/store/store.hpp"

namespace review {

/// How long an invitation can be taken up.
inline constexpr std::chrono::days invitation_life{7};

/// Somebody who can sign in on the pages.
struct Account {
  std::string person;          ///< bare id
  std::string role;            ///< as given; which roles there are is not decided here
  std::string password;        ///< its argon2id digest in the form of `crypto_pwhash_str`; empty until it is chosen
  std::string made;            ///< RFC 3339 UTC with milliseconds, as the others
  std::string disabled;        ///< empty while the person may sign in
  std::string name;            ///< for screens; may be empty
  std::string agency;          ///< that the person speaks for; empty for none
  std::string last_signed_in;  ///< empty before the first time
};

/// What an account says of its person besides the role. What is empty stays as it is.
struct AccountDetails {
  std::string name{};    ///< for screens: `Asha Verma`
  std::string agency{};  ///< bare id or body of the law
};

/// An invitation just made. `line` is shown once and kept nowhere.
struct [[nodiscard]] Invitation {
  std::string person;
  std::string expires;
  std::string line;   ///< `rvw_…`
  bool wants_code{};  ///< whether the link asks for the code that whoever agreed to it was shown
};

/// Accounts of people and the invitations with which they choose their password. Of a password the store has the slow
/// digest, of an invitation the SHA-256 of its secret. Each change is in the access log, in the same transaction.
class Accounts {
 public:
  Accounts(Store& store, Random& random) : store_(store), random_(random) {}

  /// Makes the account if missing, sets its role, lets it in again if it was disabled, and ends its password, its
  /// sessions, its accounts elsewhere and its earlier invitations. `malformed` for a person whose name is no id, and
  /// for an empty role; `second-person-required` where the account has another role or speaks for another agency: see
  /// `change_role`. With `code_digest` (of `Approval`) the link opens nothing without that code.
  Result<Invitation> invite(const std::string& person, const std::string& role, const std::string& by, Instant now,
                            const AccountDetails& details = {}, const std::string& code_digest = {});
  /// The person whom a live invitation is for.
  [[nodiscard]] std::optional<std::string> invited(std::string_view line, Instant now);
  /// Whether a live invitation asks for a code.
  [[nodiscard]] bool wants_code(std::string_view line, Instant now);
  /// Whose account it opens. `not-found` unless the invitation is live, `malformed` at `/code` unless the code is that
  /// of the invitation.
  [[nodiscard]] Result<std::string> opened(const Opening& opening, Instant now);
  /// Sets the password with an invitation, which is used up. Refused as `opened` is.
  Result<Account> accept(const Opening& opening, const std::string& password, Instant now);
  /// Uses an invitation up without a password: the person signs on elsewhere. Refused as `opened` is.
  Result<Account> take_up(const Opening& opening, Instant now);
  /// An invitation for somebody who cannot sign in any more, who keeps the role: password, sessions and known browsers
  /// are over, and with `second_factor` that too. `not-found` without an account that is in use. `code_digest`: as of
  /// `invite`.
  Result<Invitation> reset(const std::string& person, bool second_factor, const std::string& by, Instant now,
                           const std::string& code_digest = {});
  /// Another digest of the password that the person chose: made with a newer pepper or more memory. Nothing happens
  /// where `old` is no longer the one kept.
  Result<void> renew_digest(const std::string& person, const std::string& old, const std::string& digest);
  /// The person chose another password. `stale` where `old` is no longer the digest kept.
  Result<void> change_password(const std::string& person, const std::string& old, const std::string& digest,
                               Instant now);
  /// From now on the person cannot sign in: all sessions are over, the tokens are revoked and accounts elsewhere
  /// forgotten. `not-found` without an account.
  Result<Account> disable(const std::string& person, const std::string& by, Instant now);

  [[nodiscard]] std::optional<Account> find(std::string_view person);
  /// Gives the account another role, and another agency unless that is empty, and ends its sessions: whoever is signed
  /// in signs in again. The person's tokens with the earlier role are revoked. Whether a second person agreed is not
  /// asked here. `not-found` without an account.
  Result<Account> change_role(const std::string& person, const std::string& role, const std::string& agency,
                              const std::string& by, Instant now);
  /// All accounts by person.
  [[nodiscard]] std::vector<Account> list();

 private:
  void end_what_opens(const std::string& person, const std::string& at);
  void forget_identities(const std::string& person);
  Result<Invitation> new_invitation(const std::string& person, const std::string& expires,
                                    const std::string& code_digest);

  Store& store_;
  Random& random_;
};

}  // namespace review
