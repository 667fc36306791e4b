#include "reviewd/web/case/clock_view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json/array.hpp>
#include <cstdlib>
#include <string>

#include "reviewd/http/percent.hpp"
#include "reviewd/web/case/case_view.hpp"
#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/clock_words.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/practice_words.hpp"
#include "reviewd/web/words/record_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

std::string words_or(const std::string& day, std::string_view otherwise) {
  return day.empty() ? std::string(otherwise) : day_words(day);
}

/// The address of the page of `entries/abc`.
std::string entry_address(const std::string& case_address, const std::string& entry) {
  const auto slash = entry.find('/');
  const auto bare = slash == std::string::npos ? entry : entry.substr(slash + 1);
  return bare.empty() ? std::string() : case_address + "/entries/" + percent_encoded(bare);
}

std::string sentence(std::string words) {
  if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 'a' + 'A');
  return words;
}

std::string length_words(const json::value& from) {
  const auto length = number_in(from, "length");
  if (length == 0) return {};
  const auto unit = text_in(from, "unit");
  if (unit == "MONTHS") return counted_words(length, "month", "months");
  if (unit == "CALENDAR_DAYS") return counted_words(length, "calendar day", "calendar days");
  return counted_words(length, "working day", "working days");
}

std::string counting_words(const std::string& counting) {
  if (counting == "day-after") return "From the day after: the day itself is day 0";
  if (counting == "same-day") return "From the day itself: it is day 1";
  return name_words(counting);
}

class Rows {
 public:
  void say(std::string_view key, const std::string& words, const std::string& link = {}) {
    if (!words.empty()) rows_.push_back(json::object{{"key", key}, {"value", words}, {"link", link}});
  }
  [[nodiscard]] json::array made() { return std::move(rows_); }

 private:
  json::array rows_;
};

json::array summary(const json::value& clock, const std::string& case_address, const Register& known) {
  Rows rows;
  rows.say("Due on", words_or(text_in(clock, "dueOn"), "No date"));
  rows.say("Whose", owner_words(clock, known));
  rows.say("Started on", words_or(text_in(clock, "startedOn"), "Not started"),
           entry_address(case_address, text_in(clock, "startedBy")));
  rows.say("Why it started that day", practice_words(text_in(clock, "startBecause")));
  rows.say("Length", length_words(clock));
  // Months go from day to corresponding day: no day of theirs is day 0.
  if (text_in(clock, "unit") != "MONTHS") rows.say("Counted", counting_words(text_in(clock, "counting")));
  if (const auto stopped = text_in(clock, "stoppedOn"); !stopped.empty()) rows.say("Ended on", day_words(stopped));
  rows.say("Reason for lateness", text_in(clock, "latenessReason"));
  rows.say("What to mind", practice_words(text_in(clock, "why")));
  rows.say("Kind of rule", choice_words("LegalStatus", text_in(clock, "legalStatus")));
  rows.say("Version of the rules", name_words(text_in(clock, "law")));
  return rows.made();
}

json::array local_date(const json::value& local) {
  Rows rows;
  rows.say("The partnership's own date", words_or(text_in(local, "dueOn"), ""));
  rows.say("Counted from", words_or(text_in(local, "startedOn"), ""));
  rows.say("Length", length_words(local));
  rows.say("Counted", counting_words(text_in(local, "counting")));
  return rows.made();
}

json::array working_rows(const json::value& clock) {
  json::array rows;
  for (const auto& day : list_in(clock, "working")) {
    const bool counts = flag_in(day, "counted");
    const auto number = number_in(day, "day");
    rows.push_back(json::object{{"date", day_words(text_in(day, "date"))},
                                {"counts", counts ? "Counts" : "Does not count"},
                                // A count that goes back numbers its days below nought.
                                {"number", counts && number != 0 ? std::to_string(std::abs(number)) : ""},
                                {"why", sentence(practice_words(text_in(day, "why")))},
                                {"quiet", !counts}});
  }
  return rows;
}

json::array earlier_runs(const json::value& clock, const std::string& case_address) {
  json::array rows;
  const auto& runs = list_in(clock, "runs");
  for (auto at = runs.size(); at > 0; --at) {
    const auto& run = runs[at - 1];
    rows.push_back(json::object{{"started", words_or(text_in(run, "startedOn"), "Not known")},
                                {"startedAddress", entry_address(case_address, text_in(run, "startedBy"))},
                                {"due", words_or(text_in(run, "dueOn"), "No date")},
                                {"stopped", words_or(text_in(run, "stoppedOn"), "")},
                                {"state", state_words(text_in(run, "state"))}});
  }
  return rows;
}

}  // namespace

View clock_view(const json::value& clock, const json::value& of_case, const Register& known) {
  View view;
  put_identity(view, of_case);
  const std::string address(view["caseAddress"].as_string());
  const auto row = clock_row(clock, known);
  view["clockTitle"] = row.at("title");
  view["title"] = fmt::format("{}: how this date was worked out, {} {}", clock_title(clock, known),
                              record_word(record_in(of_case)), record_in(of_case));
  view["state"] = row.at("state");
  view["colour"] = row.at("colour");
  view["standing"] = row.at("standing");
  view["rows"] = summary(clock, address, known);
  auto working = working_rows(clock);
  view["hasWorking"] = !working.empty();
  view["working"] = std::move(working);
  view["workingCaption"] = text_in(clock, "unit") == "MONTHS" ? "Month by month" : "Day by day";
  view["unitHeading"] = text_in(clock, "unit") == "MONTHS" ? "Month" : "Day";
  const json::value local = object_in(clock, "local");
  auto own = local_date(local);
  view["hasLocal"] = !local.as_object().empty();
  view["local"] = std::move(own);
  view["localLater"] = practice_words(text_in(local, "warning"));
  // A local time stands on what other areas wrote of theirs: that explains it, and binds nobody.
  const bool is_local = text_in(clock, "legalStatus") == "LOCAL";
  json::array elsewhere = is_local ? list_in(clock, "cites") : json::array();
  for (const auto& cite : list_in(local, "cites")) {
    if (std::ranges::find(elsewhere, cite) == elsewhere.end()) elsewhere.push_back(cite);
  }
  view["hasElsewhere"] = !elsewhere.empty();
  view["elsewhere"] = std::move(elsewhere);
  view["cites"] = is_local ? json::array() : list_in(clock, "cites");
  view["hasCites"] = !is_local && !list_in(clock, "cites").empty();
  auto runs = earlier_runs(clock, address);
  view["hasRuns"] = !runs.empty();
  view["runs"] = std::move(runs);
  view["asOf"] = day_words(text_in(clock, "asOf"));
  return view;
}

}  // namespace reviewd
