#include "reviewd/web/home/reminder_view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json/array.hpp>
#include <map>

#include "reviewd/http/percent.hpp"
#include "reviewd/web/words/case_words.hpp"
#include "reviewd/web/words/clock_words.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/record_words.hpp"
#include "reviewd/web/words/screen_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

struct Tag {
  const char* words;
  const char* colour;
};

/// How near it is, for who only glances.
Tag tag_of(const std::string& step, bool late) {
  if (step == "moved" && !late) return {"Date moved", "blue"};
  if (step.starts_with("before-")) return {"Due soon", "yellow"};
  if (step == "due") return {"Due today", "orange"};
  return {"Out of timescale", "red"};
}

const json::value* case_in(const json::array& cases, const std::string& reference) {
  for (const auto& one : cases) {
    if (text_in(one, "case") == reference) return &one;
  }
  return nullptr;
}

/// Which embargo is to be looked at: the one behind the clock, which is the case's first where none stands there. Empty
/// for another clock.
std::string embargo_of(const std::string& clock, const json::value& of_case) {
  constexpr std::string_view looked_at = "embargo-review";
  if (!clock.starts_with(looked_at)) return {};
  if (const auto colon = clock.find(':'); colon != std::string::npos) return clock.substr(colon + 1);
  const auto& all = list_in(of_case, "embargoes");
  return all.empty() ? std::string() : text_in(all.front(), "embargo");
}

/// The days to choose from for who puts it off.
json::array later_days(review::Date today) {
  json::array days;
  for (const auto& [count, words] : {std::pair{1, "Tomorrow"}, std::pair{3, "In 3 days"}, std::pair{7, "In a week"}}) {
    const auto day = today.plus_days(count).iso();
    days.push_back(json::object{{"value", day}, {"words", std::string(words) + ", " + day_words(day)}});
  }
  return days;
}

/// How the emails about it stand, in words: `Emailed to 2 people on Tuesday 17 March 2026.` Empty where there is none.
std::string emailed(const json::value& alert) {
  std::map<std::string, int> counts;
  std::map<std::string, std::string> times;
  for (const auto& one : list_in(alert, "deliveries")) {
    const auto state = text_in(one, "state");
    ++counts[state];
    times[state] = std::max(times[state], text_in(one, "time"));
  }
  const auto people = [&](const char* state) { return counted_words(counts[state], "person", "people"); };
  std::string words;
  if (counts["DELIVERED"] > 0) {
    words = fmt::format("Emailed to {} on {}.", people("DELIVERED"), instant_words(times["DELIVERED"]));
  }
  if (counts["WAITING"] > 0) {
    words += fmt::format("{}An email to {} waits: it goes on {}.", words.empty() ? "" : " ", people("WAITING"),
                         instant_words(times["WAITING"]));
  }
  if (counts["FAILED"] > 0) {
    words += fmt::format("{}The email to {} could not be delivered.", words.empty() ? "" : " ", people("FAILED"));
  }
  return words;
}

/// Where what a reminder asks for is done: how its date was worked out, the letter about a delay, or the plan of a
/// publication; empty where it is done on the page of the case.
std::string where_to(const json::value& alert, const std::string& case_address) {
  const auto clock = text_in(alert, "clock");
  if (!flag_in(alert, "watch")) return case_address + "/clocks/" + percent_encoded(clock);
  const auto colon = clock.find(':');
  if (colon == std::string::npos) return {};
  const auto review = case_address + "/reviews/" + percent_encoded(clock.substr(colon + 1));
  if (clock.starts_with("delay-to-report:")) return review + "/delay-letter";
  return clock.starts_with("publication-planned:") ? review + "/publication" : std::string();
}

json::object row_of(const json::value& alert, const json::array& cases, const Register& known, review::Date today) {
  const auto reference = record_in(alert);
  const auto* of_case = case_in(cases, reference);
  const auto tag = flag_in(alert, "waiting") ? Tag{"To decide", "blue"}
                                             : tag_of(text_in(alert, "step"), text_in(alert, "dueOn") < today.iso());
  const auto address = record_address(reference);
  const auto embargo = of_case == nullptr ? std::string() : embargo_of(text_in(alert, "clock"), *of_case);
  const auto extend =
      embargo.empty() ? std::string() : address + "/embargoes/" + percent_encoded(embargo) + "#reviewOn-day";
  const auto has_it = text_in(alert, "acknowledgedBy");
  return {{"alert", text_in(alert, "alert")},
          {"title", clock_title(alert, known)},
          {"says", text_in(alert, "says")},
          {"next", shown(text_in(alert, "next"))},
          {"case", reference},
          {"hasCase", !reference.empty()},
          {"name", of_case == nullptr ? std::string() : case_name(*of_case)},
          {"caseAddress", address},
          {"why", shown(reference.empty() ? std::string() : where_to(alert, address))},
          {"extend", extend},
          {"tag", tag.words},
          {"colour", tag.colour},
          {"emailed", emailed(alert)},
          {"hasIt", has_it.empty() ? json::value(false) : json::value(known.person(has_it))}};
}

}  // namespace

View reminder_view(const json::value& alerts, const json::array& cases, const Register& known, review::Date today,
                   bool may_take) {
  json::array rows;
  for (const auto& alert : list_in(alerts, "alerts")) rows.push_back(row_of(alert, cases, known, today));
  View view{{"title", "Reminders"}, {"hasRows", !rows.empty()}, {"mayTake", may_take}, {"days", later_days(today)}};
  view["rows"] = std::move(rows);
  view["nextPage"] = shown(text_in(alerts, "nextPageToken"));
  return view;
}

}  // namespace reviewd
