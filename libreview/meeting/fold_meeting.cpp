#include "libreview/meeting/fold_meeting.hpp"

#include <algorithm>

namespace review {
namespace {

void add_item(Meeting& meeting, const v1::AgendaItem& from) {
  MeetingItem item;
  item.item = from.item();
  item.title = from.title();
  item.case_id = from.case_();
  item.presenter = from.presenter();
  meeting.items.push_back(std::move(item));
}

/// A meeting that is called again moves: what the newer call says counts, what it leaves out stays.
void apply_called(Meeting& meeting, const v1::MeetingCalled& called) {
  meeting.title = called.title();
  meeting.held_on = called.held_on();
  if (called.has_begins_at()) meeting.begins_at = called.begins_at();
  if (called.has_place()) meeting.place = called.place();
  if (called.has_chair()) meeting.chair = called.chair();
  if (!called.invited().empty()) meeting.invited = {called.invited().begin(), called.invited().end()};
  for (const auto& item : called.items()) add_item(meeting, item);
}

void apply_conflict(Meeting& meeting, const v1::ItemConflictDeclared& declared) {
  auto* item = find_item(meeting, declared.item());
  if (item == nullptr) return;
  std::erase_if(item->conflicts, [&](const ItemConflict& one) { return one.person == declared.person(); });
  item->conflicts.push_back({declared.person(), declared.managed(), declared.reason(), declared.decided_by()});
}

}  // namespace

void apply_meeting(Meeting& meeting, const v1::Entry& entry) {
  if (entry.has_meeting_called()) {
    apply_called(meeting, entry.meeting_called());
  } else if (entry.has_agenda_item_added()) {
    add_item(meeting, entry.agenda_item_added().item());
  } else if (entry.has_item_conflict_declared()) {
    apply_conflict(meeting, entry.item_conflict_declared());
  } else if (entry.has_attendance_recorded()) {
    const auto& seats = entry.attendance_recorded().attendance();
    meeting.attendance = {seats.begin(), seats.end()};
  } else if (entry.has_item_minuted()) {
    if (auto* item = find_item(meeting, entry.item_minuted().item())) item->minutes = entry.item_minuted().minutes();
  } else if (entry.has_item_recommended()) {
    if (auto* item = find_item(meeting, entry.item_recommended().item())) item->recommended = entry.item_recommended();
  } else if (entry.has_meeting_ended()) {
    meeting.state = MeetingState::ended;
    meeting.ended_on = entry.occurred_on();
    if (entry.meeting_ended().has_quorate()) meeting.quorate = entry.meeting_ended().quorate();
    if (entry.meeting_ended().has_chair()) meeting.chaired_by = entry.meeting_ended().chair();
  } else if (entry.has_meeting_cancelled()) {
    meeting.state = MeetingState::cancelled;
    meeting.cancelled_because = entry.meeting_cancelled().reasons();
  }
}

Meeting fold_meeting(const std::vector<v1::Entry>& entries) {
  Meeting meeting;
  for (const auto& entry : entries) {
    meeting.meeting = entry.case_();
    meeting.version = entry.case_version();
    if (!entry.hidden()) apply_meeting(meeting, entry);
  }
  return meeting;
}

}  // namespace review
