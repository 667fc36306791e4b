#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "libreview/base/result.hpp"
#include "reviewd/settings/in_force.hpp"

namespace reviewd {

/// Something that the partnership settles for itself while the service runs. Every value is a text.
struct PartnershipSetting {
  std::string_view name;   ///< `sign-off-bodies`
  std::string_view title;  ///< for people
  std::string_view hint;   ///< what to type
  bool is_long;            ///< more than a line
  bool moves_dates;        ///< a change can move deadlines
  /// The value as it is kept; `malformed` with what is wrong. An empty value takes back what was settled.
  review::Result<std::string> (*tidy)(const std::string&);
};

/// Every setting, in the order of the page.
[[nodiscard]] const std::vector<PartnershipSetting>& partnership_settings();
/// The setting, or null.
[[nodiscard]] const PartnershipSetting* find_partnership_setting(std::string_view name);

/// What is usual for a setting whatever the configuration and the law say; empty where nothing is.
[[nodiscard]] std::string usual_value(std::string_view name);

/// What holds for a setting where the service settled nothing: what the configuration or the law says.
[[nodiscard]] std::string unsettled_value(std::string_view name, const Config& config, const InForce& base);

/// What the law would be with one setting changed, checked as `law check` does. `malformed` with a violation for each
/// fault, and the line where the partnership's own rules have it.
[[nodiscard]] review::Result<InForce> checked_in_force(const Config& config, const Settled& settled);

}  // namespace reviewd
