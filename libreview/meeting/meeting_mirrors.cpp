#include "libreview/meeting/meeting_mirrors.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "libreview/record/quorum.hpp"

namespace review {
namespace {

v1::Entry on_day(const v1::Entry& entry) {
  v1::Entry mirror;
  mirror.set_occurred_on(entry.occurred_on());
  return mirror;
}

Mirror arranged(const Meeting& meeting, const MeetingItem& item, const v1::Entry& entry) {
  auto mirror = on_day(entry);
  auto& arranged = *mirror.mutable_meeting_arranged();
  if (!meeting.meeting.empty()) arranged.set_meeting(meeting.meeting);
  arranged.set_held_on(meeting.held_on);
  arranged.add_agenda(item.title);
  return {item.case_id, std::move(mirror)};
}

/// A conflict that only stays declared changes nothing in the case, unless it takes back what another said.
std::vector<Mirror> conflict(const Meeting& before, const Meeting& after, const v1::Entry& entry) {
  const auto& declared = entry.item_conflict_declared();
  const auto* item = find_item(after, declared.item());
  if (item == nullptr || item->case_id.empty()) return {};
  const auto* earlier = find_item(before, declared.item());
  const bool known = earlier != nullptr && conflict_of(*earlier, declared.person()) != nullptr;
  if (declared.managed() == v1::CONFLICT_MANAGED_STAYS_DECLARED && !known) return {};
  auto mirror = on_day(entry);
  auto& there = *mirror.mutable_conflict_declared();
  there.set_person(declared.person());
  there.set_managed(declared.managed());
  if (declared.has_reason()) there.set_reason(declared.reason());
  if (declared.has_decided_by()) there.set_decided_by(declared.decided_by());
  there.set_meeting(after.meeting);
  return {{item->case_id, std::move(mirror)}};
}

std::vector<Mirror> cancelled(const Meeting& meeting, const v1::Entry& entry) {
  std::vector<Mirror> mirrors;
  for (const auto& item : meeting.items) {
    if (item.case_id.empty()) continue;
    auto mirror = on_day(entry);
    mirror.mutable_note_added()->set_text(
        fmt::format("The meeting {} of {} will not be held.", meeting.meeting, meeting.held_on));
    mirrors.push_back({item.case_id, std::move(mirror)});
  }
  return mirrors;
}

}  // namespace

v1::Entry held_entry(const Meeting& meeting, const MeetingItem& item, const Partnership& partnership) {
  std::vector<v1::Attendance> seats;
  bool somebody_left = false;
  for (const auto& seat : meeting.attendance) {
    const bool out = seat.has_person() && is_out(item, seat.person());
    somebody_left = somebody_left || (out && was_there(seat));
    if (!out) seats.push_back(seat);
  }
  v1::Entry entry;
  entry.set_occurred_on(std::min(meeting.held_on, meeting.ended_on));
  auto& held = *entry.mutable_meeting_held();
  held.set_meeting(meeting.meeting);
  for (const auto& seat : seats) *held.add_attendance() = seat;
  if (somebody_left) {
    held.set_quorate(meeting.quorate.value_or(true) && quorum_of(seats, partnership).quorate);
  } else if (meeting.quorate) {
    held.set_quorate(*meeting.quorate);
  }
  if (const auto chair = who_chaired(meeting); !chair.empty() && !is_out(item, chair)) held.set_chair(chair);
  if (item.recommended) held.set_recommends(item.recommended->recommends());
  if (!item.minutes.empty()) held.set_minutes(item.minutes);
  return entry;
}

std::vector<Mirror> meeting_mirrors(const Meeting& before, const Meeting& after, const v1::Entry& entry,
                                    const Partnership& partnership) {
  if (entry.has_item_conflict_declared()) return conflict(before, after, entry);
  if (entry.has_meeting_cancelled()) return cancelled(after, entry);
  const bool written_anew = before.state == MeetingState::ended && after.state == MeetingState::ended;
  std::vector<Mirror> mirrors;
  for (const auto& item : after.items) {
    if (item.case_id.empty()) continue;
    const bool is_new = find_item(before, item.item) == nullptr;
    const bool moved = before.held_on != after.held_on;
    if ((entry.has_meeting_called() && (is_new || moved)) || (entry.has_agenda_item_added() && is_new)) {
      mirrors.push_back(arranged(after, item, entry));
    } else if (entry.has_meeting_ended() || (written_anew && entry.has_attendance_recorded()) ||
               (written_anew && entry.has_item_minuted() && entry.item_minuted().item() == item.item)) {
      mirrors.push_back({item.case_id, held_entry(after, item, partnership)});
    }
  }
  return mirrors;
}

}  // namespace review
