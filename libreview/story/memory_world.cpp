#include "libreview/story/memory_world.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "libreview/access/cases_beside.hpp"
#include "libreview/access/disclose.hpp"
#include "libreview/access/may_read.hpp"
#include "libreview/alerts/steps.hpp"
#include "libreview/calendar/london.hpp"
#include "libreview/clocks/reading.hpp"
#include "libreview/clocks/timetable.hpp"
#include "libreview/embargo/warnings.hpp"
#include "libreview/record/admit.hpp"
#include "libreview/record/asked_about_elsewhere.hpp"
#include "libreview/record/audited_elsewhere.hpp"
#include "libreview/record/bearings_elsewhere.hpp"
#include "libreview/record/cannot_begin.hpp"
#include "libreview/record/corrections.hpp"
#include "libreview/record/fold.hpp"
#include "libreview/record/given_anew.hpp"
#include "libreview/record/holds.hpp"
#include "libreview/record/look_at_product.hpp"
#include "libreview/record/mirrors.hpp"
#include "libreview/record/next_entries.hpp"
#include "libreview/record/product_sources.hpp"
#include "libreview/record/rounds_elsewhere.hpp"
#include "libreview/record/ties_kept.hpp"
#include "libreview/vocabulary/kinds.hpp"
#include "libreview/vocabulary/record_name.hpp"

namespace review {
namespace {

Reader reader() { return Reader{"coordinator-1", Role::coordinator}; }

/// The reasons for a lateness stand in entries, not in the case.
void put_reasons(std::vector<v1::Clock>& clocks, const std::vector<v1::Entry>& entries) {
  for (const auto& entry : effective(entries)) {
    if (!entry.has_lateness_explained()) continue;
    for (auto& clock : clocks) {
      if (clock.clock() == entry.lateness_explained().clock())
        clock.set_lateness_reason(entry.lateness_explained().reason());
    }
  }
}

}  // namespace

MemoryWorld::MemoryWorld(const RuleBook& law, const Calendar& calendar)
    : law_(law), calendar_(calendar), today_(calendar.first()) {}

Result<MemoryWorld::Record> MemoryWorld::standing(std::string_view case_id, std::optional<Date> as_at) const {
  const auto found = cases_.find(case_id);
  if (found == cases_.end()) return refuse(no_case());
  if (!as_at) return found->second;
  if (*as_at > today_) return refuse(Code::malformed, "asAt is a day up to today.");
  const auto later = std::find_if(found->second.begin(), found->second.end(), [&](const v1::Entry& entry) {
    const auto recorded = parse_instant(entry.recorded_time());
    return recorded && london_day(*recorded) > *as_at;
  });
  Record record(found->second.begin(), later);
  if (record.empty()) return refuse(no_case());
  const auto hidden = hidden_entries(found->second);
  for (auto entry = record.begin() + 1; entry != record.end();) {
    entry = hidden.contains(entry->entry()) ? record.erase(entry) : entry + 1;
  }
  return record;
}

v1::CaseFile MemoryWorld::folded(std::string_view case_id) const {
  const auto found = cases_.find(case_id);
  return found == cases_.end() ? v1::CaseFile() : fold(found->second);
}

FindCase MemoryWorld::find() const {
  return [this](const std::string& name) { return cases_.contains(name) ? std::optional(folded(name)) : std::nullopt; };
}

OpenRounds MemoryWorld::open_rounds() const {
  return [this] {
    std::vector<v1::CaseFile> open;
    for (const auto& [name, record] : cases_) {
      auto file = fold(record);
      if (file.programme().sort() == v1::PROGRAMME_SORT_MONITORING_ROUND && file.stage() != v1::STAGE_CLOSED)
        open.push_back(std::move(file));
    }
    return open;
  };
}

ReadEntries MemoryWorld::read() const {
  return [this](const std::string& other) {
    const auto found = cases_.find(other);
    return found == cases_.end() ? Record() : found->second;
  };
}

Result<Occasion> MemoryWorld::occasion(const v1::CaseFile& file, const v1::Entry& entry,
                                       const std::string& person) const {
  Occasion occasion{person, start_of_london_day(today_) + std::chrono::hours{12}, today_, law_, calendar_, {}};
  const auto record = cases_.find(file.case_());
  const auto* taken_back = record == cases_.end() ? nullptr : mirrored_withdrawn(record->second, entry);
  const auto anew = record == cases_.end() ? std::nullopt : given_anew(record->second, entry);
  const auto& weighed = taken_back != nullptr ? *taken_back : anew ? *anew : entry;
  for (const auto& other : cases_concerned(file, weighed)) {
    const bool fits = may_concern(file, other) || (may_name_programmes(entry) && sort_of(other).has_members);
    if (!cases_.contains(other) || other == file.case_() || !fits) {
      return refuse(Code::missing_reference, fmt::format("There is no other case {}.", other));
    }
    const bool twice = std::any_of(occasion.joined.begin(), occasion.joined.end(),
                                   [&](const v1::CaseFile& one) { return one.case_() == other; });
    if (!twice) occasion.joined.push_back(folded(other));
  }
  occasion.product = look_at_product(file, weighed, {find(), read()}, law_);
  return occasion;
}

void MemoryWorld::append(const std::string& case_id, v1::Entry entry, const std::string& person, Instant time) {
  auto& record = cases_[case_id];
  entry.set_entry(fmt::format("entry-{}", ++recorded_));
  entry.set_case_(case_id);
  entry.set_recorded_time(rfc3339(time));
  entry.set_recorded_by(person);
  entry.set_case_version(static_cast<int>(record.size()) + 1);
  record.push_back(std::move(entry));
}

Result<Deed> MemoryWorld::record(std::string_view case_id, const v1::Entry& entry, const std::string& person) {
  if (!case_id.empty() && !cases_.contains(case_id)) return refuse(no_case());
  if (const auto& kind = *kind_of(entry); case_id.empty() && !kind.opens_case) {
    return refuse(cannot_begin("case", kind.label));
  }
  const auto file = folded(case_id);
  auto on = occasion(file, entry, person);
  if (!on) return refuse(on.error());
  if (const auto there = bearings_elsewhere(entry, find()); !there) return refuse(there.error());
  if (const auto there = audited_elsewhere(entry, find()); !there) return refuse(there.error());
  if (const auto there = asked_about_elsewhere(entry, find()); !there) return refuse(there.error());
  if (const auto one = rounds_elsewhere(file, entry, open_rounds(), find()); !one) return refuse(one.error());
  const bool corrects = !case_id.empty() && !corrected_entry(entry).empty();
  auto admitted = corrects ? admit_correction(cases_.find(case_id)->second, entry, *on) : admit(file, entry, *on);
  if (!admitted) return refuse(admitted.error());
  if (corrects) {
    const auto kept = ties_kept(file, fold_with(cases_.find(case_id)->second, *admitted), find(), today_);
    if (!kept) return refuse(kept.error());
    const auto follow = admit_withdrawal_mirrors(file, cases_.find(case_id)->second, *admitted, *on, read());
    if (!follow) return refuse(follow.error());
  }
  const std::string id = case_id.empty() ? numbered_reference(record_sort(kind_of(entry)->records.front()),
                                                              today_.year(), static_cast<long long>(cases_.size()) + 1)
                                         : std::string(case_id);
  const auto time = start_of_london_day(today_) + std::chrono::hours{12} + std::chrono::milliseconds{recorded_ + 1};
  append(id, std::move(*admitted), person, time);
  const auto recorded = cases_.find(id)->second.back();
  auto following = mirrors(folded(id), recorded, on->joined);
  if (corrects) following = withdrawal_mirrors(folded(id), cases_.find(id)->second, recorded, on->joined, read());
  for (auto& mirror : following) {
    if (cases_.contains(mirror.case_id)) append(mirror.case_id, std::move(mirror.entry), person, time);
  }
  return Deed{id, recorded.entry()};
}

Result<v1::Case> MemoryWorld::show(std::string_view case_id, std::optional<Date> as_at) {
  const auto record = standing(case_id, as_at);
  if (!record) return refuse(record.error());
  const Date day = as_at.value_or(today_);
  const auto file = fold(*record);
  const Occasion on{reader().person, start_of_london_day(day), day, law_, calendar_, reviewed_with(file, find())};
  auto clocks = readings(file, law_, calendar_, day);
  put_reasons(clocks, *record);
  CaseFacts facts{file, std::move(clocks), next_entries(file, on), holds_on(file, on.joined, day), day, true};
  facts.warnings = warnings_on(file, on.joined, law_, day);
  return disclose(facts, reader());
}

Result<std::vector<v1::Clock>> MemoryWorld::clocks(std::string_view case_id, std::optional<Date> as_at) {
  const auto record = standing(case_id, as_at);
  if (!record) return refuse(record.error());
  auto clocks = readings(fold(*record), law_, calendar_, as_at.value_or(today_));
  put_reasons(clocks, *record);
  return clocks;
}

Result<std::vector<v1::Entry>> MemoryWorld::entries(std::string_view case_id, std::optional<Date> as_at) {
  const auto record = standing(case_id, as_at);
  if (!record) return refuse(record.error());
  const auto whole = std::make_shared<const std::vector<v1::Entry>>(*standing(case_id, {}));
  const auto amended = amendments(*whole);
  const auto file = fold(*record);
  EntryFacts facts{file, *record, amended, today_};
  facts.blot = std::make_shared<const IdentityBlot>(fold(*whole), [whole] { return whole; });
  facts.beside = cases_beside(fold(*whole), find(), [this](const v1::CaseFile& other) {
    auto there = std::make_shared<const Record>(read()(other.case_()));
    return std::make_shared<const IdentityBlot>(other, [there] { return there; });
  });
  return disclose(facts, reader());
}

Result<v1::Timetable> MemoryWorld::timetable(std::string_view case_id) {
  const auto record = standing(case_id, {});
  if (!record) return refuse(record.error());
  return review::timetable(fold(*record), law_, calendar_, today_);
}

Result<std::map<std::string, std::string>> MemoryWorld::alerts(std::string_view case_id) {
  const auto record = standing(case_id, {});
  if (!record) return refuse(record.error());
  const auto file = fold(*record);
  std::map<std::string, std::string> told;
  for (const auto& arm : arms(file, runs(file, law_, calendar_), law_, reviewed_with(file, find()))) {
    if (const auto step = step_on(arm, law_, calendar_, today_)) told[arm.clock] = step->name;
  }
  return told;
}

}  // namespace review
