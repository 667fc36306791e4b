#include "reviewd/storage/scrutiny_record.hpp"

#include <algorithm>

#include "libreview/desk/stored.hpp"
#include "libreview/record/fold.hpp"
#include "libreview/registers/scrutiny_records.hpp"
#include "libreview/vocabulary/names.hpp"
#include "libreview/vocabulary/record_name.hpp"
#include "libreview/vocabulary/with_only.hpp"

namespace reviewd {
namespace {

using review::Date;

std::string bare(const std::string& reference) { return review::bare_reference(reference).value_or(reference); }

/// The challenge that an answer is to: the one that it names, else the only one of the case.
Challenge* answered_by(std::vector<Challenge>& of_case, const review::v1::ChallengeAnswered& answer) {
  if (answer.challenge().empty()) return of_case.size() == 1 ? &of_case.front() : nullptr;
  const auto found = std::find_if(of_case.begin(), of_case.end(),
                                  [&](const Challenge& one) { return one.challenge == bare(answer.challenge()); });
  return found == of_case.end() ? nullptr : &*found;
}

void take(ScrutinyRecord& record, const std::string& case_id, const std::vector<review::v1::Entry>& entries) {
  std::vector<Challenge> of_case;
  std::vector<review::v1::Entry> told;
  std::map<std::string, review::v1::Entry> answers;  // by challenge: a later answer takes the place of an earlier one
  for (const auto& entry : review::effective(entries)) {
    if (entry.hidden()) continue;
    const auto on = Date::parse(entry.occurred_on());
    if (!on) continue;
    if (entry.has_challenge_raised()) {
      const auto& raised = entry.challenge_raised();
      const auto by = raised.by().empty() ? entry.recorded_by() : raised.by();
      of_case.push_back({case_id, bare(raised.challenge()), entry.entry(), bare(by), raised.text(), *on});
      told.push_back(review::with_only(entry, {"challenge", "by", "text"}));
    } else if (entry.has_challenge_answered()) {
      auto* challenge = answered_by(of_case, entry.challenge_answered());
      if (challenge == nullptr) continue;
      challenge->answered_on = *on;
      challenge->answer = entry.challenge_answered().answer();
      challenge->changed = entry.challenge_answered().changed();
      answers[challenge->entry] = review::with_only(entry, {"challenge", "answer", "changed"});
    } else if (entry.has_scrutiny_given()) {
      const auto& given = entry.scrutiny_given();
      record.given.push_back({case_id, bare(given.meeting()), given.how() == review::v1::SCRUTINY_HOW_ATTENDED, *on});
      told.push_back(review::with_only(entry, {"how", "meeting"}));
    }
  }
  for (auto& [challenge, answer] : answers) told.push_back(std::move(answer));
  if (!told.empty()) record.entries[case_id] = std::move(told);
  std::move(of_case.begin(), of_case.end(), std::back_inserter(record.challenges));
}

}  // namespace

ScrutinyRecord scrutiny_record(Storage& storage, const review::Reader& reader, const review::Moment& moment) {
  ScrutinyRecord record;
  for (const auto& name : review::records_with_scrutiny(storage.store())) {
    if (!review::has_members(name)) continue;
    const auto case_id = review::reference_of(name);
    // A case that the reader may not see is left out without a word.
    const auto entries = storage.desk().entries(case_id, reader, moment, {}, review::Desk::Notes::asker);
    if (entries) take(record, case_id, *entries);
  }
  return record;
}

ScrutinyCounts counts_of(const ScrutinyRecord& record, int year) {
  ScrutinyCounts counts;
  for (const auto& challenge : record.challenges) {
    if (challenge.raised_on.year() != year) continue;
    ++counts.raised;
    ++(challenge.answered_on ? counts.answered : counts.waiting);
    if (challenge.changed) ++counts.changed;
  }
  for (const auto& given : record.given) {
    if (given.on.year() == year) ++(given.attended ? counts.attended : counts.commented);
  }
  return counts;
}

}  // namespace reviewd
