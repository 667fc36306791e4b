#include "reviewd/web/programme/programme_view.hpp"

#include <fmt/format.h>

#include <string>
#include <utility>

#include "libreview/vocabulary/kinds.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/web/words/action_words.hpp"
#include "reviewd/web/words/answer_words.hpp"
#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/clock_words.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/form_fields.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/monitoring_address.hpp"
#include "reviewd/web/words/record_words.hpp"
#include "reviewd/web/words/screen_words.hpp"
#include "reviewd/web/words/stage_words.hpp"
#include "reviewd/web/words/step_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

/// So many of the newest updates stand on the page.
constexpr std::size_t updates_shown = 50;

std::string bodies(const json::array& list, const Register& known) {
  std::string all;
  for (const auto& one : list) all += (all.empty() ? "" : ", ") + known.agency(std::string(one.as_string()));
  return all;
}

/// `Wednesday 1 April 2026 to Wednesday 31 March 2027`; the one day where the other is not said.
std::string period_words(const json::value& programme) {
  const auto from = day_words(text_in(programme, "from"));
  const auto to = day_words(text_in(programme, "to"));
  if (from.empty()) return to.empty() ? to : "Until " + to;
  return to.empty() ? "From " + from : from + " to " + to;
}

Section facts_of(const ProgrammeStory& story) {
  const auto& one = story.programme;
  Section section;
  const auto say = [&](const char* key, std::string value) {
    if (!value.empty()) section.facts.emplace_back(key, std::move(value));
  };
  say("What it is", choice_words("ProgrammeSort", text_in(one, "sort")));
  say("Stage", stage_words(text_in(one, "stage")));
  say("Opened", day_words(text_in(one, "openedOn")));
  say("Period", period_words(one));
  const auto owner = text_in(one, "owner");
  say("Who answers for it", owner.empty() ? std::string() : story.known.agency(owner));
  say("Agencies", bodies(list_in(one, "agencies"), story.known));
  say("Reported on", day_words(text_in(one, "reportedOn")));
  say("Reported to", bodies(list_in(one, "reportedTo"), story.known));
  return section;
}

Section steps_of(const ProgrammeStory& story) {
  Section section{.heading = "Steps", .table = {"The steps of the cycle", {"Step", "Done"}, {}}};
  for (const auto& step : list_in(story.programme, "steps")) {
    const auto done = text_in(step, "doneOn");
    section.table.rows.push_back({{text_in(step, "title")}, {done.empty() ? "Not yet" : day_words(done)}});
  }
  return section.table.rows.empty() ? Section{} : section;
}

Section clocks_of(const ProgrammeStory& story) {
  Section section{.heading = "Dates", .table = {"What is due", {"What", "How it stands", "Who"}, {}}};
  for (const auto& clock : list_in(story.programme, "clocks")) {
    const auto row = clock_row(clock, story.known);
    section.table.rows.push_back({{text_in(row, "title"), text_in(row, "address")},
                                  {fmt::format("{}. {}", text_in(row, "state"), text_in(row, "standing"))},
                                  {text_in(row, "owner")}});
  }
  return section.table.rows.empty() ? Section{} : section;
}

/// The newest word on an action that the record has; what was agreed before anything was said of it.
std::string text_of_action(const ProgrammeStory& story, const std::string& action) {
  std::string text;
  for (const auto& entry : story.entries) {
    const json::value agreed = object_in(entry, "actionAgreed");
    if (text_in(agreed, "action") == action) text = text_in(agreed, "what");
  }
  return text;
}

Section actions_of(const ProgrammeStory& story, const std::string& address) {
  Section section{
      .heading = "Actions",
      .table = {"Actions", {"What is to be done", "Owner", "Due", "How it stands", "How far it has reached"}, {}}};
  bool open = false;
  for (const auto& action : list_in(story.programme, "actions")) {
    const auto name = text_in(action, "action");
    const auto what = text_of_action(story, name);
    open = open || !flag_in(action, "complete");
    section.table.rows.push_back({{what.empty() ? name_words(name) : what},
                                  {story.known.agency(text_in(action, "owner"))},
                                  {day_words(text_in(action, "dueOn"))},
                                  {action_standing(action)},
                                  {action_reached(action)}});
  }
  if (open && story.may_ask) section.links.push_back({"Ask an agency how its actions stand", address + "/action-link"});
  return section.table.rows.empty() ? Section{} : section;
}

/// What was found and recommended, as it counts now.
Section findings_of(const ProgrammeStory& story) {
  Section section{.heading = "Findings and recommendations"};
  for (const auto& entry : story.entries) {
    if (!text_in(entry, "withdrawnBy").empty() || !text_in(entry, "correctedBy").empty()) continue;
    const json::value corrected = object_in(entry, "entryCorrected");
    const json::value replaced = object_in(corrected, "replacement");
    const json::value& said = object_in(entry, "entryCorrected").empty() ? entry : replaced;
    const json::value learned = object_in(said, "learningCaptured");
    for (const auto& finding : list_in(learned, "findings")) {
      section.paragraphs.push_back("Finding: " + text_in(finding, "finding"));
    }
    const json::value made = object_in(said, "recommendationMade");
    if (const auto text = text_in(made, "text"); !text.empty()) section.paragraphs.push_back("Recommendation: " + text);
    for (auto& answer : answer_words(story.programme, text_in(made, "recommendation"), story.known))
      section.paragraphs.push_back(std::move(answer));
  }
  return section.paragraphs.empty() ? Section{} : section;
}

Section products_of(const ProgrammeStory& story, const std::string& address) {
  Section section{.heading = "Learning products"};
  for (const auto& one : list_in(story.programme, "products")) {
    const auto name = text_in(one, "product");
    section.links.push_back({name_words(name) + ": " + choice_words("ProductSort", text_in(one, "sort")),
                             address + "/products/" + percent_encoded(name)});
  }
  return section.links.empty() ? Section{} : section;
}

Section updates_of(const ProgrammeStory& story, const std::string& address) {
  Section section{.heading = "Updates", .table = {"Updates, newest first", {"What", "By"}, {}}};
  for (auto entry = story.entries.rbegin(); entry != story.entries.rend(); ++entry) {
    if (section.table.rows.size() == updates_shown) break;
    const auto label = entry_label(*entry);
    section.table.rows.push_back(
        {{label.empty() ? "An update" : label, address + "/entries/" + percent_encoded(text_in(*entry, "entry"))},
         {story.known.person(text_in(*entry, "recordedBy"))}});
  }
  return section;
}

/// What a programme of its sort is for, on a page of its own.
Section part_of(const ProgrammeStory& story, const std::string& address) {
  const auto sort = text_in(story.programme, "sort");
  // A contact of an agency is not told the sort, and has what the own agency was asked.
  if (sort.empty())
    return {.heading = "Assurance", .links = {{"Assurance: what your agency was asked for", address + "/assurance"}}};
  if (sort == "TRAINING")
    return {.heading = "The training", .links = {{"Training and what it changed", address + "/training"}}};
  if (sort == "PLEDGES")
    return {.heading = "The pledges", .links = {{"Pledges to young people", address + "/pledges"}}};
  if (sort == "WORKFORCE_SURVEY")
    return {.heading = "The survey", .links = {{"Questions and answers", address + "/survey"}}};
  if (sort == "IMPROVEMENT_PLAN")
    return {.heading = "The plan",
            .links = {{"How the plan stands: objectives, what moved, what is late, risks", address + "/plan"}}};
  for (const auto* asks :
       {"SECTION_11", "SECTION_175_157", "SINGLE_AGENCY_AUDIT", "NATIONAL_REVIEW", "OTHER_AREA_REVIEW"}) {
    if (sort == asks)
      return {.heading = "Assurance",
              .links = {{"Assurance: who was asked, and who has answered", address + "/assurance"}}};
  }
  return {};
}

/// What the group noted in the round, as it counts now.
std::string noted_in(const ProgrammeStory& story, const json::value& round) {
  for (const auto& entry : story.entries) {
    if (!text_in(entry, "withdrawnBy").empty() || !text_in(entry, "correctedBy").empty()) continue;
    const json::value corrected = object_in(entry, "entryCorrected");
    const json::value replaced = object_in(corrected, "replacement");
    const json::value& said = object_in(entry, "entryCorrected").empty() ? entry : replaced;
    const json::value held = object_in(said, "monitoringRoundHeld");
    if (text_in(held, "from") == text_in(round, "from") && text_in(held, "until") == text_in(round, "until") &&
        !text_in(held, "from").empty())
      return text_in(held, "noted");
  }
  return {};
}

/// The rounds that were held, newest first, each with the way to what it looked at.
Section rounds_of(const ProgrammeStory& story) {
  Section section{.heading = "Rounds",
                  .table = {"Rounds of monitoring that were held, newest first",
                            {"Round", "Held on", "Next one by", "What the group noted"},
                            {}}};
  const auto rounds = list_in(story.programme, "rounds");
  for (auto round = rounds.rbegin(); round != rounds.rend(); ++round) {
    const RoundShown shown{text_in(*round, "from"), text_in(*round, "until"), text_in(*round, "monitoredBy"),
                           text_in(*round, "heldOn")};
    section.table.rows.push_back({{fmt::format("{} to {}", day_words(shown.from), day_words(shown.to)),
                                   "/actions/monitoring" + monitoring_query(shown)},
                                  {day_words(shown.as_of)},
                                  {day_words(text_in(*round, "nextBy"))},
                                  {noted_in(story, *round)}});
  }
  return section.table.rows.empty() ? Section{} : section;
}

/// The way to what the audit found, where it is one.
Section audit_of(const ProgrammeStory& story, const std::string& address) {
  const auto sort = text_in(story.programme, "sort");
  if (sort != "MULTI_AGENCY_AUDIT" && sort != "SINGLE_AGENCY_AUDIT") return {};
  return {.heading = "The audit", .links = {{"What the audit found, and who has not answered", address + "/audit"}}};
}

Section next_of(const ProgrammeStory& story, const std::string& address) {
  Section section{.heading = "What can be recorded next"};
  if (!story.may_record) return {};
  // What only programmes take comes first: it is what this one is for.
  std::vector<Cell> of_cases_too;
  for (const auto& next : list_in(story.programme, "nextEntries")) {
    if (!text_in(next, "why").empty()) continue;
    const auto kind = text_in(next, "kind");
    const auto href = kind == "documentFiled" ? address + "/documents/add" : address + "/add/" + percent_encoded(kind);
    const auto* known = review::find_kind(kind);
    const bool own = known != nullptr && !known->is_of("case");
    (own ? section.links : of_cases_too).push_back({step_words(kind), href});
  }
  section.links.insert(section.links.end(), of_cases_too.begin(), of_cases_too.end());
  section.links.push_back({"Everything, and what is not open yet", address + "/add"});
  return section;
}

}  // namespace

PlainPage programme_page_of(const ProgrammeStory& story) {
  const auto reference = text_in(story.programme, "programme");
  const auto address = record_address(reference);
  const auto title = text_in(story.programme, "title");
  PlainPage page{.title = title.empty() ? record_caption(reference) : title,
                 .caption = record_caption(reference),
                 .back = "/programmes",
                 .back_words = "Back to the programmes"};
  page.sections = {facts_of(story),
                   audit_of(story, address),
                   part_of(story, address),
                   rounds_of(story),
                   steps_of(story),
                   clocks_of(story),
                   findings_of(story),
                   actions_of(story, address),
                   products_of(story, address),
                   next_of(story, address)};
  page.sections.push_back({.heading = "Questions of scrutiny",
                           .links = {{"Questions that were attached, and their answers", address + "/questions"}}});
  page.sections.push_back({.heading = "Documents", .links = {{"Documents of this programme", address + "/documents"}}});
  page.sections.push_back(updates_of(story, address));
  return page;
}

PlainPage programme_list_of(const json::value& answer, const Register& known, bool may_open) {
  PlainPage page{.title = "Programmes"};
  Section top{.paragraphs = {"Audits, improvement plans, surveys, yearly reports: what the partnership does besides "
                             "cases."}};
  if (may_open) top.links.push_back({"Open a programme", "/programmes/open/programmeOpened"});
  page.sections.push_back(std::move(top));
  Section list{.table = {"Programmes", {"Programme", "Title", "What it is", "Stage", "Who answers for it"}, {}}};
  for (const auto& one : list_in(answer, "programmes")) {
    const auto reference = text_in(one, "programme");
    const auto owner = text_in(one, "owner");
    list.table.rows.push_back({{reference, record_address(reference)},
                               {text_in(one, "title")},
                               {choice_words("ProgrammeSort", text_in(one, "sort"))},
                               {stage_words(text_in(one, "stage"))},
                               {owner.empty() ? std::string() : known.agency(owner)}});
  }
  if (list.table.rows.empty()) list.paragraphs = {"There is no programme that you may see."};
  if (const auto next = text_in(answer, "nextPageToken"); !next.empty())
    list.links.push_back({"More programmes", "/programmes?page=" + percent_encoded(next)});
  page.sections.push_back(std::move(list));
  page.sections.push_back({.links = {{"Who has not answered a request for assurance", "/assurance"},
                                     {"Download as a spreadsheet (CSV)", "/programmes.csv"}}});
  return page;
}

}  // namespace reviewd
