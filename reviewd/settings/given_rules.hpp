#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "reviewd/settings/config.hpp"

namespace reviewd {

/// The setting that holds the rules that come with the program and its configuration, as JSON: a row each time that
/// the service starts with others, so that what was known on a day can be told later.
inline constexpr std::string_view given_rules_setting = "given-rules";

/// The rules that nobody settles in the service.
struct GivenRules {
  std::string program;   ///< digest of the code that counts
  std::string law;       ///< digest of the national law as compiled in
  std::string holidays;  ///< the file of bank holidays as compiled in
  std::string overlay_name{};
  std::string overlay{};   ///< empty: none
  std::string closures{};  ///< empty: none
  /// They were there when the store had no entry yet, so no others held before.
  bool from_the_start = false;

  /// The same program, with the same configuration.
  [[nodiscard]] bool is_same_as(const GivenRules& other) const;
};

[[nodiscard]] GivenRules given_rules(const Config& config);
[[nodiscard]] std::string given_rules_value(const GivenRules& rules);
/// Nothing where the value is of no such rules.
[[nodiscard]] std::optional<GivenRules> read_given_rules(const std::string& value);

}  // namespace reviewd
