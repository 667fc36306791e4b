#include "reviewd/documents/read_sheets.hpp"

#include "libreview/past/read_csv.hpp"
#include "reviewd/documents/file_type.hpp"
#include "reviewd/documents/read_with.hpp"
#include "reviewd/documents/reader.hpp"
#include "reviewd/documents/sheets_json.hpp"
#include "reviewd/documents/start_program.hpp"

namespace reviewd {
namespace {

using review::Code;
using review::refuse;

constexpr std::chrono::seconds longest_sheets{20};
/// More than the cells that are taken, even where each letter is escaped.
constexpr std::size_t most_sheets_text = 64UL * 1024 * 1024;
constexpr std::size_t most_sheets_memory = is_sanitized ? 0 : 1024UL * 1024 * 1024;

}  // namespace

review::Result<review::Workbook> read_sheets(std::string_view media_type, const std::string& content,
                                             const std::stop_token& stop) {
  if (media_type == media_types::csv || media_type == media_types::text) return review::read_csv(content, "Sheet1");
  if (media_type != media_types::xlsx) {
    return refuse(Code::unsupported_media_type, "Send an Excel file (.xlsx) or a CSV file.");
  }
  const auto until = std::chrono::steady_clock::now() + longest_sheets;
  const auto reading = read_with({this_program, std::string(sheets_option), std::string(media_type)}, content,
                                 {until, most_sheets_text, most_sheets_memory, stop});
  if (reading) return read_sheets_json(reading.said);
  if (reading.end == ReadingEnd::limit) {
    return refuse(Code::too_large,
                  "The file is too large, or takes too long to be read. Take out the sheets and rows "
                  "that are not needed, or send it in parts.");
  }
  return refuse(Code::malformed, "The file cannot be read. It may be damaged or too complicated.");
}

}  // namespace reviewd
