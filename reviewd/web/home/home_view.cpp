#include "reviewd/web/home/home_view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <vector>

#include "libreview/calendar/date.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/web/home/cases_view.hpp"
#include "reviewd/web/words/case_words.hpp"
#include "reviewd/web/words/clock_words.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

/// By when what holds a case from publication is to be looked at, by case: `Held, to be looked at by Tuesday 17 March
/// 2026`.
std::map<std::string, std::string> held_words(const json::array& held) {
  std::map<std::string, std::string> words;
  for (const auto& one : held) {
    std::string first;
    for (const auto& hold : list_in(one, "holds")) {
      const auto day = text_in(hold, "reviewOn");
      if (!day.empty() && (first.empty() || day < first)) first = day;
    }
    words[text_in(one, "case")] =
        first.empty() ? "Held, with no day to be looked at by" : "Held, to be looked at by " + day_words(first);
  }
  return words;
}

/// What a case or a programme is called beside its reference.
std::string name_of(const json::value& item) {
  const auto title = text_in(item, "title");
  return title.empty() ? pseudonym_words(list_in(item, "pseudonyms")) : title;
}

/// The dates of a part of the work, case by case: first the cases that nothing holds, in the order of their dates.
json::array case_rows(const json::array& items, const std::map<std::string, std::string>& held, const Register& known) {
  std::vector<json::object> rows;
  for (const auto& item : items) {
    const auto date = clock_row(item.at("clock"), known);
    const auto of_case = text_in(date, "case");
    auto found = std::ranges::find_if(rows, [&](const json::object& row) { return text_in(row, "case") == of_case; });
    if (found == rows.end()) {
      const auto hold = held.find(of_case);
      rows.push_back({{"case", of_case},
                      {"caseAddress", date.at("caseAddress")},
                      {"name", name_of(item)},
                      {"held", hold == held.end() ? std::string() : hold->second},
                      {"dates", json::array()}});
      found = rows.end() - 1;
    }
    found->at("dates").as_array().push_back(
        json::object{{"title", date.at("title")}, {"address", date.at("address")}, {"standing", date.at("standing")}});
  }
  std::ranges::stable_partition(rows, [](const json::object& row) { return text_in(row, "held").empty(); });
  json::array all;
  for (auto& row : rows) all.push_back(std::move(row));
  return all;
}

/// A part of the work, and what is said where there is none of it.
struct Part {
  std::string_view heading;
  std::string_view name;
  std::string_view none;
};

json::object section(const Part& part, const json::value& work, const std::map<std::string, std::string>& held,
                     const Register& known) {
  const json::value list = object_in(work, part.name);
  const auto& items = list_in(list, "items");
  const bool more = flag_in(list, "more");
  auto rows = case_rows(items, held, known);
  return {{"heading", part.heading},
          {"none", part.none},
          {"hasRows", !rows.empty()},
          {"more", more ? fmt::format("Only the first {} dates are shown.", items.size()) : std::string()},
          {"rows", std::move(rows)}};
}

/// The holds of all cases, by the day that they are to be looked at by; those without a day last.
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

View home_view(const json::value& work, const json::value& saved, const Register& known) {
  auto held = held_rows(list_in(work, "held"));
  const auto words = held_words(list_in(work, "held"));
  auto links = saved_links(saved);
  json::array sections;
  for (const auto& part :
       {Part{"Out of timescale", "overdue", "Nothing of yours is out of timescale."},
        Part{"Due today or in the next five working days", "soon", "Nothing is due in the next five working days."},
        Part{"Waiting for others", "waiting", "You are not waiting for anybody."}}) {
    sections.push_back(section(part, work, words, known));
  }
  const bool has_held = !held.empty();
  const bool has_saved = !links.empty();
  return {{"title", "Home"},         {"sections", std::move(sections)}, {"hasHeld", has_held},
          {"held", std::move(held)}, {"hasSaved", has_saved},           {"savedViews", std::move(links)}};
}

}  // namespace reviewd
