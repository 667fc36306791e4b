#include "reviewd/web/words/circulations.hpp"

#include <algorithm>
#include <chrono>
#include <set>

#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/meeting_facts.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::Date;

std::string agency_key(std::string agency) {
  for (char& c : agency) c = c == '_' ? '-' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return agency;
}

std::set<std::string> holidays_in(const json::value& calendar) {
  std::set<std::string> days;
  for (const auto& holiday : list_in(calendar, "holidays")) days.insert(text_in(holiday, "date"));
  return days;
}

bool is_working(Date day, const std::set<std::string>& holidays) {
  const auto weekday = day.weekday();
  return weekday != std::chrono::Saturday && weekday != std::chrono::Sunday && !holidays.contains(day.iso());
}

json::array answers_to(const json::array& counted, const std::string& circulation) {
  json::array answers;
  for (const auto& entry : counted) {
    const json::value view = object_in(entry, "positionRecorded");
    if (text_in(view, "circulation") == circulation) answers.push_back(entry);
  }
  return answers;
}

}  // namespace

bool is_same_agency(const std::string& left, const std::string& right) { return agency_key(left) == agency_key(right); }

std::vector<Circulation> circulations_of(const json::array& counted) {
  std::vector<Circulation> all;
  for (const auto& entry : counted) {
    const json::value asked = object_in(entry, "circulationStarted");
    if (asked.as_object().empty()) continue;
    Circulation one{text_in(asked, "circulation"), text_in(asked, "question"), text_in(asked, "respondBy"), {}, {}, {}};
    auto answers = answers_to(counted, one.circulation);
    for (const auto& agency : list_in(asked, "agencies")) {
      const std::string name(agency.as_string());
      const bool has = std::any_of(answers.begin(), answers.end(), [&](const json::value& answer) {
        const json::value view = object_in(answer, "positionRecorded");
        return is_same_agency(text_in(view, "agency"), name);
      });
      (has ? one.answered : one.outstanding).push_back(name);
    }
    one.answers = std::move(answers);
    all.push_back(std::move(one));
  }
  return all;
}

int working_days(Date after, Date through, const json::value& calendar) {
  const auto holidays = holidays_in(calendar);
  int count = 0;
  for (auto day = after.plus_days(1); day <= through; day = day.plus_days(1))
    count += is_working(day, holidays) ? 1 : 0;
  return count;
}

Date working_day_after(Date day, int count, const json::value& calendar) {
  const auto holidays = holidays_in(calendar);
  while (count > 0) {
    day = day.plus_days(1);
    if (is_working(day, holidays)) --count;
  }
  return day;
}

std::string days_left_words(Date today, const std::string& respond_by, const json::value& calendar) {
  const auto last = Date::parse(respond_by);
  if (!last) return {};
  if (*last < today) return "The day has passed";
  if (*last == today) return "The last day is today";
  return counted_words(working_days(today, *last, calendar), "working day left", "working days left");
}

}  // namespace reviewd
