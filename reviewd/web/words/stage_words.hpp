#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace reviewd {

/// How far a case has come, as practitioners say it: `Awaiting the National Panel` for `AWAITING_PANEL`. A code that is
/// not known stays as it is.
/// The stages that programmes alone have, in their order.
[[nodiscard]] const std::vector<std::pair<std::string, std::string>>& programme_stages();
[[nodiscard]] std::string stage_words(std::string_view stage);

/// Every stage in its order: code and words.
[[nodiscard]] const std::vector<std::pair<std::string, std::string>>& stages();

}  // namespace reviewd
