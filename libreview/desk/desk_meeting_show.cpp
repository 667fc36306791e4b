#include "libreview/base/refuse_at.hpp"
#include "libreview/desk/desk.hpp"
#include "libreview/desk/embargoed_case.hpp"
#include "libreview/desk/stored.hpp"
#include "libreview/meeting/disclose_meeting.hpp"
#include "libreview/meeting/fold_meeting.hpp"
#include "libreview/vocabulary/names.hpp"

namespace review {
namespace {

/// Hidden and missing answer alike.
tl::unexpected<Refusal> no_meeting() {
  return refuse(Code::not_found, "There is no meeting of this reference that you may see.");
}

void cut_after(std::vector<v1::Entry>& entries, std::string_view last) {
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (entries[i].entry() == last) return entries.resize(i + 1);
  }
}

}  // namespace

WithdrawnWords Desk::withdrawn_from_cases(const Meeting& meeting, const std::vector<StoredEntry>& stored) {
  const auto placed = [](const std::vector<StoredEntry>& entries) {
    std::vector<PlacedEntry> all;
    for (const auto& one : entries) all.push_back({one.seq, entry_of(one)});
    return all;
  };
  WithdrawnWords withdrawn;
  for (const auto& item : meeting.items) {
    const auto record = record_of(item.case_id);
    if (item.case_id.empty() || !parts_.journal.has(record, "entryWithdrawn")) continue;
    add_withdrawn(withdrawn, item.item, placed(stored), placed(parts_.journal.read(record)));
  }
  return withdrawn;
}

std::set<std::string> Desk::seen_on_agenda(const Meeting& meeting, const Reader& reader, Date today) {
  std::set<std::string> seen;
  for (const auto& item : meeting.items) {
    if (!item.case_id.empty() && parts_.views.find_for(reader, item.case_id, today)) seen.insert(item.case_id);
  }
  return seen;
}

Result<void> Desk::check_meetings(const std::vector<Term>& terms, const Reader& reader, Date today) {
  for (const auto& term : terms) {
    if (term.field != "meeting" || (term.op != "=" && term.op != "!=")) continue;
    const auto stored = parts_.journal.read(meeting_record(bare_reference(term.value).value_or(term.value)));
    const auto meeting = fold_meeting(entries_of(stored));
    if (!stored.empty() && sees_meeting(meeting, reader, seen_on_agenda(meeting, reader, today))) continue;
    return refuse_at(Code::not_a_choice,
                     "There is no meeting of this reference that you may see. /v1/meetings lists those that there are.",
                     "/filter");
  }
  return {};
}

Result<ShownMeeting> Desk::show_meeting(std::string_view meeting, const Reader& reader, const Moment& moment,
                                        std::string_view up_to, Covered covered) {
  if (!reader.may(Right::read_cases)) {
    return refuse(Code::not_permitted, "Your role does not see what is in meetings.");
  }
  const auto stored = parts_.journal.read(meeting_record(meeting));
  if (stored.empty()) return no_meeting();
  auto entries = entries_of(stored);
  const auto now = fold_meeting(entries);
  const auto visible = seen_on_agenda(now, reader, moment.today);
  if (!sees_meeting(now, reader, visible)) return no_meeting();
  const auto withheld = withheld_items(now, reader, visible);
  for (const auto& item : now.items) {
    if (visible.contains(item.case_id) && !withheld.has(item.item)) note_shown(item.case_id, "meeting");
  }
  if (!up_to.empty()) cut_after(entries, up_to);
  const auto embargoes = embargoed_on_agenda(now, reader, moment, covered);
  withhold_all(entries, embargoes);
  const auto withdrawn = reader.may(Right::see_withdrawn) ? WithdrawnWords() : withdrawn_from_cases(now, stored);
  auto shown = disclose_meeting(fold_meeting(without_words(entries, withdrawn)), withheld);
  auto seen = without_words(disclose_meeting(entries, withheld, reader), withdrawn);
  for (const auto& embargoed : embargoes) note_covered(*this, seen, embargoed);
  shown.version = static_cast<int>(seen.size());
  auto quorum = quorum_of(shown.attendance, parts_.law.partnership());
  return ShownMeeting{std::move(shown), std::move(seen), std::move(quorum)};
}

Result<Page<ShownMeeting>> Desk::list_meetings(ListQuery query, const Reader& reader, const Moment& moment) {
  if (!reader.may(Right::read_cases)) {
    return refuse(Code::not_permitted, "Your role does not see what is in meetings.");
  }
  if (auto known = check_meetings(query.terms, reader, moment.today); !known) return refuse(std::move(known.error()));
  const auto wanted = static_cast<std::size_t>(query.limit);
  query.limit += 1;
  Page<ShownMeeting> page;
  for (;;) {
    const auto rows = parts_.views.meetings(query);
    if (!rows) return refuse(rows.error());
    for (const auto& row : *rows) {
      auto shown = show_meeting(reference_of(row.record), reader, moment);
      if (!shown) continue;
      if (page.items.size() == wanted) return page;
      page.items.push_back(std::move(*shown));
      page.next = {row.order_value, row.record};
    }
    if (static_cast<int>(rows->size()) < query.limit) break;
    query.after = {rows->back().order_value, rows->back().record};
  }
  page.next.clear();
  return page;
}

Result<void> Desk::rebuild_meetings() {
  std::string last = "meetings/";
  for (;;) {
    const auto records = parts_.journal.records("meetings/", last, 500);
    if (records.empty()) return {};
    for (const auto& record : records) {
      const auto kept = parts_.views.put(fold_meeting(entries_of(parts_.journal.read(record))));
      if (!kept) return refuse(kept.error());
    }
    last = records.back();
  }
}

}  // namespace review
