#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "libreview/base/result.hpp"
#include "libreview/past/mapping.hpp"
#include "reviewd/api/call.hpp"

namespace reviewd {

/// As large as a spreadsheet of past cases may be, and the form around it.
inline constexpr std::int64_t most_past_bytes = 10 * 1024 * 1024;
inline constexpr std::int64_t past_form_bytes = most_past_bytes + 256 * 1024;

/// A spreadsheet as it was sent, and the mapping that came with it.
struct PastForm {
  std::string content;
  std::string_view media_type;
  std::string digest;        ///< SHA-256 of the content in hexadecimal
  bool has_mapping = false;  ///< else one is to be guessed
  review::Mapping mapping{};
  std::map<std::string, std::string, std::less<>>
      said{};  ///< what the other inputs say; not there where they are empty
};

/// Reads the form of the request: `file`, if wanted `mapping` (TOML), and the inputs of these names. `sorts` are what
/// the sheets may hold. Pointers of a refusal name the inputs.
[[nodiscard]] review::Result<PastForm> read_past_form(const Call& call, const std::set<std::string_view>& also = {},
                                                      const review::SheetSorts& sorts = review::past_sheets);

}  // namespace reviewd
