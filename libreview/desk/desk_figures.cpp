#include <utility>

#include "libreview/access/entry_access.hpp"
#include "libreview/access/may_read.hpp"
#include "libreview/base/refuse_at.hpp"
#include "libreview/clocks/reading.hpp"
#include "libreview/desk/desk.hpp"
#include "libreview/desk/embargoed_case.hpp"
#include "libreview/desk/records_after.hpp"
#include "libreview/desk/standing.hpp"
#include "libreview/desk/stored.hpp"
#include "libreview/record/fold.hpp"
#include "libreview/vocabulary/record_name.hpp"

namespace review {
namespace {

/// Somebody whom no embargo names, and who decides about none.
Reader anybody() { return {.person = {}, .role = Role::reader}; }

}  // namespace

Result<CountedCase> Desk::counted_case(std::string_view case_id, const Reader& reader, const Moment& moment, Date as_at,
                                       CountedFor counted_for) {
  const auto standing = this->standing(case_id, "", reader, moment, as_at);
  if (!standing) return refuse(standing.error());
  const bool for_reader = counted_for == CountedFor::reader;
  CountedCase counted{.file = standing->file, .recorded = {}, .entries = {}, .clocks = {}};
  counted.clocks = for_reader ? readings_with_reasons(*standing, reader, moment)
                              : readings(standing->file, *standing->rules.law, *standing->rules.calendar, as_at);
  const auto embargoes = embargoed(standing->now, for_reader ? reader : anybody(), moment);
  const auto hidden_then = amendments(*standing->entries).hidden;
  for (const auto& entry : *standing->entries) {
    if (standing->amended.hidden.contains(entry.entry())) {
      counted.hidden_since = counted.hidden_since || !hidden_then.contains(entry.entry());
      continue;
    }
    counted.recorded.push_back(entry);
  }
  for (auto& entry : effective(counted.recorded)) {
    if (!reads_entry(reader, standing->now, entry, moment.today)) continue;
    static_cast<void>(withhold(entry, embargoes.kept));
    counted.entries.push_back(std::move(entry));
  }
  if (for_reader) note_covered(*this, counted.entries, embargoes);
  note_shown(case_id, "figures");
  return counted;
}

Result<RecordPart<CountedCase>> Desk::counted_part(std::string_view after, std::size_t limit, const Reader& reader,
                                                   const Moment& moment, Date as_at, CountedFor counted_for) {
  if (const auto allowed = may_read(reader); !allowed) return refuse(allowed.error());
  if (as_at > moment.today) return refuse_at(Code::malformed, "asAt is a day up to today.", "/asAt");
  RecordPart<CountedCase> part;
  const auto names = records_after(parts_.journal, after, limit);
  if (names.size() == limit) part.next = names.back();
  for (const auto& record : names) {
    auto counted = counted_case(reference_of(record), reader, moment, as_at, counted_for);
    // Not for this reader, or not there yet on that day.
    if (counted) part.records.push_back(std::move(*counted));
  }
  return part;
}

}  // namespace review
