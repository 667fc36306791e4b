#pragma once

#include <string>

namespace reviewd {

/// `Names, dates of birth and NHS numbers` for `identifiers`; what is no class stays as it is.
[[nodiscard]] std::string field_class_words(const std::string& name);
/// The same for several with blanks between, a line each.
[[nodiscard]] std::string field_classes_words(const std::string& names);
/// `The time for keeping it is over` for `retention-over`.
[[nodiscard]] std::string erasure_ground_words(const std::string& ground);

}  // namespace reviewd
