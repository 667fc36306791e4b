#include "libreview/meeting/meeting.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace review {
namespace {

constexpr std::array<std::pair<MeetingState, std::string_view>, 3> states{
    {{MeetingState::called, "CALLED"}, {MeetingState::ended, "ENDED"}, {MeetingState::cancelled, "CANCELLED"}}};

}  // namespace

std::string_view meeting_state_name(MeetingState state) { return states[static_cast<std::size_t>(state)].second; }

std::optional<MeetingState> find_meeting_state(std::string_view name) {
  for (const auto& [state, known] : states) {
    if (known == name) return state;
  }
  return std::nullopt;
}

const MeetingItem* find_item(const Meeting& meeting, std::string_view item) {
  const auto found = std::find_if(meeting.items.begin(), meeting.items.end(),
                                  [&](const MeetingItem& one) { return one.item == item; });
  return found == meeting.items.end() ? nullptr : &*found;
}

MeetingItem* find_item(Meeting& meeting, std::string_view item) {
  return const_cast<MeetingItem*>(find_item(std::as_const(meeting), item));
}

const ItemConflict* conflict_of(const MeetingItem& item, std::string_view person) {
  const auto found = std::find_if(item.conflicts.begin(), item.conflicts.end(),
                                  [&](const ItemConflict& one) { return one.person == person; });
  return found == item.conflicts.end() ? nullptr : &*found;
}

std::string who_chaired(const Meeting& meeting) {
  if (!meeting.chaired_by.empty()) return meeting.chaired_by;
  const bool stayed_away = std::ranges::any_of(meeting.attendance, [&](const v1::Attendance& seat) {
    return seat.person() == meeting.chair && seat.has_presence() && seat.presence() != v1::PRESENCE_PRESENT;
  });
  return stayed_away ? std::string() : meeting.chair;
}

bool is_out(const MeetingItem& item, std::string_view person) {
  const auto* conflict = conflict_of(item, person);
  return conflict != nullptr && conflict->managed >= v1::CONFLICT_MANAGED_LEAVES_ITEM;
}

}  // namespace review
