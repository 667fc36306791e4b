#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "libreview/access/entry_access.hpp"
#include "libreview/access/may_read.hpp"
#include "libreview/access/sight.hpp"
#include "libreview/calendar/instant.hpp"
#include "libreview/clocks/changes.hpp"
#include "libreview/clocks/reading.hpp"
#include "libreview/desk/desk.hpp"
#include "libreview/desk/embargoed_case.hpp"
#include "libreview/desk/standing.hpp"
#include "libreview/desk/stored.hpp"
#include "libreview/desk/weighed.hpp"
#include "libreview/record/admit.hpp"
#include "libreview/record/asked_about_elsewhere.hpp"
#include "libreview/record/audited_elsewhere.hpp"
#include "libreview/record/bearings_elsewhere.hpp"
#include "libreview/record/cannot_begin.hpp"
#include "libreview/record/corrections.hpp"
#include "libreview/record/fold.hpp"
#include "libreview/record/given_anew.hpp"
#include "libreview/record/look_at_product.hpp"
#include "libreview/record/mirrors.hpp"
#include "libreview/record/product_sources.hpp"
#include "libreview/record/rounds_elsewhere.hpp"
#include "libreview/record/sort_of_file.hpp"
#include "libreview/record/ties_kept.hpp"
#include "libreview/record/withdrawal_mirrors.hpp"
#include "libreview/store/random_id.hpp"
#include "libreview/views/find_in.hpp"
#include "libreview/vocabulary/kinds.hpp"
#include "libreview/vocabulary/parts.hpp"

namespace review {
namespace {

constexpr std::chrono::hours key_life{24 * 30};
/// An entry tells what it makes due, and does no more of a day's work than this.
constexpr int most_told_at_once = 50;

Result<void> permitted(const Recording& recording, const v1::CaseFile& file, bool decides) {
  if (const auto recorded = records_entry(recording.reader, file, recording.entry, recording.moment.today); !recorded)
    return recorded;
  if (!decides || recording.reader.may(Right::decide)) return {};
  return refuse(Code::not_permitted, "Your role does not allow you to decide this. Ask a review coordinator.");
}

/// A role that sees no case learns nothing about which there are.
Result<void> may_see(const Recording& recording) {
  if (recording.reader.may(Right::read_cases)) return {};
  return refuse(Code::not_permitted, "Your role does not see what is in cases.");
}

/// A token that is for certain cases opens no other.
Result<void> may_open(const Recording& recording) {
  if (!recording.case_id.empty() || !recording.reader.cases) return {};
  return refuse(Code::not_permitted, "This access token is for certain cases. It opens nothing else.");
}

/// The reference of a record counts up within its sort and the London year in which it is opened.
Result<std::string> next_reference(Journal& journal, const RecordSort& sort, Date today) {
  for (;;) {
    const auto number = journal.next_number(fmt::format("{}{}", sort.collection, today.year()));
    if (!number) return refuse(number.error());
    auto reference = numbered_reference(sort, today.year(), *number);
    if (journal.version(record_of(reference)) == 0) return reference;  // an imported one may have it already
  }
}

/// Nobody says anew what they may not read: what is kept from them would be lost, or brought out.
Result<void> may_amend(Desk& desk, const v1::CaseFile& file, const std::vector<v1::Entry>& entries,
                       const Recording& recording) {
  if (!recording.entry.has_entry_corrected()) return {};
  const auto kept = desk.embargoed(file, recording.reader, recording.moment).kept;
  const auto& corrected = recording.entry.entry_corrected().entry();
  for (const auto& entry : entries) {
    const bool about = entry.entry() == corrected || corrected_entry(entry) == corrected;
    if (!about || !holds_covered(entry, kept)) continue;
    return refuse(Code::not_permitted,
                  "An embargo covers something in this update, and you are not one of its readers. One of them "
                  "corrects it.");
  }
  return {};
}

/// The cases that an entry names itself, or a correction in its place.
std::vector<std::string> cases_named(const v1::Entry& entry) {
  const bool corrects = entry.has_entry_corrected() && entry.entry_corrected().has_replacement();
  return cases_concerned({}, corrects ? entry.entry_corrected().replacement() : entry);
}

}  // namespace

Result<std::vector<v1::CaseFile>> Desk::others_concerned(const v1::CaseFile& file, const v1::Entry& entry,
                                                         const Reader& reader, Date today) {
  const auto works_on = [&](const std::string& other) {
    const bool fits = may_concern(file, other) || (may_name_programmes(entry) && sort_of(other).has_members);
    auto found = fits ? parts_.views.find_for(reader, other, today) : std::nullopt;
    if (found && (sees_by_glass(reader, *found, today) || other == file.case_())) found.reset();
    return found;
  };
  for (const auto& other : cases_named(entry)) {
    if (!works_on(other)) return refuse(Code::missing_reference, fmt::format("There is no other case {}.", other));
  }
  std::vector<v1::CaseFile> others;
  for (const auto& other : cases_concerned(file, entry)) {
    auto found = works_on(other);
    if (!found) {
      return refuse(Code::not_permitted, "You do not see everything that this concerns. Somebody else records it.");
    }
    const bool twice =
        std::any_of(others.begin(), others.end(), [&](const v1::CaseFile& one) { return one.case_() == other; });
    if (!twice) others.push_back(std::move(*found));
  }
  return others;
}

bool Desk::sees(std::string_view case_id, const Reader& reader, const Moment& moment) {
  return parts_.views.find_for(reader, case_id, moment.today).has_value();
}

Result<void> Desk::may_record(std::string_view case_id, const v1::Entry& entry, const Reader& reader,
                              const Moment& moment) {
  const auto file = parts_.views.find_for(reader, case_id, moment.today);
  if (!file) return refuse(no_case(case_id));
  return records_entry(reader, *file, entry, moment.today);
}

Result<Desk::Weighed> Desk::weigh(const Recording& recording) {
  const bool opens = recording.case_id.empty();
  const auto& kind = *kind_of(recording.entry);
  v1::CaseFile file;
  if (!opens) {
    auto found = parts_.views.find_for(recording.reader, recording.case_id, recording.moment.today);
    if (!found) return refuse(no_case(recording.case_id));
    file = std::move(*found);
  } else if (!kind.opens_case || !kind.is_of(recording.sort)) {
    return refuse(cannot_begin(recording.sort, kind.label));
  }
  const bool corrects = !corrected_entry(recording.entry).empty();
  const auto entries = corrects ? read_entries(recording.case_id) : std::vector<v1::Entry>();
  const bool sets_aside =
      !recording.entry.despite().empty() || !recording.entry.entry_corrected().replacement().despite().empty();
  const auto* corrected = corrected_kind(entries, recording.entry);
  // A role that does not record a kind takes nothing of it back either, unless it decides.
  const bool of_others = corrected != nullptr && !records_kind(recording.reader, corrected->name);
  const bool decides = kind.decision || sets_aside || of_others || (corrected != nullptr && corrected->decision);
  if (const auto allowed = permitted(recording, file, decides); !allowed) return refuse(allowed.error());
  if (!opens) {
    if (const auto matched = check_match(recording.match, decides, file.version()); !matched)
      return refuse(matched.error());
  }
  if (const auto allowed = may_amend(*this, file, entries, recording); !allowed) return refuse(allowed.error());
  Occasion occasion{
      recording.reader.person, recording.moment.now, recording.moment.today, parts_.law, parts_.calendar, {}};
  if (const auto covered = check_cover(file, recording.entry, recording.moment); !covered)
    return refuse(covered.error());
  const auto* taken_back = mirrored_withdrawn(entries, recording.entry);
  const auto anew = given_anew(entries, recording.entry);
  const auto& weighed = taken_back != nullptr ? *taken_back : anew ? *anew : recording.entry;
  auto others = others_concerned(file, weighed, recording.reader, recording.moment.today);
  if (!others) return refuse(others.error());
  occasion.joined = std::move(*others);
  const auto read = [this](const std::string& other) { return read_entries(other); };
  occasion.product = look_at_product(file, weighed, {find_in(parts_.views), read}, parts_.law);
  const auto seen = [&](const std::string& other) {
    return parts_.views.find_for(recording.reader, other, recording.moment.today);
  };
  if (const auto there = bearings_elsewhere(recording.entry, seen); !there) return refuse(there.error());
  if (const auto there = audited_elsewhere(recording.entry, seen); !there) return refuse(there.error());
  if (const auto there = asked_about_elsewhere(recording.entry, seen); !there) return refuse(there.error());
  const auto rounds = [this] { return parts_.views.open_programmes(v1::PROGRAMME_SORT_MONITORING_ROUND); };
  if (const auto one = rounds_elsewhere(file, recording.entry, rounds, seen); !one) return refuse(one.error());
  auto admitted =
      corrects ? admit_correction(entries, recording.entry, occasion) : admit(file, recording.entry, occasion);
  if (!admitted) return refuse(admitted.error());
  if (corrects) {
    const auto kept = ties_kept(file, fold_with(entries, *admitted), find_in(parts_.views), occasion.today);
    if (!kept) return refuse(kept.error());
    const auto follow = admit_withdrawal_mirrors(file, entries, *admitted, occasion, read);
    if (!follow) return refuse(follow.error());
  }
  return Weighed{std::move(file), std::move(*admitted), std::move(occasion.joined)};
}

/// The answer to a request that was made before under the same key. It is looked up after permission.
Result<std::optional<Recorded>> Desk::replay(const Recording& recording) {
  if (recording.idempotency_key.empty()) return std::optional<Recorded>();
  const auto not_before = rfc3339(recording.moment.now - key_life);
  const auto row = parts_.journal.find_request(recording.reader.person,
                                               parts_.journal.keyed_digest(recording.idempotency_key), not_before);
  if (!row) return std::optional<Recorded>();
  if (row->request_digest != parts_.journal.keyed_digest(recording.request)) {
    return refuse(Code::key_reused,
                  "This Idempotency-Key was used for another request. Make a new key for each request.");
  }
  return std::optional<Recorded>(Recorded{reference_of(row->record), row->entry, row->version, true});
}

Result<Recorded> Desk::record(const Recording& recording) {
  if (const auto sees = may_see(recording); !sees) return refuse(sees.error());
  v1::CaseFile file;
  if (!recording.case_id.empty()) {
    auto found = parts_.views.find_for(recording.reader, recording.case_id, recording.moment.today);
    if (!found) return refuse(no_case(recording.case_id));
    file = std::move(*found);
  }
  if (const auto opens = may_open(recording); !opens) return refuse(opens.error());
  if (const auto allowed = permitted(recording, file, false); !allowed) return refuse(allowed.error());
  auto before = replay(recording);
  if (!before) return refuse(before.error());
  if (*before) return **before;
  auto weighed = weigh(recording);
  if (!weighed) return refuse(weighed.error());
  return store(std::move(weighed->file), std::move(weighed->entry), recording, weighed->joined);
}

v1::CaseFile Desk::after(const v1::CaseFile& before, const v1::Entry& entry) {
  if (!corrected_entry(entry).empty()) {
    auto entries = read_entries(before.case_());
    if (entries.empty() || entries.back().entry() != entry.entry()) entries.push_back(entry);
    return fold(entries);
  }
  v1::CaseFile file = before;
  if (!entry.hidden()) apply(file, entry);
  file.set_version(entry.case_version());
  return file;
}

Result<void> Desk::keep(const v1::CaseFile& file, const v1::Entry& added) {
  auto kept = put(file);
  if (!kept) return kept;
  // What a correction or a withdrawal does to the words of other entries, the whole record says.
  if (!corrected_entry(added).empty()) return parts_.views.put_words(file, read_entries(file.case_()));
  return parts_.views.add_words(file, added);
}

Result<v1::Entry> Desk::append(const v1::CaseFile& file, v1::Entry entry, const Moment& moment,
                               const std::string& person) {
  const auto parts = split(entry);
  const auto stored = parts_.journal.append(NewEntry{record_of(file.case_()), random_id(parts_.random),
                                                     kind_of(entry)->json, rfc3339(moment.now), "people/" + person,
                                                     parts.open, parts.sealed, file.version()});
  if (!stored) return refuse(stored.error());
  entry.set_entry(stored->entry);
  entry.set_case_(file.case_());
  entry.set_recorded_time(stored->recorded_time);
  entry.set_recorded_by(person);
  entry.set_case_version(stored->version);
  return entry;
}

Result<Recorded> Desk::store(v1::CaseFile file, v1::Entry entry, const Recording& recording,
                             const std::vector<v1::CaseFile>& joined) {
  if (file.case_().empty()) {
    auto reference =
        next_reference(parts_.journal, record_sort(kind_of(entry)->records.front()), recording.moment.today);
    if (!reference) return refuse(reference.error());
    file.set_case_(*reference);
  }
  const auto& person = recording.reader.person;
  auto appended = append(file, std::move(entry), recording.moment, person);
  if (!appended) return refuse(appended.error());
  const auto lead = after(file, *appended);
  if (const auto kept = keep(lead, *appended); !kept) return refuse(kept.error());
  const auto read = [this](const std::string& other) { return read_entries(other); };
  auto following = appended->has_entry_withdrawn()
                       ? withdrawal_mirrors(lead, read_entries(lead.case_()), *appended, joined, read)
                       : mirrors(lead, *appended, joined);
  for (auto& mirror : following) {
    auto other = parts_.views.find(mirror.case_id);
    if (!other) continue;
    auto follows = append(*other, std::move(mirror.entry), recording.moment, person);
    if (!follows) return refuse(follows.error());
    if (const auto kept = keep(after(*other, *follows), *follows); !kept) return refuse(kept.error());
  }
  if (const auto kept = remember(recording, record_of(lead.case_()), appended->entry(), appended->case_version());
      !kept) {
    return refuse(kept.error());
  }
  if (const auto told = tell(recording.moment, most_told_at_once); !told) return refuse(told.error());
  return Recorded{lead.case_(), appended->entry(), appended->case_version(), false};
}

v1::Entry Desk::receipt(const Recorded& recorded, const Reader& reader, const Moment& moment) {
  if (auto shown = entry(recorded.case_id, recorded.entry_id, reader, moment)) return std::move(*shown);
  return without_content(entry_of(parts_.journal.find(record_of(recorded.case_id), recorded.entry_id).value()));
}

Result<void> Desk::remember(const Recording& recording, const std::string& record, const std::string& entry,
                            int version) {
  if (recording.idempotency_key.empty()) return {};
  const auto forgotten = parts_.journal.forget_requests(rfc3339(recording.moment.now - key_life));
  if (!forgotten) return refuse(forgotten.error());
  return parts_.journal.remember_request(IdempotencyRow{
      recording.reader.person, parts_.journal.keyed_digest(recording.idempotency_key),
      parts_.journal.keyed_digest(recording.request), record, entry, version, rfc3339(recording.moment.now)});
}

std::vector<v1::ClockChange> Desk::changes_shown(const v1::CaseFile& before, const v1::CaseFile& after,
                                                 const Reader& reader, Date today) {
  auto all = changes(readings(before, parts_.law, parts_.calendar, today),
                     readings(after, parts_.law, parts_.calendar, today));
  std::erase_if(all, [&](const v1::ClockChange& one) { return !reads_clock(reader, after, one.clock(), today); });
  return all;
}

Result<Desk::Weighed> Desk::weigh_shown(const Recording& recording, Notes notes) {
  if (const auto sees = may_see(recording); !sees) return refuse(sees.error());
  if (const auto opens = may_open(recording); !opens) return refuse(opens.error());
  // What a refusal says of the case is shown too.
  if (notes == Notes::desk && parts_.views.sees(recording.reader, recording.case_id, recording.moment.today)) {
    note_shown(recording.case_id, "preview");
  }
  return weigh(recording);
}

Result<void> Desk::check(const Recording& recording, Notes notes) {
  if (const auto weighed = weigh_shown(recording, notes); !weighed) return refuse(weighed.error());
  return {};
}

Result<Preview> Desk::preview(const Recording& recording) {
  auto weighed = weigh_shown(recording, Notes::desk);
  if (!weighed) return refuse(weighed.error());
  auto& [file, entry, joined] = *weighed;
  v1::Entry shown = entry;
  shown.set_recorded_time(rfc3339(recording.moment.now));
  shown.set_recorded_by(recording.reader.person);
  shown.set_case_version(file.version() + 1);
  const auto today = recording.moment.today;
  const auto later = after(file, shown);
  auto entries = file.case_().empty() ? std::vector<v1::Entry>() : read_entries(file.case_());
  entries.push_back(shown);
  auto amended = amendments(entries);
  auto known = std::make_shared<const std::vector<v1::Entry>>(std::move(entries));
  const Standing standing{
      later, later, std::move(known), std::move(amended), today, rules_on(std::nullopt, recording.moment)};
  auto disclosed = disclose_case(standing, recording.reader, recording.moment);
  if (!disclosed) return refuse(disclosed.error());
  // Nothing is recorded by asking: a reason that is blotted would tell of a name that was guessed.
  if (!embargoed(later, recording.reader, recording.moment).kept.blots.empty()) {
    for (auto& clock : *disclosed->mutable_clocks()) clock.clear_lateness_reason();
  }
  Preview made{std::move(shown), std::move(*disclosed), changes_shown(file, later, recording.reader, today), {}};
  if (sort_of(later) == "programme") {
    made.programme_after = programme_of(made.case_after, standing, recording.reader, recording.moment);
  }
  return made;
}

}  // namespace review
