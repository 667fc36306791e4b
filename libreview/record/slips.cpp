#include "libreview/record/slips.hpp"

#include <algorithm>

#include "libreview/calendar/partial_date.hpp"

namespace review {

bool is_said_later(const std::string& before, const std::string& now) {
  const auto from = PartialDate::parse(before);
  const auto to = PartialDate::parse(now);
  return from && to && to->latest() > from->latest() && !is_more_exact(now, before);
}

bool is_more_exact(const std::string& before, const std::string& now) {
  const auto from = PartialDate::parse(before);
  const auto to = PartialDate::parse(now);
  return from && to && from->earliest() <= to->earliest() && to->latest() <= from->latest();
}

SlipCount count_slips(const google::protobuf::RepeatedPtrField<v1::SlipFile>& slips, const std::string& now) {
  SlipCount count;
  for (int i = 0; i < slips.size(); ++i) {
    const auto& slip = slips[i];
    // A day that was taken out, or said less exactly, moved to the one that was said after it, which the next slip
    // left.
    const bool taken_out = slip.to().empty();
    const bool open = taken_out || is_more_exact(slip.to(), slip.from());
    const std::string& next = i + 1 < slips.size() ? slips[i + 1].from() : now;
    const std::string& to = open ? next : slip.to();
    const bool later = is_said_later(slip.from(), to);
    if (taken_out || later) ++count.times;
    if (later) count.days += PartialDate::parse(slip.from())->latest().days_until(PartialDate::parse(to)->latest());
  }
  return count;
}

SlipCount count_slips(const v1::ProceedingsFile& proceedings) {
  SlipCount most = count_slips(proceedings.end_slips(), proceedings.expected_end());
  for (const auto& step : proceedings.steps()) {
    most.days = std::max(most.days, count_slips(step.slips(), step.listed_on()).days);
  }
  return {proceedings.slips(), most.days};
}

}  // namespace review
