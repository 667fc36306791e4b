#include <fmt/format.h>

#include <algorithm>
#include <boost/json/array.hpp>

#include "libreview/access/disclose.hpp"
#include "libreview/access/entry_access.hpp"
#include "libreview/access/kind_table.hpp"
#include "libreview/record/bodies.hpp"
#include "libreview/vocabulary/kinds.hpp"
#include "libreview/vocabulary/record_name.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/web/action/action_cell.hpp"
#include "reviewd/web/action/action_deed.hpp"
#include "reviewd/web/action/action_query.hpp"
#include "reviewd/web/form/ask_by_link.hpp"
#include "reviewd/web/form/sections.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/file_answer.hpp"
#include "reviewd/web/frame/page.hpp"
#include "reviewd/web/frame/register_of.hpp"
#include "reviewd/web/words/action_words.hpp"
#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/record_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

/// The answer of the API for this page of the list.
ApiAnswer list_answer(const PageCall& call, const std::string& list, const std::string& filter) {
  auto asked = list + filter;
  if (const auto page = call.request.parameter("page").value_or(""); !page.empty())
    asked += (filter.empty() ? "?pageToken=" : "&pageToken=") + percent_encoded(page);
  return ask(call, {"GET", asked});
}

/// Where else to go from the list: the next page, the file.
Section links_of(const std::string& address, const std::string& query, const json::value& answer) {
  Section links;
  if (const auto next = text_in(answer, "nextPageToken"); !next.empty())
    links.links.push_back(
        {"Next page", address + query + (query.empty() ? "?" : "&") + "page=" + percent_encoded(next)});
  links.links.push_back({"Download as a spreadsheet (CSV)", address + ".csv" + query});
  return links;
}

Response actions_page(PageCall& call) {
  const auto narrowings = action_narrowings(call);
  const auto answer = list_answer(call, "/v1/actions", api_filter(call, narrowings));
  if (!answer.good()) return refused_page(call, answer.status, answer.json);
  const auto known = register_of(call);
  PlainPage page{.title = "Actions"};
  if (review::reads_incidents(call.visitor.reader.role)) {
    page.sections.push_back(
        {.links = {{"Monitoring round", "/actions/monitoring"}, {"Recommendations", "/recommendations"}}});
  }
  page.sections.push_back({.form = narrowing_form(call, "/actions", narrowings)});
  const bool asks = may_ask_by_link(call);
  Section table;
  Section links{.heading = "Ask an agency how its actions stand"};
  table.table = {
      "Actions, what is due first comes first",
      {"What is to be done", "Case or programme", "Owner", "Due", "How it stands", "How far it has reached", "Do"},
      {}};
  for (const auto& one : list_in(answer.json, "actions")) {
    const auto reference = record_in(one);
    table.table.rows.push_back({action_cell(one),
                                {reference, record_address(reference)},
                                {action_owner(one, known)},
                                {action_due(one)},
                                {action_standing(one)},
                                {action_reached(one)},
                                deed_for(call.visitor.reader, one)});
    const auto link = record_address(reference) + "/action-link";
    const bool there = std::ranges::any_of(links.links, [&](const Cell& cell) { return cell.address == link; });
    if (asks && !there && !flag_in(one, "complete"))
      links.links.push_back({fmt::format("Ask an agency by a link: {} {}", record_word(reference), reference), link});
  }
  if (table.table.rows.empty())
    table.paragraphs = {"There is no such action in the cases and programmes that you see."};
  page.sections.push_back(std::move(table));
  if (!links.links.empty()) page.sections.push_back(std::move(links));
  page.sections.push_back(links_of("/actions", page_query(call, narrowings), answer.json));
  return sections_page(call, page);
}

Response recommendations_page(PageCall& call) {
  const auto narrowings = recommendation_narrowings(call);
  const auto answer = list_answer(call, "/v1/recommendations", api_filter(call, narrowings));
  if (!answer.good()) return refused_page(call, answer.status, answer.json);
  const auto known = register_of(call);
  const bool may_answer = review::records_kind(call.visitor.reader, "recommendation-answered");
  PlainPage page{.title = "Recommendations", .back = "/actions", .back_words = "Back to the actions"};
  page.sections.push_back({.form = narrowing_form(call, "/recommendations", narrowings)});
  Section table;
  table.table = {"Recommendations, the oldest first",
                 {"What is recommended", "Case or programme", "To", "How it stands", "Do"},
                 {}};
  for (const auto& one : list_in(answer.json, "recommendations")) {
    const auto reference = record_in(one);
    const auto text = text_in(one, "text");
    const auto to = text_in(one, "to");
    const bool is_answered = text_in(one, "state") != "AWAITED";
    auto standing = choice_words("RecommendationState", text_in(one, "state"));
    if (const auto on = text_in(one, "answeredOn"); !on.empty()) standing += " on " + day_words(on);
    for (const auto* words : {"modified", "reasons"}) {
      if (const auto says = text_in(one, words); !says.empty())
        standing += (standing.ends_with('.') ? " " : ". ") + says;
    }
    const auto kind = choice_words("RecommendationKind", text_in(one, "kind"));
    const auto answers = record_address(reference) +
                         "/add/recommendationAnswered?recommendationAnswered.recommendation=" +
                         percent_encoded(text_in(one, "recommendation")) +
                         (to.empty() ? "" : "&recommendationAnswered.by=" + percent_encoded(to));
    table.table.rows.push_back(
        {{text.empty() ? name_words(text_in(one, "recommendation")) : text,
          "/recommendations/evidence?case=" + percent_encoded(reference) +
              "&recommendation=" + percent_encoded(text_in(one, "recommendation"))},
         {reference, record_address(reference)},
         {(to.empty() ? std::string("Nobody is named") : known.agency(to)) + (kind.empty() ? "" : ". " + kind)},
         {standing},
         may_answer ? Cell{is_answered ? "Change the answer" : "Record the answer", answers} : Cell{""}});
  }
  if (table.table.rows.empty())
    table.paragraphs = {"There is no such recommendation in the cases and programmes that you see."};
  page.sections.push_back(std::move(table));
  page.sections.push_back(links_of("/recommendations", page_query(call, narrowings), answer.json));
  return sections_page(call, page);
}

Response actions_file(PageCall& call) {
  return file_answer(call, "/v1/actions:csv" + api_filter(call, action_narrowings(call)));
}

Response recommendations_file(PageCall& call) {
  return file_answer(call, "/v1/recommendations:csv" + api_filter(call, recommendation_narrowings(call)));
}

}  // namespace

std::vector<Page> action_pages() {
  std::vector<Page> rows{{"GET", "/actions", "actionsPage", Use::read, actions_page},
                         {"GET", "/actions.csv", "actionsFile", Use::read, actions_file},
                         {"GET", "/recommendations", "recommendationsPage", Use::read, recommendations_page},
                         {"GET", "/recommendations.csv", "recommendationsFile", Use::read, recommendations_file}};
  for (auto* const part : {monitoring_pages, action_link_pages}) {
    for (auto& one : part()) rows.push_back(std::move(one));
  }
  return rows;
}

}  // namespace reviewd
