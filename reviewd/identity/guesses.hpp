#pragma once

#include <chrono>
#include <map>
#include <mutex>
#include <string>

namespace reviewd {

/// Slows down who guesses passwords: after five wrong ones for an account each try waits twice as long as the one
/// before, up to a minute, so that fewer than a hundred are tried in an hour. Nobody is ever locked out: a stranger who
/// guesses cannot keep the duty officer from signing in for longer than that minute.
class Guesses {
 public:
  using Instant = std::chrono::steady_clock::time_point;

  /// How long the account must wait before the next try; zero if it may try now. A try that is let through counts as
  /// one on its way, so that many at once are no way round.
  [[nodiscard]] std::chrono::seconds begin(const std::string& person, Instant now);
  /// The try was right: the account starts afresh.
  void right(const std::string& person);

 private:
  struct Tries {
    int wrong = 0;
    Instant next{};
  };

  std::mutex mutex_;
  std::map<std::string, Tries> tries_;
};

}  // namespace reviewd
