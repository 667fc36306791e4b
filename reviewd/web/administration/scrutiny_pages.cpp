#include <fmt/format.h>

#include <boost/json/serialize.hpp>

#include "reviewd/http/percent.hpp"
#include "reviewd/web/form/sections.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/form_body.hpp"
#include "reviewd/web/frame/page.hpp"
#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/form_typed.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/record_words.hpp"
#include "reviewd/web/words/screen_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

std::string case_address(const json::value& of) { return record_address(record_in(of)); }

std::string waited(const json::value& challenge) {
  return counted_words(number_in(challenge, "daysWaiting"), "day", "days");
}

PlainTable waiting_table(const json::value& answer, bool may_answer) {
  PlainTable table{"Not answered yet", {"Case", "Challenge", "Raised", "Waiting"}, {}};
  if (may_answer) table.columns.emplace_back("Answer");
  for (const auto& challenge : list_in(answer, "challenges")) {
    if (flag_in(challenge, "answered")) continue;
    std::vector<Cell> row = {
        {record_in(challenge), case_address(challenge)},
        {text_in(challenge, "text")},
        {fmt::format("{}, by {}", day_words(text_in(challenge, "raisedOn")), person_words(text_in(challenge, "by")))},
        {waited(challenge)}};
    if (may_answer) {
      row.push_back({"Answer it", case_address(challenge) + "/add/challengeAnswered?challengeAnswered.challenge=" +
                                      percent_encoded(text_in(challenge, "challenge"))});
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

PlainTable answered_table(const json::value& answer) {
  PlainTable table{"Answered", {"Case", "Challenge", "Answer", "Answered", "Something changed"}, {}};
  for (const auto& challenge : list_in(answer, "challenges")) {
    if (!flag_in(challenge, "answered")) continue;
    table.rows.push_back({{record_in(challenge), case_address(challenge)},
                          {text_in(challenge, "text")},
                          {text_in(challenge, "answer").empty() ? "No text" : text_in(challenge, "answer")},
                          {fmt::format("{}, after {}", day_words(text_in(challenge, "answeredOn")), waited(challenge))},
                          {flag_in(challenge, "changed") ? "Yes" : "No"}});
  }
  return table;
}

PlainTable given_table(const json::value& answer) {
  PlainTable table{"Attended, or commented afterwards", {"Case", "Meeting", "How", "When"}, {}};
  for (const auto& given : list_in(answer, "scrutiny")) {
    const auto meeting = text_in(given, "meeting");
    table.rows.push_back({{record_in(given), case_address(given)},
                          {meeting.empty() ? "Not said" : name_words(meeting)},
                          {text_in(given, "how") == "ATTENDED" ? "Attended" : "Commented afterwards"},
                          {day_words(text_in(given, "on"))}});
  }
  return table;
}

Response scrutiny_page(const PageCall& call, const std::string& typed, int status, const json::value& problem) {
  const auto answer = ask(call, {"GET", "/v1/challenges"});
  if (!answer.good()) return refused_page(call, answer.status, answer.json);
  const auto role = call.visitor.role;
  PlainPage page{"Scrutiny"};
  Section waiting{.table = waiting_table(answer.json, review::may(role, review::Right::decide))};
  if (waiting.table.rows.empty()) waiting.paragraphs = {"No challenge waits for an answer."};
  page.sections.push_back(std::move(waiting));
  if (review::may(role, review::Right::scrutinise)) {
    PlainForm form{
        "/scrutiny", {}, {{"challenge", "Raise a challenge"}, {"given", "I attended or commented", true}}, {}};
    form.questions = {{"case", "Case", "Its reference, for example 26-0001", Question::Sort::line, typed}};
    if (problem.is_object()) page.faults = faults_of(problem, form.questions);
    page.sections.push_back({.heading = "Record your scrutiny",
                             .paragraphs = {"Say which case. The next page asks for the rest."},
                             .form = std::move(form)});
  }
  page.sections.push_back({.table = answered_table(answer.json)});
  page.sections.push_back({.table = given_table(answer.json)});
  const auto year = call.moment.today.year();
  Section statements{.heading = "Statement for the yearly report"};
  for (const auto of : {year, year - 1}) {
    statements.links.push_back({fmt::format("Statement for {}", of), fmt::format("/scrutiny/statement/{}", of)});
  }
  page.sections.push_back(std::move(statements));
  return sections_page(call, page, status);
}

Response show_scrutiny(PageCall& call) { return scrutiny_page(call, "", 200, {}); }

/// To the form of the case that was named.
Response begin(PageCall& call) {
  const auto typed = form_values(call.request.body).value_or(NameValues());
  const auto reference = typed_text(value_of(typed, "case"));
  const auto found =
      reference.empty() ? ApiAnswer{404, {}, ""} : ask(call, {"GET", "/v1/cases/" + percent_encoded(reference)});
  if (found.status == 403) return refused_page(call, 403, found.json);
  if (!found.good()) {
    constexpr const char* says = "There is no case of this reference that you may see. Check the reference.";
    const json::object violation{{"pointer", "/case"}, {"message", says}};
    return scrutiny_page(call, reference, 400, json::object{{"violations", json::array{violation}}});
  }
  const auto* kind = value_of(typed, "do") == "given" ? "scrutinyGiven" : "challengeRaised";
  return see_other(case_address(found.json) + "/add/" + kind);
}

Response statement_page(const PageCall& call, int status, const json::value& problem) {
  const auto answer = ask(call, {"GET", "/v1/scrutiny/statements/" + percent_encoded(call.path("year"))});
  if (!answer.good()) return refused_page(call, answer.status, answer.json);
  const auto year = std::to_string(number_in(answer.json, "year"));
  const json::value counts(object_in(answer.json, "counts"));
  const auto number = [&](std::string_view name) { return std::to_string(number_in(counts, name)); };
  PlainForm form;
  if (call.visitor.reader.may(review::Right::scrutinise)) {
    form = {"/scrutiny/statement/" + year, {}, {{"keep", "Keep this text"}}, {}};
    form.questions = {{"text",
                       "Statement",
                       "Do not name a child, a family or a member of staff. Each text that you keep "
                       "stays on record",
                       Question::Sort::area,
                       text_in(answer.json, "text"),
                       {},
                       20}};
  }
  PlainPage page{"Scrutineer's statement for " + year, "Yearly report", "/scrutiny", "Back to scrutiny"};
  if (problem.is_object()) page.faults = faults_of(problem, form.questions);
  page.sections.push_back({.heading = "Counted from the cases that you may see",
                           .facts = {{"Challenges raised", number("raised")},
                                     {"Of these, answered", number("answered")},
                                     {"Where something changed", number("changed")},
                                     {"Not answered yet", number("waiting")},
                                     {"Meetings attended", number("attended")},
                                     {"Comments afterwards", number("commentedAfterwards")}}});
  const auto text = text_in(answer.json, "text");
  Section words{.heading = "The statement", .form = form};
  if (form.buttons.empty()) words.note = text.empty() ? "Nothing was written yet." : text;
  const auto& history = list_in(answer.json, "history");
  if (!history.empty()) {
    words.paragraphs = {fmt::format("Last changed by {}, {}.", person_words(text_in(history.back(), "changedBy")),
                                    instant_words(text_in(history.back(), "changed")))};
  }
  page.sections.push_back(std::move(words));
  return sections_page(call, page, status);
}

Response show_statement(PageCall& call) { return statement_page(call, 200, {}); }

Response keep_statement(PageCall& call) {
  const auto typed = form_values(call.request.body).value_or(NameValues());
  const auto address = percent_encoded(call.path("year"));
  const json::object wish{{"text", value_of(typed, "text")}};
  const auto answer = ask(call, {"POST", "/v1/scrutiny/statements/" + address, json::serialize(wish)});
  if (answer.good()) return see_other("/scrutiny/statement/" + address);
  if (answer.status == 400) return statement_page(call, 400, answer.json);
  return refused_page(call, answer.status, answer.json);
}

}  // namespace

std::vector<Page> scrutiny_pages() {
  return {{"GET", "/scrutiny", "scrutinyPage", Use::read, show_scrutiny},
          {"POST", "/scrutiny", "beginScrutinyPage", Use::read, begin},
          {"GET", "/scrutiny/statement/{year}", "statementPage", Use::read, show_statement},
          {"POST", "/scrutiny/statement/{year}", "keepStatementPage", Use::write, keep_statement}};
}

}  // namespace reviewd
