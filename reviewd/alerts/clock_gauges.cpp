#include "reviewd/alerts/clock_gauges.hpp"

#include <chrono>

#include "libreview/views/clock_board.hpp"

namespace reviewd {
namespace {

double seconds_of(review::Date day) {
  return static_cast<double>(std::chrono::sys_seconds(day.days()).time_since_epoch().count());
}

}  // namespace

void ClockGauges::count(Storage& storage) {
  const auto today = storage.moment().today;
  Standing now{storage.journal().head().size, today.iso(), storage.settled()};
  if (now == standing_) return;
  const auto board = review::clock_board(storage.store(), today);
  Counted counted;
  for (const auto& rule : storage.desk().law().clocks()) {
    // What is kept up for a time is never late.
    if (rule.minimum) continue;
    const auto found = board.find(rule.id);
    const int overdue = found == board.end() ? 0 : found->second.overdue;
    counted.overdue.push_back({{{"clock", rule.id}}, static_cast<double>(overdue)});
    if (found == board.end()) continue;
    if (const auto& next = found->second.next_due)
      counted.next_due.push_back({{{"clock", rule.id}}, seconds_of(*next)});
  }
  counted.calendar_ends.push_back({{}, seconds_of(storage.desk().calendar().last())});
  standing_ = std::move(now);
  const std::lock_guard lock(mutex_);
  counted_ = std::move(counted);
}

void ClockGauges::add_to(Metrics& metrics, const std::shared_ptr<const ClockGauges>& gauges) {
  using For = Metrics::For;
  const auto add = [&](std::string name, std::string help, Series Counted::*series, For who) {
    metrics.gauges(
        std::move(name), std::move(help),
        [gauges, series] {
          const std::lock_guard lock(gauges->mutex_);
          return gauges->counted_.*series;
        },
        who);
  };
  // Where one case has such a clock, its day is the day of that case.
  add("review_clocks_overdue", "Clocks that are overdue, over all cases but sealed ones", &Counted::overdue,
      For::this_machine);
  add("review_clock_next_due_timestamp_seconds",
      "The nearest day on which such a clock is due, but of a sealed case; absent where none runs", &Counted::next_due,
      For::this_machine);
  add("review_calendar_last_day_timestamp_seconds", "The last day whose holidays are known", &Counted::calendar_ends,
      For::everybody);
}

}  // namespace reviewd
