#include "reviewd/web/home/overview_view.hpp"

#include <fmt/format.h>

#include <boost/json/array.hpp>

#include "reviewd/http/percent.hpp"
#include "reviewd/web/words/case_words.hpp"
#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/clock_words.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/stage_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

/// `Day 4 of 15`; how it ended, once it has.
std::string rapid_review_words(const json::value& row) {
  const auto* clock = row.as_object().if_contains("rapidReview");
  if (clock == nullptr) return "Not started";
  const auto state = text_in(*clock, "state");
  if (!is_open_clock(*clock)) return state_words(state);
  const auto days = fmt::format("Day {} of {}", number_in(*clock, "day"), number_in(*clock, "length"));
  return state == "OVERDUE" ? days + ", out of timescale" : days;
}

json::array owed_words(const json::value& row, const Register& known) {
  json::array lines;
  for (const auto& owed : list_in(row, "owed")) {
    const auto late = number_in(owed, "late");
    auto words =
        fmt::format("{}: {}", owner_words(owed, known), counted_words(number_in(owed, "dates"), "date", "dates"));
    if (late > 0) words += fmt::format(", {} out of timescale", late);
    lines.push_back(json::object{{"words", words}});
  }
  return lines;
}

json::array hold_lines(const json::value& row) {
  json::array lines;
  for (const auto& hold : list_in(row, "holds")) {
    const auto words = hold_words(hold);
    const auto day = text_in(hold, "reviewOn");
    lines.push_back(json::object{
        {"words", text_in(words, "what") + (day.empty() ? ", with no day to be looked at by"
                                                        : ", to be looked at by " + short_day_words(day))}});
  }
  return lines;
}

json::object row_of(const json::value& row, const Register& known) {
  const auto reference = text_in(row, "case");
  auto holds = hold_lines(row);
  auto owed = owed_words(row, known);
  json::object out{{"reference", reference},
                   {"address", "/cases/" + percent_encoded(reference)},
                   {"name", pseudonym_words(list_in(row, "pseudonyms"))},
                   {"stage", stage_words(text_in(row, "stage"))},
                   {"rapidReview", rapid_review_words(row)},
                   {"hasHolds", !holds.empty()},
                   {"holds", std::move(holds)},
                   {"hasOwed", !owed.empty()},
                   {"owed", std::move(owed)},
                   {"next", ""}};
  if (const auto* next = row.as_object().if_contains("next"); next != nullptr) {
    const auto clock = clock_row(*next, known);
    out["next"] = clock.at("title");
    out["nextAddress"] = clock.at("address");
    out["state"] = clock.at("state");
    out["colour"] = clock.at("colour");
    out["standing"] = short_standing_words(*next);
  }
  return out;
}

}  // namespace

View overview_view(const json::value& overview, bool later, const Register& known) {
  json::array rows;
  for (const auto& row : list_in(overview, "cases")) rows.push_back(row_of(row, known));
  json::array stages;
  int cases = 0;
  int late = 0;
  for (const auto& stage : list_in(overview, "stages")) {
    const auto code = text_in(stage, "stage");
    stages.push_back(json::object{{"words", stage_words(code)},
                                  {"address", "/cases?stage=" + percent_encoded(code)},
                                  {"cases", number_in(stage, "cases")},
                                  {"late", number_in(stage, "late")}});
    cases += number_in(stage, "cases");
    late += number_in(stage, "late");
  }
  const auto next = text_in(overview, "nextPageToken");
  return {{"title", "Where every review stands"},
          {"day", day_words(text_in(overview, "asOf"))},
          {"hasRows", !rows.empty()},
          {"rows", std::move(rows)},
          {"stages", std::move(stages)},
          {"cases", cases},
          {"late", late},
          {"hasPages", later || !next.empty()},
          {"first", later ? "/overview" : ""},
          {"more", next.empty() ? "" : "/overview?page=" + percent_encoded(next)}};
}

}  // namespace reviewd
