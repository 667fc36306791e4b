#pragma once

#include <string>
#include <vector>

#include "libreview/calendar/date.hpp"
#include "libreview/calendar/instant.hpp"
#include "libreview/store/store.hpp"

namespace review {

/// How a way of telling people works.
struct Channel {
  std::string channel;          ///< `mail`, `webhook-abcd2345`
  std::string failing_since{};  ///< RFC 3339 UTC; empty while it works
  std::string failing_on{};     ///< the day on which that began
  bool gave_up = false;         ///< something was given up since
};

/// Whether the ways of telling people work, by what became of the last tries. What is told of it follows from this with
/// the next look (`watch_channels`).
class Channels {
 public:
  explicit Channels(Store& store) : store_(store) {}

  /// A try failed. The first since it worked is what counts; `gave_up` where it was the last of something.
  [[nodiscard]] Result<void> failing(const std::string& channel, bool gave_up, Date today, Instant now);
  /// A try went well.
  [[nodiscard]] Result<void> works(const std::string& channel);
  /// Every way that ever failed.
  [[nodiscard]] std::vector<Channel> list();

 private:
  Store& store_;
};

}  // namespace review
