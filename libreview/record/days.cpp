#include "libreview/record/days.hpp"

#include <algorithm>

namespace review {

std::optional<Date> whole_day(std::string_view text) {
  const auto day = Date::parse(text);
  return day ? std::optional<Date>(*day) : std::nullopt;
}

std::optional<Date> earliest_day(std::string_view text) {
  const auto day = PartialDate::parse(text);
  return day ? std::optional<Date>(day->earliest()) : std::nullopt;
}

std::optional<Date> latest_day(std::string_view text) {
  const auto day = PartialDate::parse(text);
  return day ? std::optional<Date>(day->latest()) : std::nullopt;
}

std::string later_of(const std::string& left, const std::string& right) { return std::max(left, right); }

void not_before(const Question& question, const std::string& day, const std::string& start, std::string says,
                std::string pointer) {
  const auto done = PartialDate::parse(day);
  const auto begun = earliest_day(start);
  if (done && begun && done->latest() < *begun) {
    question.findings.add(Code::dated_before_start, std::move(says), {}, std::move(pointer));
  }
}

}  // namespace review
