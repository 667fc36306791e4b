#include "libreview/meeting/admit_meeting.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "libreview/record/days.hpp"
#include "libreview/record/despite.hpp"
#include "libreview/record/findings.hpp"
#include "libreview/vocabulary/kinds.hpp"

namespace review {
namespace {

struct Weighing {
  const Meeting& meeting;
  const v1::Entry& entry;
  const Occasion& occasion;
  Findings& findings;
};

/// What may still be recorded when the meeting is over: what was written down wrongly, and what came to light.
bool fits_after_the_end(const v1::Entry& entry) {
  return entry.has_attendance_recorded() || entry.has_item_minuted() || entry.has_item_conflict_declared();
}

void state_fits(const Weighing& asked) {
  const auto& label = kind_of(asked.entry)->label;
  if (asked.meeting.version == 0) {
    if (asked.entry.has_meeting_called()) return;
    asked.findings.add(Code::not_in_this_stage, "A meeting begins with being called.");
  } else if (asked.meeting.state == MeetingState::cancelled) {
    asked.findings.add(Code::not_in_this_stage, "This meeting was cancelled. Call another.");
  } else if (asked.meeting.state == MeetingState::ended && !fits_after_the_end(asked.entry)) {
    asked.findings.add(Code::not_in_this_stage, fmt::format("This meeting has ended: \"{}\" comes too late.", label));
  }
}

void day_fits(const Weighing& asked) {
  const auto day = earliest_day(asked.entry.occurred_on());
  if (!day || *day <= asked.occasion.today) return;
  asked.findings.add(Code::dated_in_the_future,
                     fmt::format("{} is after today, {}. Record it when it has happened.", asked.entry.occurred_on(),
                                 asked.occasion.today.words()),
                     {}, "/occurredOn");
}

/// An item is on the agenda once, and so is a case.
void new_item(const Weighing& asked, const v1::AgendaItem& item, const std::string& at, std::set<std::string>& names,
              std::set<std::string>& cases) {
  if (!names.insert(item.item()).second) {
    asked.findings.add(Code::already_recorded, "There is an item of this name on the agenda already.", {},
                       at + "/item");
  }
  if (!item.case_().empty() && !cases.insert(item.case_()).second) {
    asked.findings.add(Code::already_recorded, fmt::format("Case {} is on the agenda already.", item.case_()), {},
                       at + "/case");
  }
}

std::set<std::string> names_on(const Meeting& meeting) {
  std::set<std::string> names;
  for (const auto& item : meeting.items) names.insert(item.item);
  return names;
}

std::set<std::string> cases_on(const Meeting& meeting) {
  std::set<std::string> cases;
  for (const auto& item : meeting.items) {
    if (!item.case_id.empty()) cases.insert(item.case_id);
  }
  return cases;
}

void called(const Weighing& asked) {
  const auto& called = asked.entry.meeting_called();
  if (called.held_on() < asked.entry.occurred_on()) {
    asked.findings.add(Code::dated_before_start,
                       "A meeting cannot be held before it is called. If it is over, say on which day it was called.",
                       {}, "/meetingCalled/heldOn");
  }
  auto names = names_on(asked.meeting);
  auto cases = cases_on(asked.meeting);
  for (int i = 0; i < called.items_size(); ++i) {
    new_item(asked, called.items(i), fmt::format("/meetingCalled/items/{}", i), names, cases);
  }
  std::set<std::string> people;
  for (int i = 0; i < called.invited_size(); ++i) {
    if (people.insert(called.invited(i).person()).second) continue;
    asked.findings.add(Code::already_recorded, "This person is invited twice.", {},
                       fmt::format("/meetingCalled/invited/{}/person", i));
  }
}

void attended(const Weighing& asked) {
  const auto& seats = asked.entry.attendance_recorded().attendance();
  std::set<std::string> people;
  for (int i = 0; i < seats.size(); ++i) {
    const auto who = seats[i].has_person() ? "person " + seats[i].person() : "agency " + seats[i].agency();
    if (people.insert(who).second) continue;
    asked.findings.add(
        Code::already_recorded, "This seat is there twice.", {},
        fmt::format("/attendanceRecorded/attendance/{}/{}", i, seats[i].has_person() ? "person" : "agency"));
  }
}

const MeetingItem* item_named(const Weighing& asked, const std::string& item) {
  const auto* found = find_item(asked.meeting, item);
  if (found == nullptr) {
    asked.findings.add(Code::missing_reference, "There is no item of this name on the agenda.", {},
                       fmt::format("/{}/item", kind_of(asked.entry)->json));
  }
  return found;
}

void not_by_who_is_out(const Weighing& asked, const MeetingItem& item) {
  if (!is_out(item, asked.occasion.who)) return;
  asked.findings.add(Code::conflicted, "You take no part in this item. Somebody else records what was said.");
}

/// Nobody lets themselves back into an item.
void conflicted(const Weighing& asked) {
  const auto& declared = asked.entry.item_conflict_declared();
  const auto* item = item_named(asked, declared.item());
  if (item == nullptr || declared.person() != asked.occasion.who) return;
  const auto* earlier = conflict_of(*item, declared.person());
  if (earlier == nullptr || declared.managed() >= earlier->managed) return;
  asked.findings.add(Code::second_person_required,
                     "This would let you back in where your conflict of interest keeps you out. Another person "
                     "records it.");
}

void recommended(const Weighing& asked) {
  const auto& recommended = asked.entry.item_recommended();
  const auto* item = item_named(asked, recommended.item());
  if (item == nullptr) return;
  not_by_who_is_out(asked, *item);
  for (int i = 0; i < recommended.dissent_size(); ++i) {
    const auto* conflict = conflict_of(*item, recommended.dissent(i).by());
    if (conflict == nullptr || conflict->managed < v1::CONFLICT_MANAGED_NO_POSITION) continue;
    asked.findings.add(Code::conflicted, "This person declared a conflict of interest and gives no position.", {},
                       fmt::format("/itemRecommended/dissent/{}/by", i));
  }
}

void ended(const Weighing& asked) {
  if (asked.entry.occurred_on() < asked.meeting.held_on) {
    asked.findings.add(Code::dated_before_start,
                       "The meeting cannot end before its day. Call it again for another day.", {}, "/occurredOn");
  }
  if (asked.meeting.attendance.empty() && !asked.entry.meeting_ended().has_quorate()) {
    asked.findings.add(Code::missing_reference, "Record who came first, or say whether the meeting was quorate.", {},
                       "/meetingEnded/quorate");
  }
}

void kind_fits(const Weighing& asked) {
  const auto& entry = asked.entry;
  if (entry.has_meeting_called()) {
    called(asked);
  } else if (entry.has_agenda_item_added()) {
    auto names = names_on(asked.meeting);
    auto cases = cases_on(asked.meeting);
    new_item(asked, entry.agenda_item_added().item(), "/agendaItemAdded/item", names, cases);
  } else if (entry.has_item_conflict_declared()) {
    conflicted(asked);
  } else if (entry.has_attendance_recorded()) {
    attended(asked);
  } else if (entry.has_item_minuted()) {
    const auto* item = item_named(asked, entry.item_minuted().item());
    if (item != nullptr) not_by_who_is_out(asked, *item);
  } else if (entry.has_item_recommended()) {
    recommended(asked);
  } else if (entry.has_meeting_ended()) {
    ended(asked);
  }
}

/// An item about a case is called as the case, of which there is one at most: so that who does not see an item sees no
/// gap in the names of the others.
void name_item(v1::AgendaItem& item, std::set<std::string>& names) {
  if (item.has_item()) return;
  item.set_item(item.case_());
  for (int number = 1; item.item().empty() || names.contains(item.item()); ++number) {
    item.set_item(item.case_().empty() ? fmt::format("item-{}", number) : fmt::format("{}-{}", item.case_(), number));
  }
  names.insert(item.item());
}

}  // namespace

v1::Entry prepare_meeting(const Meeting& meeting, v1::Entry entry, const Occasion& occasion) {
  if (!entry.has_occurred_on()) entry.set_occurred_on(occasion.today.iso());
  auto names = names_on(meeting);
  if (entry.has_meeting_called()) {
    for (const auto& item : entry.meeting_called().items()) {
      if (item.has_item()) names.insert(item.item());
    }
    for (auto& item : *entry.mutable_meeting_called()->mutable_items()) name_item(item, names);
  } else if (entry.has_agenda_item_added()) {
    name_item(*entry.mutable_agenda_item_added()->mutable_item(), names);
  }
  return entry;
}

std::vector<Refusal> meeting_objections(const Meeting& meeting, const v1::Entry& entry, const Occasion& occasion) {
  Findings findings;
  const Weighing asked{meeting, entry, occasion, findings};
  state_fits(asked);
  day_fits(asked);
  kind_fits(asked);
  return findings.in_order();
}

Result<v1::Entry> admit_meeting(const Meeting& meeting, const v1::Entry& entry, const Occasion& occasion) {
  auto prepared = prepare_meeting(meeting, entry, occasion);
  const auto found = meeting_objections(meeting, prepared, occasion);
  return despite_of(std::move(prepared), found);
}

}  // namespace review
