#include "reviewd/web/administration/past_view.hpp"

#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <vector>

#include "reviewd/http/percent.hpp"
#include "reviewd/web/form/mapping_form.hpp"
#include "reviewd/web/form/sections.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
std::string counted(int number, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", number, number == 1 ? one : many);
}

std::string state_words(const std::string& state) {
  return state == "MADE"      ? "Will be made"
         : state == "THERE"   ? "Is in the store already"
         : state == "REFUSED" ? "Has faults"
                              : "Waits until the rest is mended";
}

Section findings_section(const json::value& report, bool faults) {
  Section section{.heading = faults ? "What has to be mended first" : "What to know"};
  section.table = {faults ? "Faults" : "Warnings", {"Where", "Column", "What it is, and what to do"}, {}};
  for (const auto& one : list_in(report, "findings")) {
    if (text_in(one, "code").empty() == faults) continue;
    const int row = number_in(one, "row");
    const auto where = row == 0 ? text_in(one, "sheet") : fmt::format("{}, row {}", text_in(one, "sheet"), row);
    section.table.rows.push_back({{where}, {text_in(one, "column")}, {text_in(one, "says")}});
  }
  if (section.table.rows.empty()) section = {};
  return section;
}

Section import_section(const std::string& here, bool asks_two) {
  PlainForm form{here + "/report", {}, {{"import", "Import them"}}, {}};
  if (asks_two) {
    form.questions = {{"reason", "Why?", "The other person decides on this. Name nobody", Question::Sort::line}};
    form.buttons = {{"propose", "Ask for approval"}, {"import", "Import what was approved", true}};
  }
  return {.heading = "Import",
          .paragraphs = {asks_two ? "This takes two people: you ask, another person approves, then you send the same "
                                    "file with the same mapping and import it once."
                                  : "All of it is imported at once, or nothing is."},
          .form = std::move(form)};
}

Section rows_section(const json::value& report, bool stored) {
  Section section{.heading = "Row by row"};
  section.table = {"Cases", {"Where", "Case", "What becomes of it", "Updates"}, {}};
  for (const auto& one : list_in(report, "rows")) {
    const auto state = text_in(one, "state");
    const auto id = text_in(one, "case");
    const bool shown = !id.empty() && (state == "THERE" || (stored && state == "MADE"));
    section.table.rows.push_back({{fmt::format("{}, row {}", text_in(one, "sheet"), number_in(one, "row"))},
                                  {id, shown ? "/cases/" + percent_encoded(id) : std::string()},
                                  {stored && state == "MADE" ? "Imported" : state_words(state)},
                                  {std::to_string(list_in(one, "entries").size())}});
  }
  return section;
}

}  // namespace

PlainPage past_mapping_page(const json::value& file, const std::string& here) {
  PlainPage page{"Which column is which?", "Bring in past cases", "/administration/past", "Send another file"};
  PlainForm form{here, {}, {{"map", "See what would be imported"}}, {}};
  form.questions = mapping_questions(file, {{"", "Say what it holds"},
                                            {"cases", "A case in each row"},
                                            {"learning", "A recommendation or an action in each row"},
                                            {"nothing", "Nothing to be imported"}});
  page.sections.push_back({.paragraphs = {"This is a first guess. Look through it: a column that you leave out is not "
                                          "kept anywhere."},
                           .form = std::move(form)});
  PlainForm whole{here,
                  {{"mapping",
                    "Mapping",
                    "Say here also what words of your own mean, and what stands for empty cells",
                    Question::Sort::area,
                    text_in(file, "mapping"),
                    {},
                    20}},
                  {{"use", "Use this mapping", true}},
                  {}};
  page.sections.push_back({.heading = "The mapping as a file",
                           .paragraphs = {"Copy it and keep it: with it the same spreadsheet is read alike another "
                                          "time."},
                           .form = std::move(whole)});
  return page;
}

PlainPage past_report_page(const json::value& report, const std::string& here, bool asks_two) {
  const bool stored = flag_in(report, "stored");
  const bool good = flag_in(report, "good");
  const int cases = number_in(report, "cases");
  PlainPage page{stored ? "Past cases were imported" : "What would be imported", "Bring in past cases", here,
                 "Back to the columns"};
  page.sections.push_back({.facts = {{stored ? "Imported" : "New cases", counted(cases, "case", "cases")},
                                     {"Updates in them", std::to_string(number_in(report, "entries"))},
                                     {"In the store already", std::to_string(number_in(report, "there"))}}});
  if (!stored) {
    page.sections.push_back({.links = {{"Download this report as a CSV file", here + "/report.csv"}}});
    if (good && cases > 0) page.sections.push_back(import_section(here, asks_two));
    page.sections.push_back(findings_section(report, true));
  }
  page.sections.push_back(findings_section(report, false));
  page.sections.push_back(rows_section(report, stored));
  return page;
}

PlainPage past_refused_page(const json::value& problem, const std::string& here, bool asks_two) {
  PlainPage page{"Nothing was imported", "Bring in past cases", here, "Back to the columns"};
  page.faults.summary = json::array{json::object{{"href", "#main-content"}, {"text", text_in(problem, "detail")}}};
  page.sections.push_back({.links = {{"See what would be imported", here + "/report"}}});
  if (asks_two) page.sections.push_back(import_section(here, asks_two));
  return page;
}

}  // namespace reviewd
