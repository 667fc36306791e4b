#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libreview/calendar/instant.hpp"
#include "libreview/store/random.hpp"
#include "libreview/store/store.hpp"

namespace review {

/// An agency says, in a return that it may not have sent yet, that a child may be at risk now.
struct ReturnAlert {
  std::string alert;
  std::string case_id;
  std::string agency;
  std::string link;
  std::string time;       ///< RFC 3339 UTC
  std::string seen_by{};  ///< `people/…`; empty while nobody has
  std::string seen{};
};

/// What must reach the coordinators at once. Who saw it is in the access log.
class ReturnAlerts {
 public:
  ReturnAlerts(Store& store, Random& random) : store_(store), random_(random) {}

  /// In the open transaction. Nothing is added while an alert of the same link waits to be seen: false then.
  [[nodiscard]] bool raise(std::string_view link, Instant now);
  /// `not-found` for an unknown one; a second time changes nothing.
  Result<ReturnAlert> see(std::string_view alert, const std::string& by, Instant now);
  /// The newest first, those that nobody has seen before all others.
  [[nodiscard]] std::vector<ReturnAlert> list();
  [[nodiscard]] std::optional<ReturnAlert> find(std::string_view alert);

 private:
  Store& store_;
  Random& random_;
};

}  // namespace review
