#include "reviewd/web/home/cases_view.hpp"

#include <fmt/format.h>

#include <boost/json/array.hpp>

#include "reviewd/http/percent.hpp"
#include "reviewd/web/home/case_filters.hpp"
#include "reviewd/web/words/case_words.hpp"
#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/clock_words.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/stage_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

/// The open clock that is due first; null where none runs. What must only last long enough asks for nothing.
const json::value* next_clock(const json::value& of_case) {
  const json::value* next = nullptr;
  for (const auto& clock : list_in(of_case, "clocks")) {
    if (!is_open_clock(clock) || is_minimum(clock) || text_in(clock, "dueOn").empty()) continue;
    if (next == nullptr || text_in(clock, "dueOn") < text_in(*next, "dueOn")) next = &clock;
  }
  return next;
}

std::string holds_of(const json::value& of_case) {
  std::string words;
  for (const auto& hold : list_in(of_case, "holds")) {
    const auto one = hold_words(hold);
    const std::string day(one.at("reviewOn").as_string());
    words += (words.empty() ? "" : "; ") + std::string(one.at("what").as_string());
    if (!day.empty()) words += ", to be looked at by " + short_day_words(day);
  }
  return words;
}

json::object row_of(const json::value& of_case, const Register& known) {
  const auto reference = text_in(of_case, "case");
  json::object row{{"reference", reference},
                   {"address", "/cases/" + percent_encoded(reference)},
                   {"name", case_name(of_case)},
                   {"stage", stage_words(text_in(of_case, "stage"))},
                   {"opened", short_day_words(text_in(of_case, "openedOn"))},
                   {"authority", known.authority(text_in(of_case, "localAuthority"))},
                   {"holds", holds_of(of_case)},
                   {"next", ""}};
  if (const auto* next = next_clock(of_case); next != nullptr) {
    const auto clock = clock_row(*next, known);
    row["next"] = clock.at("title");
    row["nextAddress"] = clock.at("address");
    row["standing"] = short_standing_words(*next);
  }
  return row;
}

/// A column's heading: a link that sorts by it, or the other way around.
json::object heading(std::string_view words, const std::string& column, const CaseQuery& query) {
  const auto current = query.sort.empty() ? std::string("case") : query.sort;
  const bool up = current == column;
  const bool down = current == column + "-desc";
  auto sorted = query;
  sorted.page.clear();
  sorted.sort = up ? column + "-desc" : column == "case" ? "" : column;
  return {{"words", words},
          {"address", cases_address(sorted)},
          {"sorted", up || down},
          {"direction", up     ? "ascending"
                        : down ? "descending"
                               : "none"},
          {"arrow", up     ? "▲"
                    : down ? "▼"
                           : ""}};
}

void put_errors(View& view, const CasesFacts& facts) {
  json::array errors;
  for (const auto& violation : facts.violations) {
    if (violation.pointer.empty()) continue;
    const auto field = violation.pointer.substr(1);
    errors.push_back(json::object{{"href", "#" + field}, {"text", violation.message}});
    if (field == "from" || field == "until") view[field + "Fault"] = violation.message;
  }
  if (!facts.save_fault.empty()) {
    errors.push_back(json::object{{"href", "#name"}, {"text", facts.save_fault}});
    view["saveFault"] = facts.save_fault;
  }
  view["hasErrors"] = !errors.empty();
  view["errors"] = std::move(errors);
}

}  // namespace

std::string cases_address(const CaseQuery& query) {
  const auto text = address_query(query);
  return text.empty() ? "/cases" : "/cases?" + text;
}

json::array saved_links(const json::value& saved) {
  json::array links;
  for (const auto& view : list_in(saved, "savedViews")) {
    const auto query = text_in(view, "query");
    links.push_back(json::object{{"name", text_in(view, "name")},
                                 {"address", query.empty() ? "/cases" : "/cases?" + query},
                                 {"delete", "/views/" + percent_encoded(text_in(view, "savedView")) + "/delete"}});
  }
  return links;
}

View cases_view(const CasesFacts& facts) {
  const auto& query = facts.query;
  json::array rows;
  for (const auto& of_case : list_in(facts.cases, "cases")) rows.push_back(row_of(of_case, facts.known));
  const auto next = text_in(facts.cases, "nextPageToken");
  auto first = query;
  first.page.clear();
  auto more = query;
  more.page = next;
  auto file = address_query(first);
  auto saved = saved_links(facts.saved);
  View view{{"title", "Cases"},
            {"filtered", query.narrows()},
            {"caption", query.narrows() ? "Cases that fit" : "All cases that you may see"},
            {"narrows", facts.narrows},
            {"headings", json::array{heading("Case", "case", query), heading("Opened", "openedOn", query),
                                     facts.narrows ? heading("Next date", "nextDueOn", query)
                                                   : json::object{{"words", "Next date"}, {"address", ""}}}},
            {"hasRows", !rows.empty()},
            {"rows", std::move(rows)},
            {"none", query.narrows() ? "No case fits. Show all cases, or remove a filter." : "There is no case yet."},
            {"csv", file.empty() ? "/cases.csv" : "/cases.csv?" + file},
            {"query", file},
            {"hasPages", !next.empty() || !query.page.empty()},
            {"first", query.page.empty() ? "" : cases_address(first)},
            {"more", next.empty() ? "" : cases_address(more)},
            {"hasSaved", !saved.empty()},
            {"saved", std::move(saved)}};
  put_filters(view, facts);
  put_errors(view, facts);
  return view;
}

}  // namespace reviewd
