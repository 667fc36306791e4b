#include <fmt/format.h>

#include <algorithm>

#include "libreview/access/rewrite_words.hpp"
#include "libreview/base/refuse_at.hpp"
#include "libreview/calendar/instant.hpp"
#include "libreview/desk/desk.hpp"
#include "libreview/desk/embargoed_case.hpp"
#include "libreview/desk/stored.hpp"
#include "libreview/desk/weighed.hpp"
#include "libreview/meeting/admit_meeting.hpp"
#include "libreview/meeting/disclose_meeting.hpp"
#include "libreview/meeting/fold_meeting.hpp"
#include "libreview/meeting/meeting_mirrors.hpp"
#include "libreview/record/conflicts.hpp"
#include "libreview/record/despite.hpp"
#include "libreview/record/fold.hpp"
#include "libreview/store/random_id.hpp"
#include "libreview/vocabulary/kinds.hpp"
#include "libreview/vocabulary/parts.hpp"

namespace review {
namespace {

/// Whoever manages meetings; and anybody on the panel, about a conflict of their own. The meeting must be one that they
/// see.
Result<void> permitted(Desk& desk, const Recording& recording) {
  if (!recording.reader.may(Right::read_cases)) {
    return refuse(Code::not_permitted, "Your role does not see what is in meetings.");
  }
  if (!recording.case_id.empty()) {
    const auto shown = desk.show_meeting(recording.case_id, recording.reader, recording.moment);
    if (!shown) return refuse(shown.error());
  }
  if (recording.reader.may(Right::manage_meetings)) return {};
  const auto& entry = recording.entry;
  const bool own = !recording.case_id.empty() && entry.has_item_conflict_declared() &&
                   entry.item_conflict_declared().person() == recording.reader.person;
  if (own && recording.reader.may(Right::record)) return {};
  return refuse(Code::not_permitted, "Your role does not allow you to record this in a meeting. Ask a coordinator.");
}

Result<void> of_a_meeting(const v1::Entry& entry) {
  const auto& kind = *kind_of(entry);
  if (kind.is_of("meeting")) return {};
  return refuse_at(Code::not_one_kind,
                   fmt::format("\"{}\" is recorded in a {}, not in a meeting.", kind.label, kind.records.front()),
                   pointer_to(kind.json));
}

/// The reference of a meeting counts up within the London year in which it is called.
Result<std::string> next_meeting(Journal& journal, Date today) {
  for (;;) {
    const auto number = journal.next_number(fmt::format("meetings/{}", today.year()));
    if (!number) return refuse(number.error());
    const std::string reference = fmt::format("m{:02}-{:04}", today.year() % 100, *number);
    if (journal.version(meeting_record(reference)) == 0) return reference;  // an imported meeting may have it already
  }
}

/// The item that the entry is about, if the recorder sees it; a new one otherwise.
bool names_hidden_item(const v1::Entry& entry, const Withheld& withheld) {
  if (entry.has_item_conflict_declared()) return withheld.gone.contains(entry.item_conflict_declared().item());
  if (entry.has_item_minuted()) return withheld.gone.contains(entry.item_minuted().item());
  return entry.has_item_recommended() && withheld.gone.contains(entry.item_recommended().item());
}

/// The items that the entry puts on the agenda, each with where it stands in it.
std::vector<std::pair<std::string, v1::AgendaItem>> new_items(const v1::Entry& entry) {
  std::vector<std::pair<std::string, v1::AgendaItem>> items;
  if (entry.has_agenda_item_added()) items.emplace_back("/agendaItemAdded/item", entry.agenda_item_added().item());
  for (const auto& item : entry.meeting_called().items()) {
    items.emplace_back(fmt::format("/meetingCalled/items/{}", items.size()), item);
  }
  return items;
}

/// Whether a name could be the reference of a case, as `26-0007`.
bool is_like_a_case(std::string_view name) {
  const auto digits = [](std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
  };
  return name.size() > 3 && name[2] == '-' && digits(name.substr(0, 2)) && digits(name.substr(3));
}

/// The correction that puts what is written down anew in the place of what the case was told when the meeting ended.
/// Where that is gone, it is told again.
v1::Entry as_correction(const std::vector<v1::Entry>& entries, const v1::Entry& held) {
  const v1::Entry* told = nullptr;
  const auto counted = effective(entries);
  for (const auto& entry : counted) {
    if (entry.has_meeting_held() && entry.meeting_held().meeting() == held.meeting_held().meeting()) told = &entry;
  }
  if (told == nullptr) return held;
  v1::Entry correction;
  auto& corrected = *correction.mutable_entry_corrected();
  corrected.set_entry(told->entry());
  *corrected.mutable_replacement() = held;
  corrected.set_reason("The record of the meeting was put right.");
  return correction;
}

/// Nothing is recorded by asking what would be: words of which some are blotted would tell of a name that was guessed.
void keep_words_back(v1::Entry& entry) {
  static_cast<void>(rewrite_words(entry, [](const std::string&, bool) { return std::string(words_under_embargo); }));
}

/// That whoever was to chair a meeting chaired it, nobody said: a case that keeps them out is told of no chair, rather
/// than the meeting could not end.
void leave_out_chair(v1::Entry& entry, const v1::CaseFile& file) {
  if (!entry.has_meeting_held()) return;
  auto& held = *entry.mutable_meeting_held();
  if (conflict_in(file, held.chair(), held.meeting()) >= v1::CONFLICT_MANAGED_LEAVES_ITEM) held.clear_chair();
}

}  // namespace

/// An entry of a meeting that has passed every check, with what follows in cases.
struct Desk::WeighedMeeting {
  v1::Entry entry;
  std::vector<v1::Entry> told;  ///< what was recorded before, without what a case has hidden
  Meeting before;
  Meeting after;
  Withheld withheld;
  int seen = 0;  ///< how many entries before it the recorder sees
  std::vector<Weighed> cases;
};

/// Weighs what follows in a case like anything else that is recorded there by this person. What the meeting's entry
/// sets aside is set aside in the case too.
Result<Desk::Weighed> Desk::weigh_follower(const Recording& recording, Mirror mirror, std::vector<Refusal>& set_aside) {
  Recording asked{mirror.case_id,
                  std::move(mirror.entry),
                  recording.reader,
                  Match{Match::Kind::version, version(mirror.case_id)},
                  {},
                  {},
                  recording.moment};
  if (!parts_.views.find_for(recording.reader, mirror.case_id, recording.moment.today)) {
    return refuse(Code::not_permitted, "You do not see everything that this concerns. Somebody else records it.");
  }
  for (;;) {
    auto weighed = weigh(asked);
    if (weighed) return weighed;
    auto refusal = std::move(weighed.error());
    const auto names_it = [&](const v1::Despite& one) { return one.code() == code_name(refusal.code); };
    const auto& given = recording.entry.despite();
    const auto despite = std::find_if(given.begin(), given.end(), names_it);
    const bool again = std::any_of(asked.entry.despite().begin(), asked.entry.despite().end(), names_it);
    refusal.says = fmt::format("Case {}: {}", mirror.case_id, refusal.says);
    refusal.violations.clear();
    if (despite == given.end() || again) return refuse(std::move(refusal));
    *asked.entry.add_despite() = *despite;
    // The case has the words, for who may see it. The meeting has the rule, once for however many cases.
    Refusal in_a_case{refusal.code, "A rule of what is on the agenda was set aside, as is told there."};
    const auto is_it = [&](const Refusal& one) { return one.code == in_a_case.code && one.says == in_a_case.says; };
    if (std::ranges::none_of(set_aside, is_it)) set_aside.push_back(std::move(in_a_case));
  }
}

Result<void> Desk::sees_agenda(const Recording& recording) {
  const auto& reader = recording.reader;
  const auto items = new_items(recording.entry);
  for (const auto& [at, item] : items) {
    const bool of_a_case = item.case_().empty() || sort_of(item.case_()).name == "case";
    if (!of_a_case || (!item.case_().empty() && !parts_.views.sees(reader, item.case_(), recording.moment.today))) {
      return refuse_at(Code::missing_reference, "There is no case of this reference that you may see.", at + "/case");
    }
    if (item.item() != item.case_() && is_like_a_case(item.item())) {
      return refuse_at(Code::missing_reference, "Only an item about this case is called like it.", at + "/item");
    }
  }
  const bool takes_one = std::ranges::any_of(items, [](const auto& one) { return !one.second.case_().empty(); });
  if (!recording.case_id.empty() || !reader.cases || takes_one) return {};
  return refuse(Code::not_permitted, "This access token is for certain cases. It calls no meeting without them.");
}

Result<Desk::WeighedMeeting> Desk::weigh_meeting(const Recording& recording, const std::string& reference) {
  WeighedMeeting weighed;
  if (const auto fits = of_a_meeting(recording.entry); !fits) return refuse(fits.error());
  if (!recording.case_id.empty()) {
    const auto shown = show_meeting(recording.case_id, recording.reader, recording.moment);
    if (!shown) return refuse(shown.error());
    const bool sets_aside = !recording.entry.despite().empty();
    if (sets_aside && !recording.reader.may(Right::decide)) {
      return refuse(Code::not_permitted, "Your role does not allow you to set a rule aside. Ask a coordinator.");
    }
    const auto matched = check_match(recording.match, sets_aside, shown->meeting.version);
    if (!matched) return refuse(matched.error());
    const auto stored = parts_.journal.read(meeting_record(recording.case_id));
    const auto entries = entries_of(stored);
    // What a case has hidden is not told to it again.
    weighed.told = without_words(entries, withdrawn_from_cases(fold_meeting(entries), stored));
    weighed.before = fold_meeting(weighed.told);
    weighed.seen = shown->meeting.version;
    for (const auto& item : weighed.before.items) {
      const auto* seen = find_item(shown->meeting, item.item);
      if (seen == nullptr) weighed.withheld.gone.insert(item.item);
      if (seen != nullptr && seen->left) weighed.withheld.left.insert(item.item);
    }
  } else if (!recording.entry.has_meeting_called()) {
    return refuse(Code::not_in_this_stage, "A meeting begins with being called.");
  }
  const Occasion occasion{
      recording.reader.person, recording.moment.now, recording.moment.today, parts_.law, parts_.calendar, {}};
  if (names_hidden_item(recording.entry, weighed.withheld)) {
    return refuse_at(Code::missing_reference, "There is no item of this name on the agenda.",
                     fmt::format("/{}/item", kind_of(recording.entry)->json));
  }
  if (const auto sees = sees_agenda(recording); !sees) return refuse(sees.error());
  weighed.before.meeting = reference;
  auto prepared = prepare_meeting(weighed.before, recording.entry, occasion);
  auto found = meeting_objections(weighed.before, prepared, occasion);
  weighed.after = weighed.before;
  apply_meeting(weighed.after, prepared);
  const bool written_anew = weighed.before.state == MeetingState::ended && weighed.after.state == MeetingState::ended;
  auto settled = despite_of(prepared, found);
  const bool own_rules = !settled && settled.error().code != Code::not_a_choice;
  if (own_rules) return refuse(settled.error());
  for (auto& mirror : meeting_mirrors(weighed.before, weighed.after, prepared, parts_.law.partnership())) {
    const auto file = parts_.views.find_for(recording.reader, mirror.case_id, recording.moment.today);
    if (file && weighed.after.chaired_by.empty()) leave_out_chair(mirror.entry, *file);
    if (written_anew && mirror.entry.has_meeting_held()) {
      mirror.entry = as_correction(read_entries(mirror.case_id), mirror.entry);
    }
    auto follower = weigh_follower(recording, std::move(mirror), found);
    if (!follower) return refuse(follower.error());
    weighed.cases.push_back(std::move(*follower));
  }
  settled = despite_of(std::move(prepared), found);
  if (!settled) return refuse(settled.error());
  weighed.entry = std::move(*settled);
  return weighed;
}

Result<Recorded> Desk::record_meeting(const Recording& recording) {
  if (const auto allowed = permitted(*this, recording); !allowed) return refuse(allowed.error());
  auto known = replay(recording);
  if (!known) return refuse(known.error());
  if (*known) return **known;
  // A number is taken when everything else is in order: what is refused leaves no gap.
  auto weighed = weigh_meeting(recording, recording.case_id);
  if (!weighed) return refuse(weighed.error());
  auto reference = recording.case_id;
  if (reference.empty()) {
    const auto next = next_meeting(parts_.journal, recording.moment.today);
    if (!next) return refuse(next.error());
    reference = *next;
    weighed = weigh_meeting(recording, reference);
    if (!weighed) return refuse(weighed.error());
  }
  const auto parts = split(weighed->entry);
  const auto stored = parts_.journal.append(NewEntry{
      meeting_record(reference), random_id(parts_.random), kind_of(weighed->entry)->json, rfc3339(recording.moment.now),
      "people/" + recording.reader.person, parts.open, parts.sealed, weighed->before.version});
  if (!stored) return refuse(stored.error());
  if (const auto kept = parts_.views.put(weighed->after); !kept) return refuse(kept.error());
  const auto on_agenda = [&](const v1::CaseFile& other) {
    return std::any_of(weighed->cases.begin(), weighed->cases.end(),
                       [&](const Weighed& one) { return one.file.case_() == other.case_(); });
  };
  for (auto& follower : weighed->cases) {
    std::erase_if(follower.joined, on_agenda);
    const Recording inner{follower.file.case_(), {}, recording.reader, {}, {}, {}, recording.moment};
    const auto follows = store(follower.file, std::move(follower.entry), inner, follower.joined);
    if (!follows) return refuse(follows.error());
  }
  if (const auto kept = remember(recording, meeting_record(reference), stored->entry, stored->version); !kept)
    return refuse(kept.error());
  return Recorded{reference, stored->entry, stored->version, false};
}

bool Desk::is_withheld(const WeighedMeeting& weighed, std::string_view case_id) {
  return std::ranges::any_of(weighed.after.items, [&](const MeetingItem& item) {
    return item.case_id == case_id && weighed.withheld.has(item.item);
  });
}

Result<MeetingPreview> Desk::preview_meeting(const Recording& recording) {
  if (const auto allowed = permitted(*this, recording); !allowed) return refuse(allowed.error());
  auto weighed = weigh_meeting(recording, recording.case_id);
  if (!weighed) return refuse(weighed.error());
  MeetingPreview preview;
  preview.entry = std::move(weighed->entry);
  preview.entry.set_recorded_time(rfc3339(recording.moment.now));
  preview.entry.set_recorded_by(recording.reader.person);
  const auto today = recording.moment.today;
  for (const auto& follower : weighed->cases) {
    if (is_withheld(*weighed, follower.file.case_())) continue;
    auto entry = follower.entry;
    entry.set_recorded_time(rfc3339(recording.moment.now));
    entry.set_recorded_by(recording.reader.person);
    entry.set_case_(follower.file.case_());
    entry.set_case_version(follower.file.version() + 1);
    const auto later = after(follower.file, entry);
    auto shown = disclose(EntryFacts{follower.file,
                                     {entry},
                                     {},
                                     today,
                                     cases_hidden_from(recording.reader, follower.file, {entry}, today),
                                     beside(follower.file),
                                     blot_of(follower.file)},
                          recording.reader);
    if (!shown) return refuse(shown.error());
    if (shown->empty()) continue;
    if (!embargoed(follower.file, recording.reader, recording.moment).kept.blots.empty())
      keep_words_back(shown->front());
    note_shown(follower.file.case_(), "preview");
    preview.cases.push_back({follower.file.case_(), std::move(shown->front()),
                             changes_shown(follower.file, later, recording.reader, today)});
  }
  auto quorum = quorum_of(weighed->after.attendance, parts_.law.partnership());
  withhold_all(weighed->told,
               embargoed_on_agenda(weighed->after, recording.reader, recording.moment, Covered::left_out));
  weighed->told.push_back(preview.entry);
  auto meeting = fold_meeting(weighed->told);
  meeting.meeting = weighed->after.meeting;
  preview.meeting_after = {disclose_meeting(std::move(meeting), weighed->withheld), {}, std::move(quorum)};
  preview.meeting_after.meeting.version = weighed->seen + 1;
  return preview;
}

}  // namespace review
