#include <iterator>
#include <map>

#include "libreview/clocks/reading.hpp"
#include "libreview/desk/desk.hpp"
#include "libreview/desk/each_record.hpp"
#include "libreview/desk/stored.hpp"

namespace review {
namespace {

bool is_open(const v1::Clock& clock) { return !clock.has_stopped_on() && clock.state() != v1::CLOCK_STATE_CANCELLED; }

/// The days of a clock; a clock that is not there has none.
struct Days {
  const v1::Clock* clock = nullptr;
  [[nodiscard]] std::string due() const { return clock == nullptr ? std::string() : clock->due_on(); }
  [[nodiscard]] std::string local() const { return clock == nullptr ? std::string() : clock->local().due_on(); }
};

std::vector<MovedClock> moved(const std::string& case_id, const std::vector<v1::Clock>& before,
                              const std::vector<v1::Clock>& after) {
  std::map<std::string, std::pair<Days, Days>> by_id;
  for (const auto& clock : before) by_id[clock.clock()].first.clock = &clock;
  for (const auto& clock : after) by_id[clock.clock()].second.clock = &clock;
  std::vector<MovedClock> all;
  for (const auto& [id, days] : by_id) {
    const auto& [old_days, new_days] = days;
    const auto& shown = new_days.clock != nullptr ? *new_days.clock : *old_days.clock;
    const bool open = (old_days.clock != nullptr && is_open(*old_days.clock)) || is_open(shown);
    if (!open || (old_days.due() == new_days.due() && old_days.local() == new_days.local())) continue;
    all.push_back({case_id, id, shown.title(), old_days.due(), new_days.due(), old_days.local(), new_days.local()});
  }
  return all;
}

}  // namespace

Moves Desk::moves(const RuleBook& law, const Calendar& calendar, const Reader& reader, const Moment& moment) {
  Moves all;
  const bool sees_none = !reader.may(Right::read_cases) || reach_of(reader.role) == Reach::none;
  const auto walked = each_record(parts_.journal, [&](const std::string& record) -> Result<void> {
    const auto file = parts_.views.find(reference_of(record));
    if (!file) return {};
    auto clocks = moved(file->case_(), readings(*file, parts_.law, parts_.calendar, moment.today),
                        readings(*file, law, calendar, moment.today));
    if (sees_none) all.count += static_cast<int>(clocks.size());
    if (sees_none || !parts_.views.find_for(reader, file->case_(), moment.today)) return {};
    std::erase_if(clocks, [&](const MovedClock& one) { return !reads_clock(reader, *file, one.clock, moment.today); });
    if (clocks.empty()) return {};
    all.count += static_cast<int>(clocks.size());
    note_shown(file->case_(), "clocks");
    std::move(clocks.begin(), clocks.end(), std::back_inserter(all.clocks));
    return {};
  });
  static_cast<void>(walked);  // no visit refuses
  return all;
}

}  // namespace review
