#pragma once

#include <string>
#include <utility>
#include <vector>

namespace reviewd {

/// `Panel member` for `panel-member`; what is no role stays as it is.
[[nodiscard]] std::string role_of_words(const std::string& role);
/// Every role as a choice: name and words.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> role_choices();

}  // namespace reviewd
