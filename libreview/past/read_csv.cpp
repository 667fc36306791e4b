#include "libreview/past/read_csv.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace review {
namespace {

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

/// Whether the bytes are UTF-8 without control characters other than tab and line ends.
bool is_text(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    if (lead < 0x20 && lead != '\t' && lead != '\n' && lead != '\r') return false;
    const std::size_t length = lead < 0x80 ? 1 : lead >> 5U == 6 ? 2 : lead >> 4U == 14 ? 3 : lead >> 3U == 30 ? 4 : 0;
    if (length == 0 || i + length > text.size()) return false;
    for (std::size_t k = 1; k < length; ++k) {
      if (static_cast<unsigned char>(text[i + k]) >> 6U != 2) return false;
    }
    i += length;
  }
  return true;
}

char separator_of(std::string_view text) {
  constexpr std::array<char, 3> known{',', ';', '\t'};
  const auto line = text.substr(0, text.find('\n'));
  return *std::max_element(known.begin(), known.end(), [&](char one, char other) {
    return std::count(line.begin(), line.end(), one) < std::count(line.begin(), line.end(), other);
  });
}

class CsvReader {
 public:
  CsvReader(std::string_view text, std::string name, const SheetLimits& limits)
      : rest_(text), limits_(limits), separator_(separator_of(text)) {
    book_.sheets.push_back({std::move(name)});
  }

  Result<Workbook> run() {
    while (!rest_.empty()) {
      ++line_;
      SheetRow row{line_, {}};
      if (const auto read = read_row(row); !read) return refuse(read.error());
      const bool blank = std::all_of(row.cells.begin(), row.cells.end(), [](const auto& cell) { return cell.empty(); });
      if (!blank) book_.sheets.front().rows.push_back(std::move(row));
    }
    return std::move(book_);
  }

 private:
  Result<void> read_row(SheetRow& row) {
    for (;;) {
      auto cell = read_cell(row.number);
      if (!cell) return refuse(cell.error());
      cells_ += cell->empty() ? 0 : 1;
      row.cells.push_back(std::move(*cell));
      if (std::ssize(row.cells) > limits_.most_columns || cells_ > limits_.most_cells ||
          std::ssize(book_.sheets.front().rows) >= limits_.most_rows) {
        return refuse(Code::too_large, fmt::format("The file has more than {} rows, {} columns or {} filled cells. "
                                                   "Send it in parts.",
                                                   limits_.most_rows, limits_.most_columns, limits_.most_cells));
      }
      if (rest_.empty()) return {};
      const char next = rest_.front();
      rest_.remove_prefix(1);
      if (next == separator_) continue;
      if (next == '\r' && rest_.starts_with('\n')) rest_.remove_prefix(1);
      return {};
    }
  }

  Result<std::string> read_cell(int row) {
    std::string cell;
    const bool quoted = rest_.starts_with('"');
    if (quoted) {
      rest_.remove_prefix(1);
      for (;;) {
        const auto end = rest_.find('"');
        if (end == std::string_view::npos) {
          return refuse(Code::malformed, fmt::format("The quotes that begin in row {} do not end.", row));
        }
        cell += rest_.substr(0, end);
        rest_.remove_prefix(end + 1);
        if (!rest_.starts_with('"')) break;
        cell += '"';
        rest_.remove_prefix(1);
      }
    }
    const auto end = rest_.find_first_of(std::string{separator_, '\r', '\n'});
    cell += rest_.substr(0, end);
    rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end);
    if (std::ssize(cell) > limits_.most_cell_bytes) {
      return refuse(Code::too_large, fmt::format("A cell of row {} holds more than {} characters. Shorten it.", row,
                                                 limits_.most_cell_bytes));
    }
    return cell;
  }

  std::string_view rest_;
  const SheetLimits& limits_;
  char separator_;
  int line_ = 0;
  int cells_ = 0;
  Workbook book_{};
};

}  // namespace

Result<Workbook> read_csv(std::string_view text, std::string name, const SheetLimits& limits) {
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  if (!is_text(text)) {
    return refuse(Code::malformed, "The file is not text in UTF-8. Save it as \"CSV UTF-8\" and send it again.");
  }
  return CsvReader(text, std::move(name), limits).run();
}

}  // namespace review
