#pragma once

#include <string>
#include <string_view>

namespace reviewd {

/// What people call a choice of the schema: `Serious harm` for `SERIOUS_HARM` of `Harm`. What is no choice of it stays
/// as it is; empty for empty.
[[nodiscard]] std::string choice_words(std::string_view type, const std::string& value);

/// `Health visiting` for `health-visiting`, `Police` for `POLICE`: an agency or a body, by the name that it has here.
[[nodiscard]] std::string agency_words(const std::string& agency);

/// `Proceedings 1` for `proceedings-1`: something that the case itself numbers or names.
[[nodiscard]] std::string name_words(const std::string& name);

}  // namespace reviewd
