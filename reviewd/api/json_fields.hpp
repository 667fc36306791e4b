#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "reviewd/api/call.hpp"

namespace reviewd {

/// A body of texts and lists of texts.
struct JsonFields {
  std::map<std::string, std::string, std::less<>> texts;
  std::map<std::string, std::vector<std::string>, std::less<>> lists;

  /// Empty where it was not given.
  [[nodiscard]] std::string text(std::string_view name) const;
  [[nodiscard]] std::vector<std::string> list(std::string_view name) const;
};

/// Which fields a body may have.
struct JsonShape {
  std::vector<std::string_view> required;  ///< texts
  std::vector<std::string_view> optional;  ///< texts
  std::vector<std::string_view> lists;     ///< of texts; may be absent
};

/// The body by its shape. Refuses what is no object, an unknown field, a wrong type, and a required one that is
/// missing.
[[nodiscard]] review::Result<JsonFields> json_fields(const Call& call, const JsonShape& shape);

/// A refusal about one field of the body.
[[nodiscard]] review::Refusal field_fault(review::Code code, std::string says, std::string_view field);

}  // namespace reviewd
