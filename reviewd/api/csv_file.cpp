#include "reviewd/api/csv_file.hpp"

#include <fmt/format.h>

#include "libreview/base/csv.hpp"

namespace reviewd {
namespace {

/// A spreadsheet takes the file for UTF-8 by this mark alone.
constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

}  // namespace

void add_csv_lines(Response& file, const CsvLines& lines) {
  for (const auto& cells : lines) file.body += review::csv_line(cells) + "\r\n";
}

Response csv_file(const Call& call, std::string_view what, const CsvLines& lines) {
  const auto day = call.moment.today.iso();
  Response response{200, "text/csv; charset=utf-8", std::string(byte_order_mark)};
  add_csv_lines(response,
                {{fmt::format("OFFICIAL-SENSITIVE{}",
                              call.storage.store().practice() ? ", PRACTICE: everything here is invented" : ""),
                  fmt::format("{} as of {}", what, day)}});
  add_csv_lines(response, lines);
  response.headers.emplace_back("Content-Disposition", fmt::format("attachment; filename=\"{}-{}.csv\"", what, day));
  return response;
}

}  // namespace reviewd
