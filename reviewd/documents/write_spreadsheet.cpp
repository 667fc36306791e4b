#include "reviewd/documents/write_spreadsheet.hpp"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <chrono>
#include <stdexcept>

#include "reviewd/documents/memory_file.hpp"

namespace reviewd {
namespace {

constexpr double name_width = 44;
constexpr double number_width = 18;

[[noreturn]] void fail() { throw std::runtime_error("a spreadsheet cannot be written"); }

std::string content_of(const MemoryFile& file) {
  struct stat about {};
  if (fstat(file.descriptor(), &about) != 0) fail();
  std::string bytes(static_cast<std::size_t>(about.st_size), '\0');
  for (std::size_t read = 0; read < bytes.size();) {
    const auto more = pread(file.descriptor(), bytes.data() + read, bytes.size() - read, static_cast<off_t>(read));
    if (more <= 0) fail();
    read += static_cast<std::size_t>(more);
  }
  return bytes;
}

void must(lxw_error error) {
  if (error != LXW_NO_ERROR) fail();
}

void write_cell(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const SheetCell& cell) {
  if (const auto* number = std::get_if<int>(&cell)) {
    must(worksheet_write_number(sheet, row, column, *number, nullptr));
  } else {
    // Never read as a formula, a link or a number, whatever it begins with.
    must(worksheet_write_string(sheet, row, column, std::get<std::string>(cell).c_str(), nullptr));
  }
}

void add_sheet(lxw_workbook* book, lxw_format* bold, const Sheet& given) {
  auto* sheet = workbook_add_worksheet(book, given.name.c_str());
  if (sheet == nullptr) fail();
  must(worksheet_set_column(sheet, 0, 0, name_width, nullptr));
  if (given.heads.size() > 1)
    must(worksheet_set_column(sheet, 1, static_cast<lxw_col_t>(given.heads.size() - 1), number_width, nullptr));
  lxw_row_t row = 0;
  for (const auto& line : given.above) {
    must(worksheet_write_string(sheet, row, 0, line.c_str(), row == 0 ? bold : nullptr));
    ++row;
  }
  ++row;
  for (std::size_t column = 0; column < given.heads.size(); ++column)
    must(worksheet_write_string(sheet, row, static_cast<lxw_col_t>(column), given.heads[column].c_str(), bold));
  ++row;
  worksheet_freeze_panes(sheet, row, 1);
  for (const auto& cells : given.rows) {
    for (std::size_t column = 0; column < cells.size(); ++column)
      write_cell(sheet, row, static_cast<lxw_col_t>(column), cells[column]);
    ++row;
  }
}

}  // namespace

std::string write_spreadsheet(const std::string& title, const std::vector<Sheet>& sheets, review::Instant dated) {
  // The library of this Debian writes to a path alone.
  const MemoryFile file("");
  if (!file.good()) fail();
  auto* book = workbook_new(fmt::format("/proc/self/fd/{}", file.descriptor()).c_str());
  if (book == nullptr) fail();
  auto* bold = workbook_add_format(book);
  format_set_bold(bold);
  lxw_doc_properties about{};
  std::string named = title;
  about.title = named.data();
  about.created =
      std::chrono::system_clock::to_time_t(std::chrono::time_point_cast<std::chrono::system_clock::duration>(dated));
  try {
    must(workbook_set_properties(book, &about));
    for (const auto& sheet : sheets) add_sheet(book, bold, sheet);
  } catch (...) {
    // Closing is what frees it.
    static_cast<void>(workbook_close(book));
    throw;
  }
  must(workbook_close(book));
  return content_of(file);
}

}  // namespace reviewd
