#include "reviewd/web/case/proceedings_steps_view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "reviewd/http/percent.hpp"
#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

/// The day by which a step stands in the timeline.
std::string day_of(const json::value& step) {
  const auto took_place = text_in(step, "tookPlaceOn");
  const auto day = took_place.empty() ? text_in(step, "listedOn") : took_place;
  return day.empty() ? std::string("9999") : day;
}

std::string standing_of(const json::value& step) {
  if (const auto day = text_in(step, "tookPlaceOn"); !day.empty()) return "Took place on " + day_words(day);
  if (flag_in(step, "vacated")) return "Taken out of the list, and no other day is known yet";
  if (const auto day = text_in(step, "listedOn"); !day.empty()) return "Listed for " + day_words(day);
  return "No day is known yet";
}

/// The form that says what became of a step, filled in with which step it is and the day it was listed for.
std::string moved_address(const json::value& step, const std::string& update) {
  if (update.empty() || !text_in(step, "tookPlaceOn").empty()) return {};
  auto address = update;
  if (const auto node = text_in(step, "node"); !node.empty())
    address += "&proceedingsUpdated.node=" + percent_encoded(node);
  std::string rest = text_in(step, "listedOn");
  for (const auto* box : {"year", "month", "day"}) {
    if (rest.empty()) break;
    const auto end = rest.find('-');
    address += fmt::format("&proceedingsUpdated.replaces.{}={}", box, rest.substr(0, end));
    rest = end == std::string::npos ? std::string() : rest.substr(end + 1);
  }
  return address;
}

}  // namespace

std::string slipped_words(const json::value& counted) {
  const int times = number_in(counted, "times");
  if (times == 0) return {};
  const int days = number_in(counted, "days");
  const auto often = "Slipped " + counted_words(times, "time", "times");
  return days == 0 ? often : fmt::format("{}, {} in all", often, counted_words(days, "day", "days"));
}

json::array slip_rows(const json::value& of, std::string_view member) {
  json::array rows;
  for (const auto& slip : list_in(of, member)) {
    const auto to = text_in(slip, "to");
    rows.push_back(json::object{
        {"words", fmt::format("{} → {}, said on {}", day_words(text_in(slip, "from")),
                              to.empty() ? "no day known" : day_words(to), day_words(text_in(slip, "saidOn")))}});
  }
  return rows;
}

json::array step_rows(const json::value& mapped, const std::string& update) {
  const json::value of = object_in(mapped, "proceedings");
  const auto& counts = list_in(mapped, "stepsSlipped");
  std::vector<std::pair<std::string, json::object>> made;
  for (const auto& step : list_in(of, "steps")) {
    const auto at = made.size();
    const auto node = choice_words("ProceedingsNode", text_in(step, "node"));
    auto slips = slip_rows(step, "slips");
    made.emplace_back(day_of(step), json::object{{"stepTitle", node.empty() ? "A step" : node},
                                                 {"standing", standing_of(step)},
                                                 {"moved", moved_address(step, update)},
                                                 {"hasSlips", !slips.empty()},
                                                 {"slips", std::move(slips)},
                                                 {"slipped", at < counts.size() ? slipped_words(counts[at]) : ""}});
  }
  std::stable_sort(made.begin(), made.end(),
                   [](const auto& left, const auto& right) { return left.first < right.first; });
  json::array rows;
  for (auto& [day, row] : made) rows.push_back(std::move(row));
  return rows;
}

}  // namespace reviewd
