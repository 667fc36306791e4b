#include "reviewd/web/words/clock_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "reviewd/http/percent.hpp"
#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/practice_words.hpp"
#include "reviewd/web/words/record_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

struct State {
  std::string_view code;
  std::string_view words;
  std::string_view colour;  ///< of the tag: it repeats the words, and never stands for them
};

constexpr std::array<State, 9> states{{
    {"NOT_STARTED", "Not started", "grey"},
    {"RUNNING", "In timescale", "blue"},
    {"DUE_TODAY", "Due today", "yellow"},
    {"OVERDUE", "Out of timescale", "orange"},
    {"MET", "Completed in timescale", "green"},
    {"MET_LATE", "Completed out of timescale", "grey"},
    {"CANCELLED", "No longer applies", "grey"},
    {"NOT_COMPUTED", "No date can be given", "grey"},
    {"PAUSED", "Paused", "grey"},
}};

const State* find_state(const std::string& code) {
  const auto* found = std::find_if(states.begin(), states.end(), [&](const State& each) { return each.code == code; });
  return found == states.end() ? nullptr : found;
}

std::string working_days(int count) { return counted_words(count, "working day", "working days"); }

std::string left_words(const json::value& clock) {
  const auto left = number_in(clock, "workingDaysLeft");
  return left == 0 ? "no working day is left" : working_days(left) + " left";
}

/// Whose action or which review it is, where the id of the clock says so: `action:handover`.
std::string subject_words(const std::string& clock) {
  const auto colon = clock.find(':');
  return colon == std::string::npos ? std::string() : name_words(clock.substr(colon + 1));
}

/// Telling the Panel, the partners and the Secretary of State is the local authority's own duty (Children Act 2004,
/// section 16C, and Working Together); the rest is for the partners together.
bool is_duty_of_authority(const json::value& clock) {
  static constexpr std::array<std::string_view, 4> duties{"notify-panel", "tell-partners", "notify-looked-after-death",
                                                          "notify-care-leaver-death"};
  const auto id = text_in(clock, "clock");
  return std::ranges::count(duties, id.substr(0, id.find(':'))) > 0;
}

}  // namespace

bool is_minimum(const json::value& clock) { return flag_in(clock, "minimum"); }

std::string clock_title(const json::value& clock, const Register& known) {
  const auto title = practice_words(text_in(clock, "title"));
  const auto agency = text_in(clock, "agency");
  const auto subject = agency.empty() ? subject_words(text_in(clock, "clock")) : known.agency(agency);
  return subject.empty() ? title : title + ": " + subject;
}

std::string state_words(const std::string& state) {
  const auto* found = find_state(state);
  return found == nullptr ? "Not started" : std::string(found->words);
}

std::string standing_words(const json::value& clock) {
  const auto state = text_in(clock, "state");
  const auto due = day_words(text_in(clock, "dueOn"));
  const auto stopped = day_words(text_in(clock, "stoppedOn"));
  const auto late = working_days(number_in(clock, "workingDaysLate"));
  if (state == "RUNNING" && is_minimum(clock)) return fmt::format("Must last until {} at least", due);
  if (state == "RUNNING") return fmt::format("Due on {}, {}", due, left_words(clock));
  if (state == "DUE_TODAY") return fmt::format("Due today, {}", due);
  if (state == "OVERDUE" && number_in(clock, "workingDaysLate") == 0) return fmt::format("Was due on {}", due);
  if (state == "OVERDUE") return fmt::format("Was due on {}, {} ago", due, late);
  if (state == "MET" && is_minimum(clock)) return fmt::format("Lasted until {}, as it must", due);
  if (state == "MET") return fmt::format("Done on {}. It was due on {}", stopped, due);
  if (state == "MET_LATE") return fmt::format("Done on {}, {} late. It was due on {}", stopped, late, due);
  if (state == "CANCELLED") return stopped.empty() ? "It no longer applies" : fmt::format("Since {}", stopped);
  if (state == "NOT_COMPUTED") return practice_words(text_in(clock, "why"));
  if (state == "PAUSED") return "It stands still while something else goes first";
  return "What starts it has not happened yet";
}

std::string short_standing_words(const json::value& clock) {
  const auto state = text_in(clock, "state");
  const auto due = short_day_words(text_in(clock, "dueOn"));
  const auto late = number_in(clock, "workingDaysLate");
  if (state == "RUNNING" && !is_minimum(clock)) return fmt::format("Due {} · {}", due, left_words(clock));
  if (state == "DUE_TODAY") return fmt::format("Due today, {}", due);
  if (state != "OVERDUE") return standing_words(clock);
  return late == 0 ? "Was due " + due : fmt::format("Was due {} · {} late", due, working_days(late));
}

std::string owner_words(const json::value& clock, const Register& known) {
  const auto owner = text_in(clock, "owedBy");
  const auto agency = text_in(clock, "agency");
  if (owner == "US") return is_duty_of_authority(clock) ? "The local authority" : "The partnership";
  if (owner == "PANEL") return "National Panel";
  if (owner == "REVIEWER") return "The reviewer";
  return agency.empty() ? "An agency" : known.agency(agency);
}

json::object clock_row(const json::value& clock, const Register& known) {
  const auto of_case = record_in(clock);
  const auto address = record_address(of_case);
  const auto* state = find_state(text_in(clock, "state"));
  return {{"title", clock_title(clock, known)},
          {"address", address + "/clocks/" + percent_encoded(text_in(clock, "clock"))},
          {"state", state_words(text_in(clock, "state"))},
          {"colour", state == nullptr ? "grey" : state->colour},
          {"standing", standing_words(clock)},
          {"owner", owner_words(clock, known)},
          {"case", of_case},
          {"caseAddress", address}};
}

bool is_open_clock(const json::value& clock) {
  const auto state = text_in(clock, "state");
  return state == "RUNNING" || state == "DUE_TODAY" || state == "OVERDUE" || state == "PAUSED";
}

}  // namespace reviewd
