#include "reviewd/web/case/chronology_table_view.hpp"

#include <fmt/format.h>

#include <boost/json/array.hpp>

#include "reviewd/http/percent.hpp"
#include "reviewd/web/form/mapping_form.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

Section findings_section(const json::value& table, bool faults) {
  Section section{.heading = faults ? "What has to be mended first" : "What to know"};
  section.table = {faults ? "Faults" : "Warnings", {"Where", "Column", "What it is, and what to do"}, {}};
  for (const auto& one : list_in(table, "findings")) {
    if (text_in(one, "code").empty() == faults) continue;
    const int row = number_in(one, "row");
    const auto sheet = text_in(one, "sheet");
    const auto where = row != 0 ? fmt::format("{}, row {}", sheet, row) : sheet.empty() ? "The whole file" : sheet;
    section.table.rows.push_back({{where}, {text_in(one, "column")}, {text_in(one, "says")}});
  }
  if (section.table.rows.empty()) section = {};
  return section;
}

std::string when(const json::value& row) {
  auto words = day_words(text_in(row, "on"));
  if (const auto until = text_in(row, "until"); !until.empty()) words += " to " + day_words(until);
  if (const auto at = text_in(row, "at"); !at.empty()) words += ", " + at;
  if (flag_in(row, "about")) words += ", not exact";
  return words;
}

Section rows_section(const json::value& table) {
  Section section{.heading = "Each row as it would be recorded"};
  section.table = {"Rows", {"Row", "When", "What happened", "Sort of contact", "Recorded in", "What else"}, {}};
  for (const auto& row : list_in(table, "rows")) {
    std::string more;
    for (const auto* name : {"voice", "analysis", "remarks"}) {
      const auto text = text_in(row, name);
      if (!text.empty()) more += (more.empty() ? "" : " \u00b7 ") + text;
    }
    section.table.rows.push_back({{std::to_string(number_in(row, "row"))},
                                  {when(row)},
                                  {text_in(row, "what")},
                                  {text_in(row, "sort")},
                                  {text_in(row, "source")},
                                  {more}});
  }
  if (section.table.rows.empty()) section = {};
  return section;
}

}  // namespace

PlainPage chronology_table_page(const json::value& table, const Register& known) {
  const auto reference = text_in(table, "case");
  const auto here = "/chronology-tables/" + percent_encoded(text_in(table, "table"));
  const bool good = flag_in(table, "good");
  PlainPage page{good ? "What would be recorded" : "This table cannot be recorded yet", "Case " + reference,
                 "/cases/" + percent_encoded(reference) + "/chronology", "Send another table"};
  page.sections.push_back({.facts = {{"Agency", known.agency(text_in(table, "agency"))},
                                     {"Rows", std::to_string(list_in(table, "rows").size())}}});
  if (good) {
    page.sections.push_back(
        {.paragraphs = {"Nothing is recorded yet. Look through the rows and the columns below. An earlier chronology "
                        "of this agency no longer counts then; it stays in the record."},
         .form = {here, {}, {{"record", "Record this chronology"}}, {}}});
  }
  page.sections.push_back(findings_section(table, true));
  page.sections.push_back(findings_section(table, false));
  PlainForm form{here,
                 mapping_questions(table, {{"", "Say what it holds"},
                                           {"chronology", "The chronology: a row for each contact or event"},
                                           {"nothing", "Nothing of the chronology"}}),
                 {{"map", "Read it so", true}},
                 {}};
  page.sections.push_back({.heading = "Which column is which?",
                           .paragraphs = {"This is a first guess. A column that you leave out is not kept anywhere."},
                           .form = std::move(form)});
  page.sections.push_back(rows_section(table));
  return page;
}

}  // namespace reviewd
