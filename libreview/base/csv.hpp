#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace review {

/// One cell of comma-separated values (RFC 4180), quoted where it must be. A cell that a spreadsheet would take for a
/// formula (it begins with = + - or @, also after blanks, or with a tab or a carriage return) gets an apostrophe in
/// front.
[[nodiscard]] std::string csv_cell(std::string_view text);

/// The cells with commas between them, without a line end.
[[nodiscard]] std::string csv_line(const std::vector<std::string>& cells);

}  // namespace review
