#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "review/v1/entries.pb.h"

namespace review {

/// A conflict of interest in one item; the newest of a person counts.
struct ItemConflict {
  std::string person;
  v1::ConflictManaged managed = v1::CONFLICT_MANAGED_UNSPECIFIED;
  std::string reason;
  std::string decided_by;
};

/// One item of an agenda, with what the meeting made of it.
struct MeetingItem {
  std::string item;
  std::string title;
  std::string case_id;  ///< empty for an item about no case
  std::string presenter;
  std::string minutes;
  std::optional<v1::ItemRecommended> recommended;
  std::vector<ItemConflict> conflicts;
  bool left = false;  ///< the reader has left this item: nothing else of it is shown
};

enum class MeetingState { called, ended, cancelled };

/// `CALLED`, `ENDED`, `CANCELLED`.
[[nodiscard]] std::string_view meeting_state_name(MeetingState state);
[[nodiscard]] std::optional<MeetingState> find_meeting_state(std::string_view name);

/// A meeting of the panel as its entries add up.
struct Meeting {
  std::string meeting;  ///< its reference, for example `m26-0001`
  int version = 0;      ///< 0 before it is called
  MeetingState state = MeetingState::called;
  std::string title;
  std::string held_on;
  std::string begins_at;
  std::string place;
  std::string chair;
  std::string chaired_by;  ///< as somebody said when it ended; else see `who_chaired`
  std::vector<MeetingItem> items;
  std::vector<v1::Seat> invited;
  std::vector<v1::Attendance> attendance;  ///< empty until it was recorded
  std::optional<bool> quorate;             ///< as somebody said when it ended; else it follows from who came
  std::string ended_on;
  std::string cancelled_because;
};

/// The item of that name; null where there is none.
[[nodiscard]] const MeetingItem* find_item(const Meeting& meeting, std::string_view item);
[[nodiscard]] MeetingItem* find_item(Meeting& meeting, std::string_view item);

/// The conflict of a person in an item; null where none was declared.
[[nodiscard]] const ItemConflict* conflict_of(const MeetingItem& item, std::string_view person);

/// Who chaired it, as far as is known: who was said to when it ended, else whoever was to, unless they did not come.
[[nodiscard]] std::string who_chaired(const Meeting& meeting);

/// Whether the person takes no part in the item at all: left it, or is excluded.
[[nodiscard]] bool is_out(const MeetingItem& item, std::string_view person);

}  // namespace review
