#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include "libreview/access/entry_access.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/web/form/sections.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/case_address.hpp"
#include "reviewd/web/frame/file_answer.hpp"
#include "reviewd/web/frame/form_body.hpp"
#include "reviewd/web/frame/form_key.hpp"
#include "reviewd/web/frame/page.hpp"
#include "reviewd/web/frame/plain_refusals.hpp"
#include "reviewd/web/frame/review_address.hpp"
#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

/// Whether it is there still, and else since when and why not.
std::string standing_of(const json::value& row) {
  if (const auto day = text_in(row, "takenDownOn"); !day.empty())
    return "Taken down on " + day_words(day) + ": " + choice_words("TakeDownReason", text_in(row, "takenDownFor"));
  const auto kept = text_in(row, "keptUntil");
  return kept.empty() ? std::string("Published") : "Published, and stays so until at least " + day_words(kept);
}

std::vector<Cell> row_of(const json::value& row, bool may_take_down) {
  const auto reference = text_in(row, "case");
  const auto at = "/cases/" + percent_encoded(reference) + "/reviews/" + percent_encoded(text_in(row, "review"));
  const auto title = text_in(row, "title");
  const bool offers = may_take_down && text_in(row, "takenDownOn").empty();
  const auto untitled = "No title given: a review about " + text_in(row, "about");
  return {{title.empty() ? untitled : title, at + "/publication"},
          {reference, "/cases/" + percent_encoded(reference)},
          {day_words(text_in(row, "publishedOn"))},
          {choice_words("PublicationForm", text_in(row, "form")) + ", version " +
           std::to_string(number_in(row, "version"))},
          {standing_of(row)},
          offers ? Cell{"Take down", at + "/take-down"} : Cell{""}};
}

Response show_register(PageCall& call) {
  auto asked = std::string("/v1/publications");
  if (const auto page = call.request.parameter("page").value_or(""); !page.empty())
    asked += "?pageToken=" + percent_encoded(page);
  const auto answer = ask(call, {"GET", asked});
  if (!answer.good()) return refused_page(call, answer.status, answer.json);
  PlainPage page{.title = "Published reviews", .back = "/overview", .back_words = "Back to the overview"};
  Section table;
  table.paragraphs = {
      "Every report that was published, newest first, also those that were taken down since. One that "
      "was published just now stands here when it cannot be recalled any more."};
  table.table = {"Published reviews", {"Review", "Case", "Published", "Form", "How it stands", "Do"}, {}};
  const bool may = review::records_kind(call.visitor.reader, "report-taken-down");
  for (const auto& row : list_in(answer.json, "publications")) table.table.rows.push_back(row_of(row, may));
  if (table.table.rows.empty()) table.paragraphs.emplace_back("Nothing is published.");
  page.sections.push_back(std::move(table));
  Section links{.heading = "Take it with you"};
  links.links = {{"Download as a spreadsheet (CSV)", "/publications/csv"},
                 {"Download a page for your website", "/publications/website", "", "",
                  "what is published now, by title, day and form; no case and nobody is named"}};
  if (const auto next = text_in(answer.json, "nextPageToken"); !next.empty())
    links.links.push_back({"Next page", "/publications?page=" + percent_encoded(next)});
  page.sections.push_back(std::move(links));
  return sections_page(call, page);
}

Response as_csv(PageCall& call) { return file_answer(call, "/v1/publications:csv"); }
Response as_website(PageCall& call) { return file_answer(call, "/v1/publications:page"); }

/// The four that need no year, and one person alone; the fifth for when the year is over.
std::vector<std::pair<std::string, std::string>> reasons_offered() {
  std::vector<std::pair<std::string, std::string>> all{{"", "Choose a reason"}};
  for (const auto* reason : {"COURT_ORDER", "CHILD_AT_RISK", "IDENTIFIED", "FACTUAL_ERROR", "TERM_ENDED"}) {
    all.emplace_back(reason, choice_words("TakeDownReason", reason));
  }
  return all;
}

std::vector<Question> questions_of(const NameValues& typed) {
  return {
      {"reason", "Why must it come down?", "", Question::Sort::choice, value_of(typed, "reason"), reasons_offered()},
      {"reasons", "More on why (optional)", "Name nobody", Question::Sort::area, value_of(typed, "reasons"), {}, 3}};
}

/// What the record cannot do for them.
Section what_else() {
  return {.heading = "What else to do now",
          .paragraphs = {"This service records that the report is taken down. It cannot take it off the internet. Do "
                         "this as well:",
                         "1. Have the report and every page that links to it taken off your website, and those of your "
                         "partners.",
                         "2. Ask Google and Bing to remove the address from their results and their stored copies.",
                         "3. Tell the national case review repository to withdraw its copy.",
                         "4. Tell the National Panel, the Secretary of State and Ofsted.",
                         "5. If somebody was identified, or a child is at risk: tell the police and children's social "
                         "care, and ask newspapers that quote the report to take the part down.",
                         "6. Note here what you did, and when."}};
}

Response take_down_page(const PageCall& call, const NameValues& typed, int status, const json::value& problem) {
  const auto standing = ask(call, {"GET", review_api(call) + "/publication"});
  if (!standing.good()) return refused_page(call, standing.status, standing.json);
  PlainPage page{"Take this report down", "Case " + call.path("case"), review_address(call) + "/publication",
                 "Back to the publication"};
  if (const auto down = text_in(standing.json, "takenDownOn"); !down.empty()) {
    page.title = "This report is taken down";
    page.sections.push_back(
        {.facts = {{"Taken down on", day_words(down)},
                   {"Why", choice_words("TakeDownReason", text_in(standing.json, "takenDownFor"))}}});
    page.sections.push_back(what_else());
    page.sections.push_back({.links = {{"Note what you did", case_address(call) + "/add/noteAdded"},
                                       {"Put a new version in its place",
                                        case_address(call) + "/add/reportReplaced?reportReplaced.review=" +
                                            percent_encoded(call.path("review"))}}});
    return sections_page(call, page, status);
  }
  if (text_in(standing.json, "publishedOn").empty()) {
    page.sections.push_back({.paragraphs = {"This report is not published."}});
    return sections_page(call, page, status);
  }
  PlainForm form{review_address(call) + "/take-down",
                 questions_of(typed),
                 {{"take-down", "Take it down now"}},
                 {{"version", std::to_string(number_in(standing.json, "version"))}, {"key", new_form_key()}}};
  if (problem.is_object()) page.faults = faults_of(problem, form.questions);
  page.sections.push_back(
      {.paragraphs = {"One person may do this at once, for a court order, a child at risk, somebody who was "
                      "identified, or an error of fact. For any other reason a report stays for a year."},
       .form = std::move(form)});
  return sections_page(call, page, status);
}

bool may_take_down(const PageCall& call) {
  return review::records_kind(call.visitor.reader, "report-taken-down") &&
         !call.visitor.reader.glass.contains(call.path("case"));
}

Response show_take_down(PageCall& call) {
  return may_take_down(call) ? take_down_page(call, {}, 200, {}) : not_allowed(call);
}

Response take_down(PageCall& call) {
  if (!may_take_down(call)) return not_allowed(call);
  const auto typed = form_values(call.request.body).value_or(NameValues());
  // Who may not see the case learns nothing of what is wrong with the form.
  const auto standing = ask(call, {"GET", review_api(call) + "/publication"});
  if (!standing.good()) return refused_page(call, standing.status, standing.json);
  if (value_of(typed, "reason").empty()) {
    return take_down_page(call, typed, 400,
                          json::object{{"violations", json::array{json::object{{"pointer", "/reason"},
                                                                               {"message", "Choose a reason"}}}}});
  }
  json::object down{{"review", call.path("review")}, {"reason", value_of(typed, "reason")}};
  if (const auto reasons = value_of(typed, "reasons"); !reasons.empty()) down["reasons"] = reasons;
  const auto answer = ask(
      call, {"POST",
             case_api(call) + "/entries",
             json::serialize(json::object{{"reportTakenDown", std::move(down)}}),
             {{"If-Match", "\"" + value_of(typed, "version") + "\""}, {"Idempotency-Key", value_of(typed, "key")}}});
  if (answer.good()) return see_other(review_address(call) + "/take-down");
  if (answer.status == 412) {
    return take_down_page(
        call, typed, 412,
        json::object{{"detail",
                      "Somebody recorded something meanwhile. Look at the page as it is now, and do it "
                      "again."}});
  }
  if (answer.status != 400 && answer.status != 409) return refused_page(call, answer.status, answer.json);
  return take_down_page(call, typed, answer.status, answer.json);
}

}  // namespace

std::vector<Page> register_pages() {
  return {{"GET", "/publications", "publicationsPage", Use::read, show_register},
          {"GET", "/publications/csv", "publicationsCsv", Use::read, as_csv},
          {"GET", "/publications/website", "publicationsWebsite", Use::read, as_website},
          {"GET", "/cases/{case}/reviews/{review}/take-down", "takeDownPage", Use::read, show_take_down},
          {"POST", "/cases/{case}/reviews/{review}/take-down", "takeReportDown", Use::write, take_down}};
}

}  // namespace reviewd
