#include <algorithm>

#include "libreview/calendar/instant.hpp"
#include "libreview/calendar/london.hpp"
#include "libreview/desk/desk.hpp"
#include "libreview/desk/stored.hpp"
#include "libreview/meeting/admit_meeting.hpp"
#include "libreview/meeting/fold_meeting.hpp"
#include "libreview/store/random_id.hpp"
#include "libreview/vocabulary/kinds.hpp"
#include "libreview/vocabulary/parts.hpp"

namespace review {

/// Meetings come whole, as cases do. What followed in cases comes with those cases.
Result<Recorded> Desk::import_meeting(const v1::Entry& given, const Reader& reader, const Moment& moment,
                                      std::set<std::string>& arriving) {
  const std::string reference = given.case_();
  const auto record = meeting_record(reference);
  const auto meeting = fold_meeting(entries_of(parts_.journal.read(record)));
  if (!arriving.contains(record)) {
    if (show_meeting(reference, reader, moment)) {
      return refuse(Code::already_recorded, "This meeting is in the store already. Meetings are imported whole.");
    }
    if (!given.has_meeting_called()) {
      return refuse(Code::not_in_this_stage, "A meeting begins with its first entry. Import it from there.");
    }
    if (meeting.version > 0) {
      return refuse(Code::already_recorded, "This reference cannot be taken. Ask who runs the service.");
    }
  }
  v1::Entry entry = given;
  auto& source = *entry.mutable_source();
  if (given.has_recorded_time()) source.set_recorded_time(given.recorded_time());
  source.set_recorded_by(given.has_recorded_by() ? given.recorded_by() : reader.person);
  source.set_case_(reference);
  if (given.has_entry()) source.set_entry(given.entry());
  entry.clear_irregularities();
  Occasion occasion{source.recorded_by(), moment.now, moment.today, parts_.law, parts_.calendar, {}};
  if (const auto recorded = parse_instant(source.recorded_time())) {
    occasion.now = std::min(*recorded, moment.now);
    occasion.today = std::min(london_day(*recorded), moment.today);
  }
  // What was set aside may have been a rule of a case: there it is asked about, here it is taken as it was. Of what is
  // hidden there is nothing left to ask about.
  auto admitted = given.hidden()                   ? Result<v1::Entry>(given)
                  : given.irregularities().empty() ? admit_meeting(meeting, entry, occasion)
                                                   : Result<v1::Entry>(prepare_meeting(meeting, given, occasion));
  if (!admitted) return refuse(admitted.error());
  *admitted->mutable_source() = source;
  const std::string id = given.entry().empty() ? random_id(parts_.random) : given.entry();
  if (parts_.journal.find(record, id)) {
    return refuse(Code::already_recorded, "This entry is in the store already.");
  }
  const auto parts = split(*admitted);
  const auto stored =
      parts_.journal.append(NewEntry{record, id, kind_of(given)->json, rfc3339(moment.now), "people/" + reader.person,
                                     parts.open, parts.sealed, meeting.version});
  if (!stored) return refuse(stored.error());
  auto after = meeting;
  after.meeting = reference;
  if (!admitted->hidden()) apply_meeting(after, *admitted);
  if (const auto kept = parts_.views.put(after); !kept) return refuse(kept.error());
  arriving.insert(record);
  return Recorded{reference, id, stored->version, false};
}

}  // namespace review
