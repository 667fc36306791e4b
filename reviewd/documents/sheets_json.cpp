#include "reviewd/documents/sheets_json.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value_to.hpp>

#include "libreview/past/read_csv.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::Code;
using review::refuse;

json::object sheet_json(const review::Sheet& sheet) {
  json::array rows;
  for (const auto& row : sheet.rows) {
    json::array cells;
    for (const auto& cell : row.cells) cells.emplace_back(cell);
    rows.push_back(json::object{{"row", row.number}, {"cells", std::move(cells)}});
  }
  return {{"name", sheet.name}, {"rows", std::move(rows)}};
}

review::Sheet sheet_of(const json::object& from) {
  const review::SheetLimits limits;
  review::Sheet sheet{std::string(from.at("name").as_string()), {}};
  for (const auto& one : from.at("rows").as_array()) {
    const auto& row = one.as_object();
    review::SheetRow read{static_cast<int>(row.at("row").as_int64()), {}};
    for (const auto& cell : row.at("cells").as_array()) read.cells.emplace_back(cell.as_string());
    if (std::ssize(read.cells) > limits.most_columns) throw std::length_error("more columns than a reader gives");
    sheet.rows.push_back(std::move(read));
  }
  return sheet;
}

review::Workbook workbook_of(const json::object& root) {
  review::Workbook book;
  book.from_1904 = root.at("from1904").as_bool();
  for (const auto& one : root.at("sheets").as_array()) book.sheets.push_back(sheet_of(one.as_object()));
  for (const auto& one : root.at("notices").as_array()) {
    const auto& notice = one.as_object();
    book.notices.push_back({std::string(notice.at("sheet").as_string()), static_cast<int>(notice.at("row").as_int64()),
                            static_cast<int>(notice.at("column").as_int64()),
                            std::string(notice.at("says").as_string())});
  }
  return book;
}

}  // namespace

std::string sheets_json(const review::Result<review::Workbook>& read) {
  if (!read) {
    return json::serialize(
        json::object{{"code", std::string(review::code_name(read.error().code))}, {"says", read.error().says}});
  }
  json::array sheets;
  for (const auto& sheet : read->sheets) sheets.push_back(sheet_json(sheet));
  json::array notices;
  for (const auto& one : read->notices) {
    notices.push_back(json::object{{"sheet", one.sheet}, {"row", one.row}, {"column", one.column}, {"says", one.says}});
  }
  return json::serialize(
      json::object{{"sheets", std::move(sheets)}, {"notices", std::move(notices)}, {"from1904", read->from_1904}});
}

review::Result<review::Workbook> read_sheets_json(const std::string& text) {
  // Strict UTF-8: what a cell says goes into entries.
  boost::system::error_code failed;
  const auto root = json::parse(text, failed);
  const auto* object = failed ? nullptr : root.if_object();
  try {
    if (object != nullptr && object->contains("sheets")) return workbook_of(*object);
    if (object != nullptr && object->contains("code")) {
      const auto* code = review::find_code(std::string(object->at("code").as_string()));
      return refuse(code == nullptr ? Code::malformed : code->code, std::string(object->at("says").as_string()));
    }
  } catch (const std::exception&) {
    return refuse(Code::malformed, "The file cannot be read. It may be damaged or too complicated.");
  }
  return refuse(Code::malformed, "The file cannot be read. It may be damaged or too complicated.");
}

}  // namespace reviewd
