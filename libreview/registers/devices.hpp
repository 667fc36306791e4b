#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "libreview/calendar/instant.hpp"
#include "libreview/store/random.hpp"
#include "libreview/store/store.hpp"

namespace review {

/// How long a browser is known after somebody last signed in with it.
inline constexpr std::chrono::days device_life{90};

/// Browsers in which people signed in. A browser that is known opens nothing: it only is not slowed down by what
/// strangers try elsewhere. Of its secret the store has the SHA-256 only.
class Devices {
 public:
  Devices(Store& store, Random& random) : store_(store), random_(random) {}

  /// The person signed in with the browser that keeps `line`, or with one that keeps nothing: gives the line that it
  /// keeps from now on. One browser may be several people's. That it is new for the person is in the access log.
  Result<std::string> remember(std::string_view line, const std::string& person, Instant now);
  /// The id of the browser, if it is known as one of that person.
  [[nodiscard]] std::optional<std::string> find(std::string_view line, std::string_view person, Instant now);

 private:
  [[nodiscard]] std::optional<std::string> live(std::string_view line, Instant now);

  Store& store_;
  Random& random_;
};

}  // namespace review
