#include "reviewd/web/cases_view.hpp"

#include <boost/json/array.hpp>

#include "reviewd/http/percent.hpp"
#include "reviewd/web/form_words.hpp"
#include "reviewd/web/words/case_words.hpp"
#include "reviewd/web/words/clock_words.hpp"
#include "reviewd/web/words/stage_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

/// The open clock that is due first; null where none runs.
const json::value* next_clock(const json::value& of_case) {
  const json::value* next = nullptr;
  for (const auto& clock : list_in(of_case, "clocks")) {
    if (!is_open_clock(clock) || text_in(clock, "dueOn").empty()) continue;
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
    if (!day.empty()) words += ", looked at again " + day_words(day);
  }
  return words.empty() ? "Not held" : words;
}

json::object row_of(const json::value& of_case) {
  const auto reference = text_in(of_case, "case");
  json::object row{{"reference", reference},     {"address", "/cases/" + percent_encoded(reference)},
                   {"name", case_name(of_case)}, {"stage", stage_words(text_in(of_case, "stage"))},
                   {"holds", holds_of(of_case)}, {"next", ""}};
  if (const auto* next = next_clock(of_case); next != nullptr) {
    const auto clock = clock_row(*next);
    row["next"] = clock.at("title");
    row["nextAddress"] = clock.at("address");
    row["standing"] = clock.at("standing");
  }
  return row;
}

}  // namespace

std::string api_filter(const CaseFilter& filter) {
  std::string terms;
  if (!filter.stage.empty()) terms = "stage=\"" + filter.stage + "\"";
  if (filter.held) terms += terms.empty() ? "held=true" : " AND held=true";
  return terms;
}

std::string cases_address(const CaseFilter& filter) {
  std::string query;
  const auto add = [&](std::string_view name, const std::string& value) {
    query += (query.empty() ? "?" : "&") + std::string(name) + "=" + percent_encoded(value);
  };
  if (!filter.stage.empty()) add("stage", filter.stage);
  if (filter.held) add("held", "yes");
  if (!filter.page.empty()) add("page", filter.page);
  return "/cases" + query;
}

View cases_view(const json::value& answer, const CaseFilter& filter) {
  json::array rows;
  for (const auto& of_case : list_in(answer, "cases")) rows.push_back(row_of(of_case));
  json::array choices;
  for (const auto& [code, words] : stages()) {
    choices.push_back(json::object{{"value", code}, {"words", words}, {"chosen", code == filter.stage}});
  }
  const bool filtered = !filter.stage.empty() || filter.held;
  const auto next = text_in(answer, "nextPageToken");
  CaseFilter first = filter;
  first.page.clear();
  CaseFilter more = filter;
  more.page = next;
  const bool has_pages = !next.empty() || !filter.page.empty();
  return {{"title", "Cases"},
          {"stages", std::move(choices)},
          {"held", filter.held},
          {"filtered", filtered},
          {"caption", filtered ? "Cases that fit" : "All cases that you may see"},
          {"hasRows", !rows.empty()},
          {"rows", std::move(rows)},
          {"none", filtered ? "No case fits. Show all cases, or choose another stage." : "There is no case yet."},
          {"hasPages", has_pages},
          {"first", filter.page.empty() ? "" : cases_address(first)},
          {"more", next.empty() ? "" : cases_address(more)}};
}

}  // namespace reviewd
