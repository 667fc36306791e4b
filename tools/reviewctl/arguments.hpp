#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libreview/calendar/date.hpp"
#include "tools/reviewctl/problem.hpp"

namespace reviewctl {

/// What was given on the command line, by the names of the verb's table: `limit` for an option, `CASE` for an operand.
class Arguments {
 public:
  void add(const std::string& name, std::string value) { values_[name].push_back(std::move(value)); }

  [[nodiscard]] bool has(std::string_view name) const { return values_.find(name) != values_.end(); }
  /// The last one given, or nothing.
  [[nodiscard]] std::optional<std::string> find(std::string_view name) const;
  /// The last one given, or `otherwise`.
  [[nodiscard]] std::string text(std::string_view name, std::string_view otherwise = "") const;
  /// Each one given, in order.
  [[nodiscard]] std::vector<std::string> all(std::string_view name) const;
  /// A day `YYYY-MM-DD`; nothing where it is not given.
  [[nodiscard]] Outcome<std::optional<review::Date>> day(std::string_view name) const;
  /// A whole number in a range; nothing where it is not given.
  [[nodiscard]] Outcome<std::optional<int>> number(std::string_view name, int least, int most) const;

 private:
  std::map<std::string, std::vector<std::string>, std::less<>> values_;
};

}  // namespace reviewctl
