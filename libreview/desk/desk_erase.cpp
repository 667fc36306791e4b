#include <algorithm>

#include "libreview/access/may_read.hpp"
#include "libreview/desk/desk.hpp"
#include "libreview/desk/stored.hpp"
#include "libreview/meeting/fold_meeting.hpp"
#include "libreview/record/corrections.hpp"
#include "libreview/record/legal_holds.hpp"
#include "libreview/views/find_in.hpp"

namespace review {
namespace {

/// The document that the entry filed, or that its correction files.
std::string document_of(const v1::Entry& entry) {
  const auto& said = entry.has_entry_corrected() ? entry.entry_corrected().replacement() : entry;
  return said.has_document_filed() ? said.document_filed().document() : std::string();
}

bool asks_agencies(const v1::Entry& entry) { return entry.has_agency_return_requested(); }

/// Takes in what goes with what is in already; says whether anything was.
bool grow(const std::vector<v1::Entry>& entries, std::set<std::string>& gone, std::set<std::string>& documents) {
  const auto before = gone.size() + documents.size();
  for (const auto& entry : entries) {
    const auto document = document_of(entry);
    if (gone.contains(corrected_entry(entry)) || documents.contains(document)) gone.insert(entry.entry());
    if (!document.empty() && gone.contains(entry.entry())) documents.insert(document);
  }
  return gone.size() + documents.size() > before;
}

/// The item of a meeting that the entry is about; empty for one about the whole meeting.
std::string item_of(const v1::Entry& entry) {
  if (entry.has_agenda_item_added()) return entry.agenda_item_added().item().item();
  if (entry.has_item_conflict_declared()) return entry.item_conflict_declared().item();
  if (entry.has_item_minuted()) return entry.item_minuted().item();
  return entry.has_item_recommended() ? entry.item_recommended().item() : std::string();
}

/// A call names the items of several cases: it goes only where this is the only one.
bool is_about(const v1::Entry& entry, const Meeting& meeting, std::string_view case_id) {
  if (entry.has_meeting_called()) {
    const auto& items = entry.meeting_called().items();
    return !items.empty() &&
           std::ranges::all_of(items, [&](const v1::AgendaItem& item) { return item.case_() == case_id; });
  }
  const auto name = item_of(entry);
  const auto* item = name.empty() ? nullptr : find_item(meeting, name);
  return item != nullptr && item->case_id == case_id;
}

}  // namespace

Erasure Desk::erasure_of(std::string_view case_id, const std::set<std::string>& named) {
  const auto entries = read_entries(case_id);
  Erasure erasure;
  auto gone = named;
  if (named.empty()) {
    for (const auto& entry : entries) gone.insert(entry.entry());
  }
  while (grow(entries, gone, erasure.documents)) {
  }
  for (const auto& entry : entries) {
    if (!gone.contains(entry.entry())) continue;
    erasure.entries.push_back(entry.entry());
    if (asks_agencies(entry)) erasure.requests.insert(entry.entry());
  }
  if (!named.empty()) return erasure;
  std::string last = "meetings/";
  for (;;) {
    const auto records = parts_.journal.records("meetings/", last, 500);
    if (records.empty()) return erasure;
    for (const auto& record : records) {
      const auto said = entries_of(parts_.journal.read(record));
      const auto meeting = fold_meeting(said);
      for (const auto& entry : said) {
        if (is_about(entry, meeting, case_id)) erasure.meeting.emplace_back(record, entry.entry());
      }
    }
    last = records.back();
  }
}

Result<void> Desk::may_erase(std::string_view case_id, const std::set<std::string>& not_touched, Date today) {
  const auto file = parts_.views.find(case_id);
  if (!file) return refuse(no_case(case_id));
  auto files = reviewed_with(*file, find_in(parts_.views));
  files.insert(files.begin(), *file);
  return may_be_erased(files, parts_.law, not_touched, today);
}

Result<void> Desk::erase(std::string_view case_id, const Erasure& erasure) {
  for (const auto& entry : erasure.entries) {
    if (const auto gone = parts_.journal.erase(record_of(case_id), entry); !gone) return gone;
  }
  for (const auto& [record, entry] : erasure.meeting) {
    if (const auto gone = parts_.journal.erase(record, entry); !gone) return gone;
  }
  return forget_erased(case_id);
}

}  // namespace review
