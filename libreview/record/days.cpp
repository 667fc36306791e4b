#include "libreview/record/days.hpp"

#include <algorithm>

namespace review {
namespace {

/// A partial day does only where it does so at its latest.
bool lies_before(const std::string& day, const std::string& start) {
  const auto done = PartialDate::parse(day);
  const auto begun = earliest_day(start);
  return done && begun && done->latest() < *begun;
}

}  // namespace

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
  if (lies_before(day, start)) question.findings.add(Code::dated_before_start, std::move(says), {}, std::move(pointer));
}

void set_ahead(const Question& question, const std::string& day, const std::string& set_on, std::string says,
               std::string pointer) {
  if (lies_before(day, set_on)) question.findings.add(Code::not_a_choice, std::move(says), {}, std::move(pointer));
}

}  // namespace review
