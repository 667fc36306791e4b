#include "libreview/desk/read_cases.hpp"

#include <algorithm>

#include "libreview/access/entry_access.hpp"
#include "libreview/record/fold.hpp"

namespace review {

const std::vector<v1::Entry>& ReadCases::counted(const std::string& case_id) {
  const auto [at, is_new] = counted_.try_emplace(case_id);
  if (!is_new) return at->second;
  auto shown = desk_.entries(case_id, reader_, moment_, {}, Desk::Notes::asker);
  if (!shown) return at->second;
  // Also where the reader does not read the withdrawal itself.
  std::erase_if(*shown, [](const v1::Entry& entry) { return !entry.withdrawn_by().empty(); });
  at->second = effective(*shown);
  return at->second;
}

const v1::CaseFile* ReadCases::file(const std::string& case_id) {
  const auto [at, is_new] = files_.try_emplace(case_id);
  if (is_new) at->second = views_.find_for(reader_, case_id, moment_.today);
  return at->second ? &*at->second : nullptr;
}

bool ReadCases::counts(const std::string& case_id, const v1::Entry& sort) {
  if (reads_every(reader_, sort)) return true;
  const auto* of = file(case_id);
  return of != nullptr && reads_entry(reader_, *of, sort, moment_.today);
}

void ReadCases::note(const std::string& case_id, const v1::Entry& shown) {
  if (const auto* of = file(case_id)) desk_.note_entries(*of, {shown}, reader_, moment_);
}

const v1::Entry* entry_called(const std::vector<v1::Entry>& entries, std::string_view name) {
  const auto found = std::ranges::find_if(entries, [&](const v1::Entry& entry) { return entry.entry() == name; });
  return found == entries.end() ? nullptr : &*found;
}

}  // namespace review
