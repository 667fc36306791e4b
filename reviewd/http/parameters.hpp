#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "reviewd/http/request.hpp"

namespace reviewd {

/// A header value such as `form-data; name="file"; filename="report.pdf"`: the value in small letters, then its
/// parameters with their names in small letters. In a quoted text `\"` and `\\` stand for `"` and `\`; any other
/// backslash stands for itself, as browsers send it.
struct Parameters {
  std::string value;
  NameValues parameters{};

  [[nodiscard]] const std::string* find(std::string_view name) const;
};

/// Nothing where the text is not of that form, or names a parameter twice.
[[nodiscard]] std::optional<Parameters> read_parameters(std::string_view text);

}  // namespace reviewd
