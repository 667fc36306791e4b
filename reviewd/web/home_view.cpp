#include "reviewd/web/home_view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "reviewd/http/percent.hpp"
#include "reviewd/web/form_words.hpp"
#include "reviewd/web/words/case_words.hpp"
#include "reviewd/web/words/clock_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

constexpr int soon_working_days = 5;

bool is_soon(const json::value& clock) {
  const auto* minimum = clock.as_object().if_contains("minimum");
  if (minimum != nullptr && minimum->is_bool() && minimum->get_bool()) return false;
  return text_in(clock, "state") == "DUE_TODAY" || number_in(clock, "workingDaysLeft") <= soon_working_days;
}

json::object section(std::string_view heading, const ClockList& list, std::string_view none, const HomeFacts& facts) {
  json::array rows;
  for (const auto& clock : list.clocks) {
    auto row = clock_row(clock);
    row["name"] = facts.name_of(text_in(clock, "case"));
    rows.push_back(std::move(row));
  }
  const auto more =
      list.more ? fmt::format("Only the first {} are shown. There are more on the pages of the cases.", rows.size())
                : std::string();
  return {{"heading", heading}, {"none", none}, {"hasRows", !rows.empty()}, {"rows", std::move(rows)}, {"more", more}};
}

/// The holds of all cases, by the day that they are looked at again; those without a day last.
json::array held_rows(const json::array& cases) {
  std::vector<json::object> rows;
  for (const auto& of_case : cases) {
    for (const auto& hold : list_in(of_case, "holds")) {
      auto row = hold_words(hold);
      const auto reference = text_in(of_case, "case");
      row["case"] = reference;
      row["caseAddress"] = "/cases/" + percent_encoded(reference);
      row["name"] = case_name(of_case);
      rows.push_back(std::move(row));
    }
  }
  const auto day_of = [](const json::object& row) {
    const std::string day(row.at("reviewOn").as_string());
    return day.empty() ? std::string("9999") : day;
  };
  std::stable_sort(rows.begin(), rows.end(),
                   [&](const auto& left, const auto& right) { return day_of(left) < day_of(right); });
  json::array sorted;
  for (auto& row : rows) sorted.push_back(std::move(row));
  return sorted;
}

}  // namespace

View home_view(const HomeFacts& facts) {
  ClockList soon{{}, facts.soon.more};
  for (const auto& clock : facts.soon.clocks) {
    if (is_soon(clock)) soon.clocks.push_back(clock);
  }
  auto held = held_rows(facts.held);
  json::array sections{section("Out of timescale", facts.overdue, "Nothing of yours is out of timescale.", facts),
                       section("Due today or in the next five working days", soon,
                               "Nothing is due in the next five working days.", facts),
                       section("Waiting for others", facts.waiting, "You are not waiting for anybody.", facts)};
  const bool has_held = !held.empty();
  return {{"title", "Home"}, {"sections", std::move(sections)}, {"hasHeld", has_held}, {"held", std::move(held)}};
}

}  // namespace reviewd
