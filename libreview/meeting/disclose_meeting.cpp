#include "libreview/meeting/disclose_meeting.hpp"

#include <algorithm>

#include "libreview/access/kind_table.hpp"
#include "libreview/vocabulary/kinds.hpp"

namespace review {
namespace {

/// The item that an entry is about; empty for one about the whole meeting.
std::string item_of(const v1::Entry& entry) {
  if (entry.has_agenda_item_added()) return entry.agenda_item_added().item().item();
  if (entry.has_item_conflict_declared()) return entry.item_conflict_declared().item();
  if (entry.has_item_minuted()) return entry.item_minuted().item();
  if (entry.has_item_recommended()) return entry.item_recommended().item();
  return {};
}

v1::Entry without_items(const v1::Entry& entry, const Withheld& withheld) {
  v1::Entry shown = entry;
  auto& items = *shown.mutable_meeting_called()->mutable_items();
  items.erase(
      std::remove_if(items.begin(), items.end(), [&](const v1::AgendaItem& item) { return withheld.has(item.item()); }),
      items.end());
  return shown;
}

}  // namespace

Withheld withheld_items(const Meeting& meeting, const Reader& reader, const std::set<std::string>& visible) {
  Withheld withheld;
  for (const auto& item : meeting.items) {
    const auto* conflict = conflict_of(item, reader.person);
    const auto managed = conflict == nullptr ? v1::CONFLICT_MANAGED_UNSPECIFIED : conflict->managed;
    const bool hidden = item.case_id.empty() ? reader.cases.has_value() : !visible.contains(item.case_id);
    if (hidden || managed == v1::CONFLICT_MANAGED_EXCLUDED) {
      withheld.gone.insert(item.item);
    } else if (managed == v1::CONFLICT_MANAGED_LEAVES_ITEM) {
      withheld.left.insert(item.item);
    }
  }
  return withheld;
}

bool sees_meeting(const Meeting& meeting, const Reader& reader, const std::set<std::string>& visible) {
  if (!reader.may(Right::read_cases) || access_to("meeting-called", reader.role).reads == Reads::none) return false;
  if (reader.cases && visible.empty()) return false;
  if (reach_of(reader.role) == Reach::every || meeting.chair == reader.person) return true;
  if (meeting.chaired_by == reader.person) return true;
  const auto is_mine = [&](const auto& seat) { return seat.person() == reader.person; };
  return std::any_of(meeting.invited.begin(), meeting.invited.end(), is_mine) ||
         std::any_of(meeting.attendance.begin(), meeting.attendance.end(), is_mine);
}

Meeting disclose_meeting(Meeting meeting, const Withheld& withheld) {
  std::erase_if(meeting.items, [&](const MeetingItem& item) { return withheld.gone.contains(item.item); });
  for (auto& item : meeting.items) {
    if (!withheld.left.contains(item.item)) continue;
    MeetingItem empty;
    empty.item = item.item;
    empty.left = true;
    item = std::move(empty);
  }
  return meeting;
}

std::vector<v1::Entry> disclose_meeting(const std::vector<v1::Entry>& entries, const Withheld& withheld,
                                        const Reader& reader) {
  std::vector<v1::Entry> shown;
  for (const auto& entry : entries) {
    const auto item = item_of(entry);
    const bool own = entry.has_item_conflict_declared() && withheld.left.contains(item) &&
                     entry.item_conflict_declared().person() == reader.person;
    if (!item.empty() && withheld.has(item) && !own) continue;
    if (access_to(kind_of(entry)->name, reader.role).reads == Reads::none) continue;
    shown.push_back(entry.has_meeting_called() ? without_items(entry, withheld) : entry);
  }
  return shown;
}

}  // namespace review
