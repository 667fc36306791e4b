#pragma once

#include <set>
#include <string>
#include <string_view>

#include "libreview/calendar/instant.hpp"
#include "libreview/store/store.hpp"

namespace review {

/// Who can come in as what: people with an account that is not disabled, and people with a live token.
class Roster {
 public:
  explicit Roster(Store& store) : store_(store) {}

  /// Bare ids.
  [[nodiscard]] std::set<std::string> people_with(std::string_view role, Instant now);

 private:
  Store& store_;
};

}  // namespace review
