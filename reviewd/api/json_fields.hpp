#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "reviewd/api/call.hpp"

namespace reviewd {

/// A body of texts, lists of texts, and yes or no.
struct JsonFields {
  std::map<std::string, std::string> texts;
  std::map<std::string, std::vector<std::string>, std::less<>> lists;
  std::map<std::string, bool, std::less<>> flags;

  /// Empty where it was not given.
  [[nodiscard]] std::string text(std::string_view name) const;
  [[nodiscard]] std::vector<std::string> list(std::string_view name) const;
  /// False where it was not given.
  [[nodiscard]] bool flag(std::string_view name) const;
};

/// Which fields a body may have. What is not named here is refused.
struct JsonShape {
  std::vector<std::string_view> required{};  ///< texts that must be there, and not empty
  std::vector<std::string_view> optional{};  ///< texts
  std::vector<std::string_view> lists{};     ///< of texts; may be absent
  std::vector<std::string_view> flags{};     ///< true or false; may be absent
  std::vector<std::string_view> present{};   ///< texts that must be there, and may be empty
};

/// The body by its shape. Refuses what is no object, an unknown field, a wrong type, and a required one that is
/// missing.
[[nodiscard]] review::Result<JsonFields> json_fields(const Call& call, const JsonShape& shape);

}  // namespace reviewd
