#include "reviewd/web/home_view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "libreview/calendar/date.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/web/cases_view.hpp"
#include "reviewd/web/form_words.hpp"
#include "reviewd/web/words/case_words.hpp"
#include "reviewd/web/words/clock_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

json::object section(std::string_view heading, const json::value& work, std::string_view part, std::string_view none) {
  const json::value list = object_in(work, part);
  json::array rows;
  for (const auto& item : list_in(list, "items")) {
    auto row = clock_row(item.at("clock"));
    row["name"] = pseudonym_words(list_in(item, "pseudonyms"));
    rows.push_back(std::move(row));
  }
  const auto* cut = list.as_object().if_contains("more");
  const bool more = cut != nullptr && cut->is_bool() && cut->get_bool();
  return {{"heading", heading},
          {"none", none},
          {"hasRows", !rows.empty()},
          {"more", more ? fmt::format("Only the first {} are shown.", rows.size()) : std::string()},
          {"rows", std::move(rows)}};
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
      row["name"] = pseudonym_words(list_in(of_case, "pseudonyms"));
      rows.push_back(std::move(row));
    }
  }
  const auto day_of = [](const json::object& row) {
    const std::string day(row.at("reviewOn").as_string());
    return day.empty() ? std::string(review::no_day) : day;
  };
  std::stable_sort(rows.begin(), rows.end(),
                   [&](const auto& left, const auto& right) { return day_of(left) < day_of(right); });
  json::array sorted;
  for (auto& row : rows) sorted.push_back(std::move(row));
  return sorted;
}

}  // namespace

View home_view(const json::value& work, const json::value& saved) {
  auto held = held_rows(list_in(work, "held"));
  auto links = saved_links(saved);
  json::array sections{section("Out of timescale", work, "overdue", "Nothing of yours is out of timescale."),
                       section("Due today or in the next five working days", work, "soon",
                               "Nothing is due in the next five working days."),
                       section("Waiting for others", work, "waiting", "You are not waiting for anybody.")};
  const bool has_held = !held.empty();
  const bool has_saved = !links.empty();
  return {{"title", "Home"},         {"sections", std::move(sections)}, {"hasHeld", has_held},
          {"held", std::move(held)}, {"hasSaved", has_saved},           {"savedViews", std::move(links)}};
}

}  // namespace reviewd
