#include "libreview/meeting/withdrawn_words.hpp"

#include <algorithm>

#include "libreview/access/disclose.hpp"

namespace review {
namespace {

bool is_on(const v1::MeetingCalled& called, const std::string& item) {
  return std::ranges::any_of(called.items(), [&](const v1::AgendaItem& one) { return one.item() == item; });
}

/// The sort of words that an entry of a meeting has on the item; empty for none.
std::string said_of(const v1::Entry& entry, const std::string& item) {
  if (entry.has_meeting_called()) return is_on(entry.meeting_called(), item) ? "agenda" : "";
  if (entry.has_agenda_item_added()) return entry.agenda_item_added().item().item() == item ? "agenda" : "";
  if (entry.has_item_minuted()) return entry.item_minuted().item() == item ? "held" : "";
  if (entry.has_item_recommended()) return entry.item_recommended().item() == item ? "held" : "";
  if (!entry.has_item_conflict_declared() || entry.item_conflict_declared().item() != item) return {};
  return "conflict of " + entry.item_conflict_declared().person();
}

/// The sort of words that an entry of a case has from the meeting; empty for none.
std::string told_by(const v1::Entry& recorded, const std::string& meeting) {
  const auto& entry = recorded.has_entry_corrected() ? recorded.entry_corrected().replacement() : recorded;
  if (entry.has_meeting_arranged()) return entry.meeting_arranged().meeting() == meeting ? "agenda" : "";
  if (entry.has_meeting_held()) return entry.meeting_held().meeting() == meeting ? "held" : "";
  if (!entry.has_conflict_declared() || entry.conflict_declared().meeting() != meeting) return {};
  return "conflict of " + entry.conflict_declared().person();
}

std::vector<v1::Entry> bare(const std::vector<PlacedEntry>& placed) {
  std::vector<v1::Entry> entries;
  for (const auto& one : placed) entries.push_back(one.entry);
  return entries;
}

void take_title(v1::AgendaItem& item, const std::string& entry, const WithdrawnWords& withdrawn) {
  if (withdrawn.contains({entry, item.item()})) item.set_title("Withdrawn");
}

}  // namespace

void add_withdrawn(WithdrawnWords& withdrawn, const std::string& item, const std::vector<PlacedEntry>& meeting,
                   const std::vector<PlacedEntry>& of_case) {
  const auto hidden = hidden_entries(bare(of_case));
  if (hidden.empty()) return;
  for (const auto& [seq, entry] : meeting) {
    const auto sort = said_of(entry, item);
    if (sort.empty()) continue;
    const auto told = std::ranges::find_if(
        of_case, [&](const PlacedEntry& one) { return one.seq > seq && told_by(one.entry, entry.case_()) == sort; });
    if (told != of_case.end() && hidden.contains(told->entry.entry())) withdrawn.insert({entry.entry(), item});
  }
}

std::vector<v1::Entry> without_words(std::vector<v1::Entry> entries, const WithdrawnWords& withdrawn) {
  if (withdrawn.empty()) return entries;
  for (auto& entry : entries) {
    const auto id = entry.entry();
    if (entry.has_meeting_called()) {
      for (auto& item : *entry.mutable_meeting_called()->mutable_items()) take_title(item, id, withdrawn);
    } else if (entry.has_agenda_item_added()) {
      take_title(*entry.mutable_agenda_item_added()->mutable_item(), id, withdrawn);
    } else if (std::ranges::any_of(withdrawn, [&](const auto& one) { return one.first == id; })) {
      entry = without_content(entry);
    }
  }
  return entries;
}

}  // namespace review
