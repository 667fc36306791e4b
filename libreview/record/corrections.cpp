#include "libreview/record/corrections.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "libreview/base/refuse_at.hpp"
#include "libreview/calendar/london.hpp"
#include "libreview/record/admit.hpp"
#include "libreview/record/case_file.hpp"
#include "libreview/record/checked_text.hpp"
#include "libreview/record/conflicts.hpp"
#include "libreview/record/fold.hpp"
#include "libreview/record/follow_births_anew.hpp"
#include "libreview/record/given_anew.hpp"
#include "libreview/record/grace.hpp"
#include "libreview/record/lift_proposals.hpp"
#include "libreview/record/prepare.hpp"
#include "libreview/record/seal.hpp"
#include "libreview/record/ties_kept.hpp"
#include "libreview/vocabulary/kinds.hpp"

namespace review {
namespace {

const v1::Entry* find_entry(const std::vector<v1::Entry>& entries, const std::string& id) {
  const auto found =
      std::find_if(entries.begin(), entries.end(), [&](const v1::Entry& one) { return one.entry() == id; });
  return found == entries.end() ? nullptr : &*found;
}

/// The occasion on which an entry of the record was recorded.
Occasion occasion_of(const v1::Entry& entry, const Occasion& now) {
  Occasion then = now;
  then.who = entry.recorded_by();
  if (const auto recorded = parse_instant(entry.recorded_time())) {
    then.now = *recorded;
    then.today = std::max(london_day(*recorded), now.today);
  }
  return then;
}

/// What the rules say of a record that is gone through again, as it counts.
struct Replayed {
  v1::CaseFile file;                                  ///< what it adds up to; not to be used where an entry is broken
  std::set<std::pair<std::string, Code>> objections;  ///< by entry; without those that its `despite` sets aside
  std::string broken;  ///< the entry that names what is not there, and so cannot be laid on; empty where all can be
};

Replayed replay(const std::vector<v1::Entry>& entries, const Occasion& now) {
  Replayed replayed;
  std::string newest;
  const auto ask = [&](const v1::CaseFile& before, const v1::Entry& entry) {
    newest = entry.entry();
    v1::Entry asked = entry;
    asked.clear_irregularities();
    auto then = occasion_of(entry, now);
    then.product.reset();  // it is of the entry that is corrected, and of no other
    for (const auto& refusal : objections(before, asked, then)) {
      const bool aside = std::any_of(entry.despite().begin(), entry.despite().end(), [&](const v1::Despite& despite) {
        return despite.code() == code_name(refusal.code);
      });
      if (!aside) replayed.objections.emplace(newest, refusal.code);
    }
  };
  try {
    replayed.file = fold(entries, ask);
  } catch (const std::logic_error&) {
    replayed.broken = newest;
  }
  return replayed;
}

/// The case as it stands before an entry that counts.
v1::CaseFile before_entry(const std::vector<v1::Entry>& entries, const std::string& id) {
  v1::CaseFile there;
  static_cast<void>(fold(entries, [&](const v1::CaseFile& before, const v1::Entry& entry) {
    if (entry.entry() == id) there = before;
  }));
  return there;
}

/// The replacement, weighed where the original stands, with the names that the original gave. What it gives to somebody
/// anew is asked of the rules as it stands now, of who corrects.
Result<v1::Entry> weigh_replacement(const std::vector<v1::Entry>& entries, const v1::Entry& correction,
                                    const v1::Entry& target, const Occasion& now, const v1::CaseFile& file) {
  auto replacement = correction.entry_corrected().replacement();
  if (!replacement.has_occurred_on()) replacement.set_occurred_on(target.occurred_on());
  const auto anew = given_anew(entries, correction);
  auto then = occasion_of(target, now);
  if (anew) then.product.reset();  // it is of what is given now
  const auto found = anew ? objections(file, *anew, now) : std::vector<Refusal>();
  const auto before = before_entry(entries, target.entry());
  follow_births_anew(replacement, target, before.incident_on());
  auto weighed = admit(before, replacement, then, found);
  if (weighed) return weighed;
  auto refusal = weighed.error();
  for (auto& violation : refusal.violations) violation.pointer = "/entryCorrected/replacement" + violation.pointer;
  return refuse(std::move(refusal));
}

/// Whatever stood before the correction stands after it: no rule refuses an entry that took it before.
Result<void> still_stand(const std::vector<v1::Entry>& entries, const Replayed& was, const Replayed& becomes) {
  const auto refused = [&](const std::string& id) {
    return refuse(Code::not_in_this_stage,
                  fmt::format("A later entry, {} ({}), could not stand after this. Correct or withdraw that one first.",
                              id, kind_of(*find_entry(entries, id))->label));
  };
  if (!becomes.broken.empty()) return refused(becomes.broken);
  for (const auto& objection : becomes.objections) {
    if (was.objections.contains(objection)) continue;
    // What proposed to lift an embargo goes with it.
    if (!find_entry(entries, objection.first)->has_embargo_lift_proposed()) return refused(objection.first);
  }
  return {};
}

template <class List>
bool holds_all(const List& wide, const List& narrow) {
  return std::all_of(narrow.begin(), narrow.end(),
                     [&](const auto& one) { return std::find(wide.begin(), wide.end(), one) != wide.end(); });
}

/// Whether the documents that it covers are covered still. Without a named document a report or a document is covered
/// whole, and so every one but those of others.
bool covers_those(const v1::EmbargoFile& after, const v1::EmbargoFile& before, const v1::CaseFile& file) {
  if (!after.documents().empty()) {
    return !before.documents().empty() && holds_all(after.documents(), before.documents());
  }
  if (before.documents().empty()) return true;
  return covers_documents(after) && std::none_of(file.named().begin(), file.named().end(), [&](const auto& one) {
           const auto& named = before.documents();
           return one.sort() == "document" && one.of_others() &&
                  std::find(named.begin(), named.end(), one.name()) != named.end();
         });
}

/// Whether it is live still, and covers as much, and lets nobody else in.
bool is_kept(const v1::EmbargoFile& before, const v1::CaseFile& file) {
  const auto* after = find_embargo(file, before.embargo());
  if (after == nullptr || after->lifted()) return false;
  // Without a named reader those who decide read it.
  const bool readers =
      before.readers().empty() || (!after->readers().empty() && holds_all(before.readers(), after->readers()));
  return holds_all(after->covers(), before.covers()) && covers_those(*after, before, file) && readers;
}

/// An embargo is lifted by two people on evidence, and in no other way. So no correction takes one away, whoever made
/// it and however lately, lets more people in, brings a document out from under it, or gives it a proposal to lift it
/// that it had not.
Result<void> embargoes_kept(const v1::CaseFile& before, const v1::CaseFile& after) {
  for (const auto& embargo : before.embargoes()) {
    if (embargo.lifted()) continue;
    const bool documents_kept = documents_stay_covered(embargo, before, after);
    if (is_kept(embargo, after) && documents_kept && gains_no_proposal(embargo, after)) continue;
    return refuse(
        Code::second_person_required,
        fmt::format("This would take the embargo {} away, or some of what it covers, or make it easier to lift. No "
                    "correction does that: one person proposes to lift it, and another lifts it, on evidence.",
                    embargo.embargo()));
  }
  return {};
}

Result<v1::Entry> check_target(const std::vector<v1::Entry>& entries, const v1::Entry& correction) {
  const bool withdraws = correction.has_entry_withdrawn();
  const std::string id = corrected_entry(correction);
  const std::string at = withdraws ? "/entryWithdrawn/entry" : "/entryCorrected/entry";
  const auto* target = find_entry(entries, id);
  if (target == nullptr) return refuse_at(Code::missing_reference, "There is no entry of this name here.", at);
  if (target->has_entry_withdrawn() || (target->has_entry_corrected() && !withdraws)) {
    return refuse_at(Code::missing_reference, "Name the entry itself, not its correction or withdrawal.", at);
  }
  if (target->hidden() && !withdraws) {
    return refuse_at(Code::missing_reference,
                     "This entry came here without its content, and counts for nothing. There is nothing to correct.",
                     at);
  }
  for (const auto& entry : entries) {
    if (entry.has_entry_withdrawn() && entry.entry_withdrawn().entry() == id) {
      return refuse_at(Code::already_recorded, "This entry is withdrawn already.", at);
    }
  }
  if (withdraws && target == &entries.front()) {
    return refuse_at(Code::not_in_this_stage, "The first entry of a record can be corrected, not withdrawn.", at);
  }
  if (!withdraws) {
    const auto* kind = kind_of(correction.entry_corrected().replacement());
    if (kind == nullptr || kind != kind_of(*target)) {
      return refuse_at(Code::not_one_kind,
                       fmt::format("The replacement must be of the same kind: {}.", kind_of(*target)->json),
                       "/entryCorrected/replacement");
    }
  }
  return *target;
}

/// What was published stays on the record: after the time in which it could be recalled, people may have read it. What
/// the entry says wrongly of it can be corrected.
Result<void> publication_stands(const v1::Entry& target, const v1::Entry& correction, const Occasion& occasion) {
  if (!correction.has_entry_withdrawn() || (!target.has_report_published() && !target.has_report_replaced())) return {};
  const auto& partnership = occasion.law.partnership();
  const auto until = end_of_grace(target.recorded_time(), partnership);
  if (!until || occasion.now < *until) return {};
  auto refusal = refusal_at(
      Code::not_in_this_stage,
      fmt::format("A publication can be recalled for {} minutes, and that time is over. Take the report down, or "
                  "replace it with a new version. What is wrong in this update you can correct.",
                  partnership.recall_minutes),
      "/entryWithdrawn/entry");
  refusal.cites = {occasion.law.cite("si-2018-789-reg-17")};
  return refuse(std::move(refusal));
}

}  // namespace

std::string corrected_entry(const v1::Entry& entry) {
  if (entry.has_entry_corrected()) return entry.entry_corrected().entry();
  return entry.has_entry_withdrawn() ? entry.entry_withdrawn().entry() : std::string();
}

const Kind* corrected_kind(const std::vector<v1::Entry>& entries, const v1::Entry& entry) {
  const auto* target = find_entry(entries, corrected_entry(entry));
  if (target == nullptr) return nullptr;
  return kind_of(target->has_entry_corrected() ? target->entry_corrected().replacement() : *target);
}

Result<v1::Entry> admit_correction(const std::vector<v1::Entry>& entries, const v1::Entry& correction,
                                   const Occasion& occasion) {
  const auto target = check_target(entries, correction);
  if (!target) return refuse(target.error());
  if (const auto stands = publication_stands(*target, correction, occasion); !stands) return refuse(stands.error());
  if (const auto stands = checked_text_stands(entries, *target, correction); !stands) return refuse(stands.error());
  const auto was = replay(entries, occasion);
  // What binds every entry binds a correction too; its replacement is weighed by itself.
  v1::Entry envelope = correction;
  if (envelope.has_entry_corrected()) envelope.mutable_entry_corrected()->clear_replacement();
  auto framed = admit(was.file, envelope, occasion);
  if (!framed) return refuse(framed.error());
  v1::Entry admitted = std::move(*framed);
  if (admitted.has_entry_corrected()) {
    auto weighed = weigh_replacement(entries, correction, *target, occasion, was.file);
    if (!weighed) return refuse(weighed.error());
    *admitted.mutable_entry_corrected()->mutable_replacement() = std::move(*weighed);
  }
  std::vector<v1::Entry> after = entries;
  after.push_back(admitted);
  after.back().set_entry("correction");
  const auto becomes = replay(after, occasion);
  if (const auto stand = still_stand(entries, was, becomes); !stand) return refuse(stand.error());
  for (const auto& kept : {embargoes_kept(was.file, becomes.file), seal_kept(was.file, becomes.file, occasion),
                           conflicts_kept(was.file, becomes.file, occasion)}) {
    if (!kept) return refuse(kept.error());
  }
  return admitted;
}

}  // namespace review
