#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libreview/registers/accounts.hpp"

namespace review {

/// A session ends after so long without a request, and after so long whatever happens.
inline constexpr std::chrono::minutes session_idle{15};
inline constexpr std::chrono::hours session_life{10};
/// For how long a person who has just shown who they are may do what needs that.
inline constexpr std::chrono::minutes proof_life{5};

/// A session that is live.
struct Session {
  std::string id;  ///< no secret
  std::string person;
  Instant begun;
  Instant seen;    ///< the last request, to a minute
  Instant proved;  ///< when the person last gave the password, and the code where there is a second step

  /// When it ends unless there is another request.
  [[nodiscard]] Instant ends() const;
};

/// Whether the person showed who they are no longer than `proof_life` ago: for what a stolen session must not do.
[[nodiscard]] bool is_fresh(const Session& session, Instant now);

/// So long after its beginning a session that is over by time alone is still known, for what its person had typed.
inline constexpr std::chrono::hours session_known{24};

/// Sessions of people who signed in. Of the secret the store has the SHA-256 only.
class Sessions {
 public:
  Sessions(Store& store, Random& random) : store_(store), random_(random) {}

  /// A new session, of somebody who has just shown who they are; gives the line that the person's browser keeps:
  /// `rvw_…`. Sessions that were ended, or are `session_known` old, are forgotten.
  Result<std::string> begin(const std::string& person, Instant now);
  /// The account of a live session; nothing if it is over, unknown or wrong, or the account is disabled. It lives
  /// `session_idle` longer from now; that is noted once a minute at most.
  [[nodiscard]] std::optional<Account> find(std::string_view line, Instant now);
  /// The account of a session that is over because time passed: nobody ended it, it began less than `session_known`
  /// ago, and the account is not disabled. It opens nothing.
  [[nodiscard]] std::optional<Account> over(std::string_view line, Instant now);
  /// The same session, which does not live longer for it.
  [[nodiscard]] std::optional<Session> look(std::string_view line, Instant now);
  /// It lives `session_idle` longer from now, as with any request. Nothing happens unless it is live.
  Result<void> extend(std::string_view line, Instant now);
  /// The person showed again who they are. The secret is new; gives the line with it. The session lives
  /// `session_idle` longer, and ends when it would have ended. `not-found` unless it is live.
  Result<std::string> prove(std::string_view line, Instant now);
  /// The live sessions of a person, the newest request first.
  [[nodiscard]] std::vector<Session> list(std::string_view person, Instant now);
  /// The session is over.
  Result<void> end(std::string_view line, Instant now);
  /// All sessions of the person are over but the one with the id `but`, if any; gives how many.
  Result<int> end_all(const std::string& person, std::string_view but, const std::string& by, Instant now);

 private:
  Store& store_;
  Random& random_;
};

}  // namespace review
