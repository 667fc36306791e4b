#include <fmt/format.h>

#include <algorithm>
#include <boost/json/array.hpp>

#include "libreview/calendar/date.hpp"
#include "libreview/law/watched_by_nobody.hpp"
#include "libreview/vocabulary/parse_json.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/paper/paper_pdf.hpp"
#include "reviewd/web/action/action_cell.hpp"
#include "reviewd/web/action/action_deed.hpp"
#include "reviewd/web/action/action_query.hpp"
#include "reviewd/web/form/sections.hpp"
#include "reviewd/web/frame/answer_page.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/file_answer.hpp"
#include "reviewd/web/frame/page.hpp"
#include "reviewd/web/frame/register_of.hpp"
#include "reviewd/web/words/action_words.hpp"
#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/monitoring_address.hpp"
#include "reviewd/web/words/record_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

constexpr int months_in_quarter = 3;
constexpr int months_in_year = 12;

std::string first_of(int year, int month) { return fmt::format("{:04}-{:02}-01", year, month); }

/// The quarter of the year of which today is a part.
RoundShown quarter_of(review::Date today) {
  const int month = std::stoi(today.iso().substr(5, 2));
  const int first = (month - 1) / months_in_quarter * months_in_quarter + 1;
  const int after = first + months_in_quarter;
  const auto next = after > months_in_year ? first_of(today.year() + 1, 1) : first_of(today.year(), after);
  return {first_of(today.year(), first), review::Date::parse(next)->plus_days(-1).iso()};
}

RoundShown asked_of(const PageCall& call) {
  auto asked = quarter_of(call.moment.today);
  const auto from = day_typed(call.request.parameters, "from");
  const auto to = day_typed(call.request.parameters, "to");
  if (!from.empty()) asked.from = from;
  if (!to.empty()) asked.to = to;
  asked.group = call.request.parameter("group").value_or("");
  asked.as_of = day_typed(call.request.parameters, "asOf");
  return asked;
}

std::string query_of(const RoundShown& asked) {
  return fmt::format("?from={}&to={}{}{}", percent_encoded(asked.from), percent_encoded(asked.to),
                     asked.group.empty() ? "" : "&monitoredBy=" + percent_encoded(asked.group),
                     asked.as_of.empty() ? "" : "&asOf=" + percent_encoded(asked.as_of));
}

PlainForm round_form(const PageCall& call, const RoundShown& asked) {
  return {.action = "/actions/monitoring",
          .questions = {{"from", "From", "", Question::Sort::day, asked.from},
                        {"to", "To", "", Question::Sort::day, asked.to},
                        {"group", "Watched over by", "", Question::Sort::choice, asked.group, group_choices(call)}},
          .buttons = {{"", "Show this round", true}},
          .asks = true};
}

using Counts = std::vector<std::pair<const char*, const char*>>;

/// Actions that are in no group's round.
Section unwatched(const json::value& round) {
  const int number = number_in(round, "unwatched");
  return {
      .paragraphs = {number == 1
                         ? std::string("Today 1 open action is watched over by nobody. It is in the round of no group.")
                         : fmt::format("Today {} open actions are watched over by nobody. They are in the round of "
                                       "no group.",
                                       number)},
      .links = {{"Show the actions that nobody watches over",
                 fmt::format("/actions?group={}&progress={}", review::watched_by_nobody, open_actions)}}};
}

/// What the board reads first.
Section headline(const json::value& round) {
  static const Counts lines = {{"all", "Actions"},
                               {"completed", "Completed in the round"},
                               {"completedSince", "Completed since the round ended"},
                               {"completedBefore", "Completed before the round, to be looked at again in it"},
                               {"green", "Open, green: on track"},
                               {"amber", "Open, amber: at risk"},
                               {"red", "Open, red: off track"},
                               {"unsaid", "Open, nothing said yet"},
                               {"overdue", "Open, overdue"},
                               {"notUpdated", "Open, their owners did not say in time how they stand"},
                               {"slipped", "Their date moved later in the round"},
                               {"changed", "A difference made, with evidence"},
                               {"notKnown", "Nobody knows whether they made a difference"},
                               {"escalated", "Escalated in the round"},
                               {"unanswered", "Open, escalated and not answered"},
                               {"notChanged", "Looked at again in the round, and nothing had changed"},
                               {"lookOverdue", "Not looked at again in time"}};
  Section section{.heading = "Headlines"};
  const json::value counts = object_in(round, "counts");
  const json::value last = object_in(round, "last");
  if (text_in(last, "from").empty()) {
    for (const auto& [key, label] : lines) section.facts.emplace_back(label, std::to_string(number_in(counts, key)));
    return section;
  }
  section.paragraphs.push_back(fmt::format("The last round was of {} to {}, held on {}.",
                                           day_words(text_in(last, "from")), day_words(text_in(last, "to")),
                                           day_words(text_in(last, "asOf"))));
  section.table = {"So many actions, and so many in the last round", {"Actions", "This round", "Last round"}, {}};
  const json::value before = object_in(last, "counts");
  for (const auto& [key, label] : lines) {
    section.table.rows.push_back(
        {{label}, {std::to_string(number_in(counts, key))}, {std::to_string(number_in(before, key))}});
  }
  return section;
}

Section by_owner(const json::value& round, const Register& known) {
  Section section{.heading = "Who has not updated"};
  section.table = {"How many actions of each owner", {"Owner", "Actions", "Not updated", "Overdue", "Slipped"}, {}};
  for (const auto& one : list_in(round, "owners")) {
    const json::value counts = object_in(one, "counts");
    const auto number = [&](const char* key) { return Cell{std::to_string(number_in(counts, key))}; };
    section.table.rows.push_back({{known.agency(text_in(one, "owner"))},
                                  number("all"),
                                  number("notUpdated"),
                                  number("overdue"),
                                  number("slipped")});
  }
  if (section.table.rows.empty()) section.paragraphs = {"There is no action in this round."};
  return section;
}

/// What the group can do about an exception: an open one is escalated, a complete one is looked at again.
Cell way_on(const review::Reader& reader, const json::value& action) {
  if (flag_in(action, "complete")) return deed_for(reader, action);
  if (!may_record_of_action(reader, action, "action-escalated")) return {""};
  return {"Escalate", action_form_address(action, "actionEscalated")};
}

/// Only what the group should hear of.
Section exceptions(const json::value& round, const Register& known, const review::Reader& reader) {
  const json::value group = object_in(round, "group");
  const auto title = text_in(group, "title");
  Section section{.heading = title.empty() ? "Exception report" : "Exception report for the " + title};
  if (const auto next = text_in(group, "escalatesTo"); !next.empty()) {
    section.paragraphs.push_back("What this group cannot settle goes to: " + hearer_words(next) + ".");
  }
  section.table = {"Exceptions",
                   {"What is to be done", "Case or programme", "Owner", "Due", "How it stands", "Why it is here", "Do"},
                   {}};
  for (const auto& one : list_in(round, "actions")) {
    if (list_in(one, "exceptions").empty()) continue;
    const auto reference = record_in(one);
    auto why = exception_words(one);
    if (const int times = number_in(one, "slippedInRound"); times > 1) why += fmt::format(" ({} times)", times);
    section.table.rows.push_back({action_cell(one),
                                  {reference, record_address(reference)},
                                  {action_owner(one, known)},
                                  {action_due(one)},
                                  {action_standing(one)},
                                  {why},
                                  way_on(reader, one)});
  }
  if (section.table.rows.empty()) section.paragraphs.emplace_back("There is nothing that the group should hear of.");
  return section;
}

/// The round as files to send.
Section files(const std::string& here) {
  Section section{.heading = "To send"};
  const auto put = [&](const char* words, const char* paper) {
    const std::string at = std::string("/actions/monitoring/") + paper;
    section.links.push_back({fmt::format("{} (OpenDocument text)", words), at + "/odt" + here});
    if (has_pdf_converter()) section.links.push_back({fmt::format("{} (PDF)", words), at + "/pdf" + here});
  };
  put("Exception report, for the group", "exceptions");
  put("Headlines, for the board", "headlines");
  section.links.push_back({"Download this round as a spreadsheet (CSV)", "/actions/monitoring.csv" + here});
  return section;
}

/// What the page says beside the round itself.
struct Beside {
  PlainForm form;
  Register known;
  review::Reader reader;
  std::string here;
};

constexpr const char* round_title = "Monitoring round";

PlainPage page_of_round(Beside beside, const json::value& round) {
  PlainPage page{.title = round_title, .back = "/actions", .back_words = "Back to the actions"};
  page.caption = fmt::format("{} to {}", day_words(text_in(round, "from")), day_words(text_in(round, "to")));
  page.sections.push_back({.paragraphs = {"As the actions stood on " + day_words(text_in(round, "asOf")) + "."}});
  if (number_in(round, "unwatched") > 0) page.sections.push_back(unwatched(round));
  page.sections.push_back(headline(round));
  page.sections.push_back(by_owner(round, beside.known));
  page.sections.push_back(exceptions(round, beside.known, beside.reader));
  page.sections.push_back(files(beside.here));
  page.sections.push_back({.heading = "Another round", .form = std::move(beside.form)});
  return page;
}

json::value json_of(const Response& answer) { return review::parse_json(answer.body).value_or(json::value()); }

Response monitoring_page(PageCall& call) {
  const auto asked = asked_of(call);
  auto form = round_form(call, asked);
  auto answer = answer_to(call, {"GET", "/v1/actions/monitoring" + query_of(asked)});
  if (answer.status == 400) {
    PlainPage page{.title = round_title, .back = "/actions", .back_words = "Back to the actions"};
    page.faults = faults_of(json_of(answer), form.questions);
    page.sections.push_back({.form = std::move(form)});
    return sections_page(call, page, 400);
  }
  const Beside beside{std::move(form), register_of(call), call.visitor.reader, monitoring_query(asked)};
  return answer_page(call, std::move(answer), "sections",
                     [beside](const json::value& round) { return sections_view(page_of_round(beside, round)); });
}

Response paper_file(const PageCall& call, const char* paper) {
  return file_answer(call, std::string("/v1/actions/monitoring/") + paper + query_of(asked_of(call)));
}

Response exceptions_text(PageCall& call) { return paper_file(call, "exceptions:odt"); }
Response exceptions_pdf(PageCall& call) { return paper_file(call, "exceptions:pdf"); }
Response headlines_text(PageCall& call) { return paper_file(call, "headlines:odt"); }
Response headlines_pdf(PageCall& call) { return paper_file(call, "headlines:pdf"); }

Response monitoring_file(PageCall& call) {
  return file_answer(call, "/v1/actions/monitoring:csv" + query_of(asked_of(call)));
}

}  // namespace

std::vector<Page> monitoring_pages() {
  return {{"GET", "/actions/monitoring", "monitoringPage", Use::read, monitoring_page},
          {"GET", "/actions/monitoring.csv", "monitoringFile", Use::read, monitoring_file},
          {"GET", "/actions/monitoring/exceptions/odt", "monitoringExceptions", Use::read, exceptions_text},
          {"GET", "/actions/monitoring/exceptions/pdf", "monitoringExceptionsPdf", Use::read, exceptions_pdf},
          {"GET", "/actions/monitoring/headlines/odt", "monitoringHeadlines", Use::read, headlines_text},
          {"GET", "/actions/monitoring/headlines/pdf", "monitoringHeadlinesPdf", Use::read, headlines_pdf}};
}

}  // namespace reviewd
