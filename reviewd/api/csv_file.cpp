#include "reviewd/api/csv_file.hpp"

#include <fmt/format.h>

#include "libreview/base/csv.hpp"

namespace reviewd {
namespace {

/// A spreadsheet takes the file for UTF-8 by this mark alone.
constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

}  // namespace

Response csv_file(const Call& call, std::string_view what, const std::vector<std::vector<std::string>>& lines) {
  const auto day = call.moment.today.iso();
  Response response{200, "text/csv; charset=utf-8", std::string(byte_order_mark)};
  const auto add = [&](const std::vector<std::string>& cells) { response.body += review::csv_line(cells) + "\r\n"; };
  add({fmt::format("OFFICIAL-SENSITIVE{}",
                   call.storage.store().practice() ? ", PRACTICE: everything here is invented" : ""),
       fmt::format("{} as of {}", what, day)});
  for (const auto& cells : lines) add(cells);
  response.headers.emplace_back("Content-Disposition", fmt::format("attachment; filename=\"{}-{}.csv\"", what, day));
  return response;
}

}  // namespace reviewd
