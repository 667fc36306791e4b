#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "libreview/base/result.hpp"
#include "reviewd/api/call.hpp"
#include "reviewd/api/csv_file.hpp"

namespace reviewd {

/// What is added to a list at once, and where it goes on.
struct CsvPart {
  CsvLines lines{};
  std::vector<std::string> next{};  ///< the key to go on after; empty at the end
};
using NextCsvPart = std::function<review::Result<CsvPart>(Call&, const std::vector<std::string>& after)>;

/// So many rows are worked out at once, between what others ask.
inline constexpr int csv_step = 200;
/// The longest list; some tens of megabytes.
inline constexpr std::size_t most_csv_rows = 100'000;

/// A list as a file for a spreadsheet: whole, or refused where it has more than `most` rows. What is longer than one
/// part is worked out in parts (`in_parts`). `heads` are the lines above the rows.
[[nodiscard]] Response csv_in_parts(Call& call, std::string_view what, const CsvLines& heads, NextCsvPart next,
                                    std::size_t most = most_csv_rows);

}  // namespace reviewd
