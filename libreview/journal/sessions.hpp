#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "libreview/journal/accounts.hpp"

namespace review {

/// A session ends after so long without a request, and after so long whatever happens.
inline constexpr std::chrono::minutes session_idle{15};
inline constexpr std::chrono::hours session_life{10};

/// So long after its beginning a session that is over by time alone is still known, for what its person had typed.
inline constexpr std::chrono::hours session_known{24};

/// Sessions of people who signed in. Of the secret the store has the SHA-256 only.
class Sessions {
 public:
  Sessions(Store& store, Random& random) : store_(store), random_(random) {}

  /// A new session; gives the line that the person's browser keeps: `rvw_…`. Sessions that were ended, or are
  /// `session_known` old, are forgotten.
  Result<std::string> begin(const std::string& person, Instant now);
  /// The account of a live session; nothing if it is over, unknown or wrong, or the account is disabled. It lives
  /// `session_idle` longer from now; that is noted once a minute at most.
  [[nodiscard]] std::optional<Account> find(std::string_view line, Instant now);
  /// The account of a session that is over because time passed: nobody ended it, it began less than `session_known`
  /// ago, and the account is not disabled. It opens nothing.
  [[nodiscard]] std::optional<Account> over(std::string_view line, Instant now);
  /// The session is over.
  Result<void> end(std::string_view line, Instant now);

 private:
  Store& store_;
  Random& random_;
};

}  // namespace review
