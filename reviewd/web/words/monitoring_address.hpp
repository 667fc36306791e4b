#pragma once

#include <string>

namespace reviewd {

/// A round of monitoring as its page is asked for it. Days are ISO days.
struct RoundShown {
  std::string from;
  std::string to;
  std::string group{};  ///< empty: all
  std::string as_of{};  ///< empty: its last day, or today while it goes on
};

/// `?group=SUBGROUP&from.day=01…`: what stands behind the address of the page, and of its files.
[[nodiscard]] std::string monitoring_query(const RoundShown& round);

}  // namespace reviewd
