#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "libreview/base/result.hpp"

namespace review {

/// One condition of a filter: `dueOn <= "2026-04-13"`.
struct Term {
  std::string field;
  std::string op;  ///< `=`, `!=`, `<`, `<=`, `>` or `>=`
  std::string value;
};

/// Reads `field op value AND field op value …`. A value is bare or in double quotes. Anything else is `malformed`.
[[nodiscard]] Result<std::vector<Term>> parse_filter(std::string_view text);

/// How a list is ordered: a field, or the field and ` desc`.
struct Order {
  std::string field;
  bool descending = false;
};

/// Reads `dueOn` or `dueOn desc`; an empty text gives `otherwise`.
[[nodiscard]] Result<Order> parse_order(std::string_view text, std::string_view otherwise);

}  // namespace review
