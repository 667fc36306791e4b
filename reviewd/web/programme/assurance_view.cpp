#include "reviewd/web/programme/assurance_view.hpp"

#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <string>
#include <utility>

#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/record_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

std::string state_of(const json::value& row) { return text_in(row, "state"); }
bool is_owed(const json::value& row) { return state_of(row) == "AWAITED" || state_of(row) == "OVERDUE"; }

std::string state_words(const json::value& row) {
  const auto words = choice_words("AssuranceState", state_of(row));
  return flag_in(row, "partial") && is_owed(row) ? words + ". Part of it came" : words;
}

std::string of(int some, int all) { return fmt::format("{} of {}", some, all); }

/// `10 of 14 answered, 1 declined. 3 have not, and the day of 2 is over.`
std::string headline(const json::value& counts) {
  const int asked = number_in(counts, "asked");
  if (asked == 0) return "Nobody has been asked yet.";
  auto says = fmt::format("{} answered", of(number_in(counts, "returned"), asked));
  if (const int declined = number_in(counts, "declined"); declined > 0) says += fmt::format(", {} declined", declined);
  says += '.';
  if (const int owed = number_in(counts, "notAnswered"); owed > 0) {
    says += fmt::format(" {} not, and for {} of these the day is over.",
                        owed == 1 ? "1 has" : fmt::format("{} have", owed), number_in(counts, "overdue"));
  }
  return says;
}

Section counts_of(const json::value& answer) {
  const json::value counts = object_in(answer, "counts");
  Section section{.paragraphs = {headline(counts)}};
  const auto say = [&](const char* words, const std::string& value) { section.facts.emplace_back(words, value); };
  const auto number = [&](const char* key) { return std::to_string(number_in(counts, key)); };
  say("Asked", number("asked"));
  say("Returned", number("returned"));
  say("Of these, late", number("returnedLate"));
  say("Declined", number("declined"));
  say("No longer asked for", number("waived"));
  say("Scrutinised", of(number_in(counts, "scrutinised"), number_in(counts, "returned")));
  say("Follow-up still to be done", number("followUpsOpen"));
  say("Of this, overdue", number("followUpsOverdue"));
  return section;
}

Section unanswered_of(const json::value& answer, const Register& known, bool of_all) {
  Section section{.heading = "Not answered", .table = {"Who has not answered", {}, {}}};
  section.table.columns = {"Agency or school", "What is asked for", "Due", "How it stands"};
  if (of_all) section.table.columns.insert(section.table.columns.begin() + 1, "Programme");
  for (const auto& row : list_in(answer, "rows")) {
    if (!is_owed(row)) continue;
    std::vector<Cell> cells = {{known.agency(text_in(row, "agency"))},
                               {text_in(row, "what")},
                               {day_words(text_in(row, "dueOn"))},
                               {state_words(row)}};
    const auto programme = text_in(row, "programme");
    if (of_all) cells.insert(cells.begin() + 1, Cell{programme, record_address(programme) + "/assurance"});
    section.table.rows.push_back(std::move(cells));
  }
  if (section.table.rows.empty())
    section = {.heading = "Not answered", .paragraphs = {"Nobody. Everybody has answered."}};
  return section;
}

std::string grade_words(const json::value& row, const char* key) {
  const auto grade = choice_words("AssuranceGrade", text_in(row, key));
  return grade.empty() ? "No grade" : grade;
}

Section answers_of(const json::value& answer, const Register& known) {
  Section section{.heading = "Answers",
                  .table = {"Answers, and what scrutiny said",
                            {"Agency or school", "How it stands", "Own grade", "Scrutiny", "Strengths", "Gaps"},
                            {}}};
  for (const auto& row : list_in(answer, "rows")) {
    if (is_owed(row)) continue;
    const auto came = text_in(row, "returnedOn");
    const auto looked = text_in(row, "scrutinisedOn");
    const auto by = text_in(row, "scrutinisedBy");
    section.table.rows.push_back(
        {{known.agency(text_in(row, "agency"))},
         {came.empty() ? state_words(row) : fmt::format("{}, {}", state_words(row), day_words(came))},
         {came.empty() ? std::string() : grade_words(row, "ownGrade")},
         {looked.empty() ? std::string(came.empty() || state_of(row) == "DECLINED" ? "" : "Not yet")
                         : fmt::format("{}. {}, {}", grade_words(row, "grade"), known.agency(by), day_words(looked))},
         {text_in(row, "strengths")},
         {text_in(row, "gaps")}});
  }
  return section.table.rows.empty() ? Section{} : section;
}

Section follow_ups_of(const json::value& answer, const Register& known) {
  Section section{.heading = "Follow-up",
                  .table = {"What agencies were asked to do after scrutiny",
                            {"Agency or school", "What it was asked to do", "Due", "How it stands", "Last word"},
                            {}}};
  for (const auto& row : list_in(answer, "rows")) {
    const auto due = text_in(row, "followUpDueOn");
    if (due.empty()) continue;
    const auto done = text_in(row, "followUpDoneOn");
    section.table.rows.push_back({{known.agency(text_in(row, "agency"))},
                                  {text_in(row, "followUp")},
                                  {day_words(due)},
                                  {!done.empty()                     ? "Done, " + day_words(done)
                                   : flag_in(row, "followUpOverdue") ? "Overdue"
                                                                     : "To be done"},
                                  {text_in(row, "followUpSays")}});
  }
  return section.table.rows.empty() ? Section{} : section;
}

Section next_of(const std::string& address, std::vector<Cell> ways) {
  Section section{.heading = "What to do next", .links = std::move(ways)};
  section.links.push_back({"Download as a spreadsheet (CSV)", address + "/assurance.csv"});
  section.links.push_back({"Who has not answered, over all programmes", "/assurance"});
  return section;
}

}  // namespace

PlainPage assurance_page_of(const json::value& answer, const Register& known, std::vector<Cell> ways) {
  const auto reference = text_in(answer, "programme");
  const auto address = record_address(reference);
  PlainPage page{.title = "Assurance",
                 .caption = record_caption(reference),
                 .back = address,
                 .back_words = "Back to the programme"};
  page.sections = {counts_of(answer), unanswered_of(answer, known, false), answers_of(answer, known),
                   follow_ups_of(answer, known), next_of(address, std::move(ways))};
  if (list_in(answer, "rows").empty()) page.sections[1] = Section{};
  return page;
}

PlainPage unanswered_page_of(const json::value& answer, const Register& known) {
  PlainPage page{.title = "Who has not answered", .back = "/programmes", .back_words = "Back to the programmes"};
  const json::value counts = object_in(answer, "counts");
  page.sections = {
      Section{.paragraphs = {"Requests for assurance in all open programmes that you may see. " + headline(counts)}},
      unanswered_of(answer, known, true), Section{.links = {{"Download as a spreadsheet (CSV)", "/assurance.csv"}}}};
  if (number_in(counts, "asked") == 0) page.sections[1] = Section{};
  return page;
}

}  // namespace reviewd
