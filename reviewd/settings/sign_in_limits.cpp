#include "reviewd/settings/sign_in_limits.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace reviewd {

const std::vector<SignInLimitRow>& sign_in_limit_table() {
  static const std::vector<SignInLimitRow> rows = {
      {"address-burst", "Tries to sign in that one address may make at once", &SignInLimits::address_burst, 5, 10'000},
      {"address-per-minute", "How many more it may make with each minute", &SignInLimits::address_per_minute, 1,
       10'000},
      {"wrong-per-minute", "Tries that may fail in a minute, from browsers that are not known",
       &SignInLimits::wrong_per_minute, 10, 100'000},
  };
  return rows;
}

review::Result<void> set_sign_in_limit(SignInLimits& limits, std::string_view name, std::int64_t value) {
  const auto& rows = sign_in_limit_table();
  const auto row = std::find_if(rows.begin(), rows.end(), [&](const auto& one) { return one.name == name; });
  if (row == rows.end()) {
    return review::refuse(review::Code::unknown_field, fmt::format("There is no limit {} of sign-in.", name));
  }
  if (value < row->least || value > row->most) {
    return review::refuse(review::Code::wrong_type,
                          fmt::format("The limit {} goes from {} to {}.", name, row->least, row->most));
  }
  limits.*row->field = value;
  return {};
}

}  // namespace reviewd
