#include "reviewd/web/form/mapping_form.hpp"

#include <fmt/format.h>

#include "reviewd/web/frame/form_body.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

std::string sheet_name(std::size_t sheet) { return fmt::format("sheet-{}", sheet + 1); }
std::string column_name(std::size_t sheet, std::size_t column) {
  return fmt::format("column-{}-{}", sheet + 1, column + 1);
}

/// Every field, whatever the sheet holds: that may be chosen in the same form. The API says where one does not fit.
SheetChoices field_choices(const json::value& file) {
  SheetChoices choices{{"", "Say what it is"},
                       {std::string(review::keep_column), "Keep it in the note of its row"},
                       {std::string(review::leave_column), "Leave it out"}};
  for (const auto& one : list_in(file, "fields")) choices.emplace_back(text_in(one, "field"), text_in(one, "label"));
  return choices;
}

}  // namespace

std::vector<Question> mapping_questions(const json::value& file, const SheetChoices& holds) {
  std::vector<Question> questions;
  std::size_t number = 0;
  for (const auto& sheet : list_in(file, "sheets")) {
    const auto name = text_in(sheet, "name");
    const int rows = number_in(sheet, "rows");
    questions.push_back({sheet_name(number), fmt::format("What does the sheet {} hold?", name),
                         fmt::format("{} {}; its headings stand in row {}", rows, rows == 1 ? "row" : "rows",
                                     number_in(sheet, "headingRow")),
                         Question::Sort::choice, text_in(sheet, "holds"), holds});
    std::size_t column = 0;
    for (const auto& one : list_in(sheet, "columns")) {
      questions.push_back({column_name(number, column++), fmt::format("{}: {}", name, text_in(one, "heading")), "",
                           Question::Sort::choice, text_in(one, "field"), field_choices(file)});
    }
    ++number;
  }
  return questions;
}

review::Result<review::Mapping> chosen_mapping(const json::value& file, const NameValues& chosen,
                                               const review::SheetSorts& sorts) {
  auto mapping = review::read_mapping(text_in(file, "mapping"), sorts);
  if (!mapping) return mapping;
  for (std::size_t i = 0; i < mapping->sheets.size(); ++i) {
    auto& sheet = mapping->sheets[i];
    sheet.holds = value_of(chosen, sheet_name(i));
    for (std::size_t k = 0; k < sheet.columns.size(); ++k) {
      sheet.columns[k].field = value_of(chosen, column_name(i, k));
    }
  }
  return mapping;
}

}  // namespace reviewd
