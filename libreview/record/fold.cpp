#include "libreview/record/fold.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "libreview/calendar/instant.hpp"
#include "libreview/calendar/london.hpp"
#include "libreview/record/case_file.hpp"
#include "libreview/record/handling.hpp"
#include "libreview/record/programme_begins.hpp"
#include "libreview/vocabulary/kinds.hpp"

namespace review {
namespace {

/// What a clock that runs for each object hangs on: the agency, embargo, review … that the entry is about.
std::string subject_of(const v1::Entry& entry) {
  const auto& message = kind_message(entry);
  for (const char* name : {"embargo", "action", "proceedings", "agency", "review"}) {
    const auto* field = message.GetDescriptor()->FindFieldByName(name);
    if (field == nullptr || field->is_repeated()) continue;
    const std::string subject = message.GetReflection()->GetString(message, field);
    if (!subject.empty()) return subject;
  }
  return {};
}

using Replacements = std::map<std::string, const v1::Entry*>;

std::set<std::string> withdrawn_in(const std::vector<v1::Entry>& entries) {
  std::set<std::string> withdrawn;
  for (const auto& entry : entries) {
    if (entry.has_entry_withdrawn()) withdrawn.insert(entry.entry_withdrawn().entry());
  }
  return withdrawn;
}

/// The newest correction of each entry that is not withdrawn itself.
Replacements replacements_in(const std::vector<v1::Entry>& entries, const std::set<std::string>& withdrawn) {
  Replacements replacements;
  for (const auto& entry : entries) {
    if (entry.has_entry_corrected() && !withdrawn.contains(entry.entry())) {
      replacements[entry.entry_corrected().entry()] = &entry;
    }
  }
  return replacements;
}

v1::Entry as_corrected(const v1::Entry& entry, const Replacements& replacements) {
  const auto found = replacements.find(entry.entry());
  if (found == replacements.end()) return entry;
  v1::Entry replacement = found->second->entry_corrected().replacement();
  replacement.set_entry(entry.entry());
  replacement.set_case_(entry.case_());
  replacement.set_recorded_time(entry.recorded_time());
  replacement.set_recorded_by(entry.recorded_by());
  replacement.set_case_version(entry.case_version());
  return replacement;
}

}  // namespace

void apply(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& kind = *kind_of(entry);
  const auto& handling = handling_of(kind.name);
  if (file.opened_by().empty()) {
    file.set_case_(entry.case_());
    file.set_opened_by(kind.name);
    if (const auto recorded = parse_instant(entry.recorded_time())) file.set_opened_on(london_day(*recorded).iso());
  }
  if (handling.apply != nullptr) handling.apply(file, entry);
  programme_begins(file, kind.name);
  if (!handling.marks_itself) mark(file, entry, kind.name, {.subject = subject_of(entry)});
  for (const auto& given : entry.irregularities()) {
    auto& irregularity = *file.add_irregularities();
    irregularity = given;
    irregularity.set_entry(entry.entry());
    irregularity.set_occurred_on(entry.occurred_on());
  }
}

std::vector<v1::Entry> effective(const std::vector<v1::Entry>& entries) {
  const auto withdrawn = withdrawn_in(entries);
  const auto replacements = replacements_in(entries, withdrawn);
  std::vector<v1::Entry> counted;
  for (const auto& entry : entries) {
    if (withdrawn.contains(entry.entry()) || entry.has_entry_corrected() || entry.has_entry_withdrawn()) continue;
    if (!entry.hidden()) counted.push_back(as_corrected(entry, replacements));
  }
  return counted;
}

void leave(v1::CaseFile& file, const v1::Entry& withdrawn, const v1::Entry& withdrawal) {
  const auto& handling = handling_of(kind_of(withdrawn)->name);
  if (handling.leave != nullptr) handling.leave(file, withdrawn, withdrawal);
}

v1::CaseFile fold(const std::vector<v1::Entry>& entries) {
  return fold(entries, [](const v1::CaseFile&, const v1::Entry&) {});
}

v1::CaseFile fold(const std::vector<v1::Entry>& entries, const EachEntry& each) {
  v1::CaseFile file;
  const auto replacements = replacements_in(entries, withdrawn_in(entries));
  const auto counted = effective(entries);
  auto next = counted.begin();
  for (const auto& entry : entries) {
    if (next != counted.end() && next->entry() == entry.entry()) {
      each(file, *next);
      apply(file, *next++);
    } else if (entry.has_entry_withdrawn() && !entry.hidden()) {
      const auto withdrawn = std::ranges::find(entries, entry.entry_withdrawn().entry(), &v1::Entry::entry);
      if (withdrawn != entries.end() && !withdrawn->hidden())
        leave(file, as_corrected(*withdrawn, replacements), entry);
    }
    file.set_version(entry.case_version());
  }
  return file;
}

v1::CaseFile fold_with(std::vector<v1::Entry> entries, const v1::Entry& added) {
  entries.push_back(added);
  entries.back().set_entry("added");
  return fold(entries);
}

}  // namespace review
