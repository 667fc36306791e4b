#include <algorithm>
#include <stdexcept>

#include "libreview/calendar/instant.hpp"
#include "libreview/calendar/london.hpp"
#include "libreview/desk/desk.hpp"
#include "libreview/desk/stored.hpp"
#include "libreview/record/admit.hpp"
#include "libreview/record/corrections.hpp"
#include "libreview/record/mirrors.hpp"
#include "libreview/store/random_id.hpp"
#include "libreview/vocabulary/kinds.hpp"
#include "libreview/vocabulary/parts.hpp"

namespace review {
namespace {

/// The entry with what the other store said of it kept aside.
v1::Entry with_source(const v1::Entry& given) {
  v1::Entry entry = given;
  auto& source = *entry.mutable_source();
  if (given.has_recorded_time()) source.set_recorded_time(given.recorded_time());
  if (given.has_recorded_by()) source.set_recorded_by(given.recorded_by());
  source.set_case_(given.case_());
  if (given.has_entry()) source.set_entry(given.entry());
  return entry;
}

}  // namespace

/// Asks the rules as they asked when it was recorded. What followed from another case was never asked; of what is
/// hidden there is nothing left to ask about.
Result<v1::Entry> Desk::weigh_imported(const v1::CaseFile& file, const v1::Entry& entry, const Reader& reader,
                                       const Moment& moment) {
  if (entry.hidden() || is_mirror(file, entry)) return entry;
  Occasion occasion{entry.source().recorded_by(), moment.now, moment.today, parts_.law, parts_.calendar, {}};
  if (const auto recorded = parse_instant(entry.source().recorded_time())) {
    occasion.now = std::min(*recorded, moment.now);
    occasion.today = std::min(london_day(*recorded), moment.today);
  }
  auto others = others_concerned(file, entry, reader, moment.today);
  if (!others) return refuse(others.error());
  occasion.joined = std::move(*others);
  v1::Entry asked = entry;
  asked.clear_irregularities();
  return corrected_entry(asked).empty() ? admit(file, asked, occasion)
                                        : admit_correction(read_entries(file.case_()), asked, occasion);
}

Result<Recorded> Desk::import(const v1::Entry& given, const Reader& reader, const Moment& moment,
                              std::set<std::string>& arriving) {
  const std::string case_id = given.case_();
  if (case_id.empty()) return refuse(Code::missing_field, "An imported entry names its case.");
  if (kind_of(given)->is_of("meeting")) return import_meeting(given, reader, moment, arriving);
  v1::CaseFile file;
  if (auto found = parts_.views.find(case_id)) file = std::move(*found);
  const bool begins = file.case_().empty();
  if (!arriving.contains(case_id)) {
    if (parts_.views.sees(reader, case_id, moment.today)) {
      return refuse(Code::already_recorded, "This case is in the store already. Cases are imported whole.");
    }
    // From here on a case that the reader does not see is as one that there is not, but that its reference is taken.
    if (!kind_of(given)->opens_case) {
      return refuse(Code::not_in_this_stage, "A case begins with its first entry. Import it from there.");
    }
    if (!kind_of(given)->is_of(sort_of(case_id).name)) {
      return refuse(Code::not_one_kind, "The reference is of another sort of record than its first entry opens.");
    }
    if (!begins) return refuse(Code::already_recorded, "This reference cannot be taken. Ask who runs the service.");
  }
  file.set_case_(case_id);
  v1::Entry entry = with_source(given);
  if (!entry.source().has_recorded_by()) entry.mutable_source()->set_recorded_by(reader.person);
  auto weighed = weigh_imported(file, entry, reader, moment);
  if (!weighed) return refuse(weighed.error());
  const std::string id = given.entry().empty() ? random_id(parts_.random) : given.entry();
  if (parts_.journal.find(record_of(case_id), id)) {
    return refuse(Code::already_recorded, "This entry is in the store already.");
  }
  const auto parts = split(*weighed);
  const auto stored =
      parts_.journal.append(NewEntry{record_of(case_id), id, kind_of(entry)->json, rfc3339(moment.now),
                                     "people/" + reader.person, parts.open, parts.sealed, file.version()});
  if (!stored) return refuse(stored.error());
  try {
    if (const auto kept = keep(after(file, entry_of(*stored)), entry_of(*stored)); !kept) return refuse(kept.error());
  } catch (const std::logic_error&) {
    return refuse(Code::missing_reference, "This entry names something that is not in its case.");
  }
  arriving.insert(case_id);
  return Recorded{case_id, id, stored->version, false};
}

}  // namespace review
