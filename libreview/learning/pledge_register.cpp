#include "libreview/learning/pledge_register.hpp"

#include <algorithm>
#include <set>

namespace review {
namespace {

std::set<int> rounds_in(const v1::ProgrammeFile& programme) {
  std::set<int> rounds;
  for (const auto& pledge : programme.pledges()) {
    for (const auto& one : pledge.judgements()) rounds.insert(one.round());
  }
  return rounds;
}

const v1::JudgementFile* judged_in(const v1::PledgeFile& pledge, int round) {
  const auto found = std::ranges::find(pledge.judgements(), round, &v1::JudgementFile::round);
  return found == pledge.judgements().end() ? nullptr : &*found;
}

v1::PledgeRow row_of(const v1::PledgeFile& pledge, const std::set<int>& rounds) {
  v1::PledgeRow row;
  row.set_pledge(pledge.pledge());
  row.set_by(pledge.by());
  row.set_made_on(pledge.made_on());
  row.set_state(pledge_state(pledge));
  if (!pledge.answered_on().empty()) row.set_answered_on(pledge.answered_on());
  row.set_sent_back(pledge.sent_back());
  for (const int round : rounds) {
    auto& out = *row.add_rounds();
    out.set_round(round);
    const auto* judged = judged_in(pledge, round);
    if (judged == nullptr) continue;
    out.set_judgement(judged->judgement());
    out.set_on(judged->on());
    if (judged->has_young_people()) out.set_young_people(judged->young_people());
  }
  return row;
}

/// What is not judged in a round counts where the pledge is approved: of another nothing can be judged.
void count_round(v1::PledgeRoundCounts& out, const v1::ProgrammeFile& programme, int round) {
  int kept = 0, partly = 0, not_yet = 0, not_judged = 0;
  for (const auto& pledge : programme.pledges()) {
    const auto* judged = judged_in(pledge, round);
    const auto what = judged == nullptr ? v1::PLEDGE_JUDGEMENT_UNSPECIFIED : judged->judgement();
    kept += what == v1::PLEDGE_JUDGEMENT_KEPT ? 1 : 0;
    partly += what == v1::PLEDGE_JUDGEMENT_PARTLY ? 1 : 0;
    not_yet += what == v1::PLEDGE_JUDGEMENT_NOT_YET ? 1 : 0;
    not_judged += judged == nullptr && pledge_state(pledge) == v1::PLEDGE_STATE_APPROVED ? 1 : 0;
  }
  out.set_round(round);
  out.set_kept(kept);
  out.set_partly(partly);
  out.set_not_yet(not_yet);
  out.set_not_judged(not_judged);
}

}  // namespace

v1::PledgeState pledge_state(const v1::PledgeFile& pledge) {
  switch (pledge.answer()) {
    case v1::PLEDGE_ANSWER_APPROVED:
      return v1::PLEDGE_STATE_APPROVED;
    case v1::PLEDGE_ANSWER_SENT_BACK:
      return v1::PLEDGE_STATE_SENT_BACK;
    default:
      return v1::PLEDGE_STATE_WAITS;
  }
}

v1::PledgeRegister pledge_register(const v1::ProgrammeFile& programme) {
  v1::PledgeRegister out;
  const auto rounds = rounds_in(programme);
  int approved = 0;
  for (const auto& pledge : programme.pledges()) {
    *out.add_pledges() = row_of(pledge, rounds);
    approved += pledge_state(pledge) == v1::PLEDGE_STATE_APPROVED ? 1 : 0;
  }
  out.set_made(out.pledges_size());
  out.set_approved(approved);
  out.set_waiting(out.pledges_size() - approved);
  for (const int round : rounds) count_round(*out.add_rounds(), programme, round);
  return out;
}

}  // namespace review
