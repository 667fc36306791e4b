#include "libreview/past/learning_days.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <boost/json/array.hpp>

#include "libreview/calendar/partial_date.hpp"

namespace review {
namespace {

struct KindAndWords {
  std::string_view kind;
  const char* is;
};

/// Learning is agreed on these days, the likelier first.
constexpr std::array<KindAndWords, 3> of_learning{{{"report-accepted", "the report was accepted"},
                                                   {"report-published", "the report was published"},
                                                   {"rapid-review-decided", "the partners decided"}}};

std::optional<Date> last_day_of(const std::string& day, Date today) {
  const auto read = PartialDate::parse(day);
  if (!read) return std::nullopt;
  return std::min(read->latest(), today);
}

/// The known dates of the case by their kinds.
std::vector<std::pair<std::string, std::string>> known_days(const PastCase& of_case) {
  std::vector<std::pair<std::string, std::string>> days;
  if (of_case.entries.empty()) return days;
  const auto* brought = of_case.entries.front().entry.if_contains("caseBroughtIn");
  const auto* dates = brought == nullptr ? nullptr : brought->as_object().if_contains("knownDates");
  if (dates == nullptr) return days;
  for (const auto& one : dates->as_array())
    days.emplace_back(std::string(one.at("kind").as_string()), std::string(one.at("on").as_string()));
  return days;
}

}  // namespace

std::optional<StandingDay> standing_day(const std::string& day, std::string_view what, Date today) {
  const auto read = PartialDate::parse(day);
  const auto last = last_day_of(day, today);
  if (!last) return std::nullopt;
  if (read->whole()) return StandingDay{last->iso(), fmt::format("{}, on which {}", last->words(), what)};
  return StandingDay{last->iso(), fmt::format("{}, the last day {}of {}, in which {}", last->words(),
                                              *last < read->latest() ? "so far " : "", read->words(), what)};
}

std::optional<StandingDay> day_of_learning(const PastCase& of_case, Date today) {
  const auto days = known_days(of_case);
  for (const auto& [kind, is] : of_learning) {
    for (const auto& [known, on] : days) {
      if (known != kind) continue;
      if (auto stands = standing_day(on, is, today)) return stands;
    }
  }
  if (auto closed = standing_day(of_case.closed_on, "the case was closed", today)) return closed;
  constexpr std::string_view last_known = "the last thing happened that is known of the case";
  auto last = standing_day(of_case.incident_on, last_known, today);
  for (const auto& [known, on] : days) {
    auto stands = standing_day(on, last_known, today);
    if (stands && (!last || last->day < stands->day)) last = std::move(stands);
  }
  return last;
}

std::string said_day(PastRow& row, std::string_view field) {
  const auto read = row.day(field);
  if (!read || read->sort != WrittenDay::Sort::known) return {};
  const auto day = last_day_of(read->day, row.reading().today);
  constexpr std::size_t whole = 10;
  if (!day || read->day.size() == whole) return read->day;
  row.keep(field, row.text(field));
  row.warn(field, fmt::format("The day is not known, only {}: {} stands for it.", partial_date_words(read->day),
                              day->words()));
  return day->iso();
}

void warn_of_standing_day(PastRow& row, std::string_view field, const StandingDay& stands) {
  row.warn(field, fmt::format("This day is not known: {}, stands for it.", stands.says));
  row.keep(field, fmt::format("not known; {}, stands for it", stands.says));
}

}  // namespace review
