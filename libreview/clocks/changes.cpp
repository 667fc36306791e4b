#include "libreview/clocks/changes.hpp"

#include <algorithm>
#include <optional>

namespace review {
namespace {

const v1::Clock* find(const std::vector<v1::Clock>& clocks, const std::string& id) {
  const auto found =
      std::find_if(clocks.begin(), clocks.end(), [&](const v1::Clock& one) { return one.clock() == id; });
  return found == clocks.end() ? nullptr : &*found;
}

bool is_stopped(const v1::Clock& clock) { return clock.has_stopped_on() && clock.state() != v1::CLOCK_STATE_CANCELLED; }

std::optional<v1::Change> change(const v1::Clock* before, const v1::Clock& after) {
  const bool same_run =
      before != nullptr && before->started_by() == after.started_by() && before->runs_size() == after.runs_size();
  if (!same_run) {
    if (before != nullptr && !before->has_stopped_on() && before->due_on() != after.due_on()) return v1::CHANGE_MOVES;
    return v1::CHANGE_STARTS;
  }
  const bool cancelled = after.state() == v1::CLOCK_STATE_CANCELLED;
  if (cancelled && before->state() != v1::CLOCK_STATE_CANCELLED) return v1::CHANGE_CANCELS;
  if (is_stopped(after) && !is_stopped(*before)) return v1::CHANGE_STOPS;
  if (before->due_on() != after.due_on() || before->started_on() != after.started_on()) return v1::CHANGE_MOVES;
  if (before->stopped_on() != after.stopped_on()) return v1::CHANGE_MOVES;
  return std::nullopt;
}

}  // namespace

std::vector<v1::ClockChange> changes(const std::vector<v1::Clock>& before, const std::vector<v1::Clock>& after) {
  std::vector<v1::ClockChange> all;
  for (const auto& clock : after) {
    const auto* earlier = find(before, clock.clock());
    const auto how = change(earlier, clock);
    if (!how) continue;
    auto& one = all.emplace_back();
    one.set_clock(clock.clock());
    one.set_change(*how);
    if (earlier != nullptr) *one.mutable_before() = *earlier;
    *one.mutable_after() = clock;
  }
  for (const auto& clock : before) {
    if (find(after, clock.clock()) != nullptr) continue;
    auto& one = all.emplace_back();
    one.set_clock(clock.clock());
    one.set_change(v1::CHANGE_CANCELS);
    *one.mutable_before() = clock;
  }
  return all;
}

}  // namespace review
