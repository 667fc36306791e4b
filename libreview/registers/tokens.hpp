#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libreview/calendar/instant.hpp"
#include "libreview/store/random.hpp"
#include "libreview/store/store.hpp"

namespace review {

/// How long a token lives at most, and where nobody says otherwise.
inline constexpr std::chrono::days token_life{90};

/// What a token opens of what its role does. Each list is empty where nothing is narrowed; no text in one has a blank.
struct TokenReach {
  std::vector<std::string> scopes{};    ///< names of rights, as given; which there are is not decided here
  std::vector<std::string> cases{};     ///< references of cases
  std::vector<std::string> networks{};  ///< of those who may present it: `10.0.0.0/8`
  std::string agency{};                 ///< whom its holder speaks for; empty: nobody
};

/// A token as the store knows it: everything but the secret.
struct Token {
  std::string id;       ///< 8 characters, no secret
  std::string person;   ///< bare id, for example `a-coordinator`
  std::string role;     ///< as given; which roles there are is not decided here
  std::string created;  ///< RFC 3339 UTC with milliseconds, as the others
  std::string expires;
  std::string revoked;  ///< empty while it is not
  TokenReach reach{};
  std::string used{};  ///< when it was last presented, to the minute; empty: never
};

/// A token just made. `line` is shown once and kept nowhere.
struct [[nodiscard]] IssuedToken {
  Token token;
  std::string line;  ///< `rvw_…`
};

/// What a token is wanted for.
struct TokenWish {
  std::string person;  ///< bare id `[a-z0-9][a-z0-9-]{0,39}`; the person is made if missing
  std::string role;
  std::string by;                    ///< who issues it, for the access log
  std::optional<Instant> expires{};  ///< `token_life` from now if absent
  TokenReach reach{};
};

/// Access tokens. The store has the SHA-256 of each secret only, which is enough for 256 random bits. Each change is
/// in the access log, in the same transaction: the one that is open, or one of its own.
class Tokens {
 public:
  Tokens(Store& store, Random& random) : store_(store), random_(random) {}

  /// `malformed` for a person whose name is no id, an empty role, a text of the reach that is empty or has a blank, or
  /// an expiry that is not after `now`, or more than `token_life` after it.
  Result<IssuedToken> issue(const TokenWish& wish, Instant now);
  /// Every token ever issued, oldest first.
  [[nodiscard]] std::vector<Token> list();
  /// From now on the token opens nothing. Revoking it again changes nothing. `not-found` for an unknown id.
  Result<Token> revoke(std::string_view id, const std::string& by, Instant now);
  /// The live token that was presented; nothing if it is unknown, wrong, expired or revoked, or its person is shut out.
  /// Takes as long for a wrong secret as for an unknown id. The use is remembered in memory: see `note_uses`.
  [[nodiscard]] std::optional<Token> find(std::string_view presented, Instant now);
  /// Writes down when tokens were last presented, once a minute each at most. In the transaction of the next request
  /// that writes, so that reading needs no commit.
  Result<void> note_uses();

 private:
  [[nodiscard]] std::optional<Token> by_id(std::string_view id);

  Store& store_;
  Random& random_;
  std::map<std::string, std::string> uses_{};  ///< of each token, not written down yet
};

}  // namespace review
