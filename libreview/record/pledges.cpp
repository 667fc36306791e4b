#include <algorithm>

#include "libreview/record/case_file.hpp"
#include "libreview/record/days.hpp"
#include "libreview/record/handling.hpp"

namespace review {
namespace {

template <class List>
auto* find_pledge(List& list, const std::string& pledge) {
  const auto found = std::ranges::find(list, pledge, &v1::PledgeFile::pledge);
  return found == list.end() ? nullptr : &*found;
}

v1::PledgeFile& pledge_of(v1::CaseFile& file, const std::string& pledge) {
  return the(find_pledge(*file.mutable_programme()->mutable_pledges(), pledge));
}

const v1::PledgeFile* asked_about(const Question& question, const std::string& pledge) {
  const auto* found = find_pledge(question.file.programme().pledges(), pledge);
  if (found != nullptr) {
    not_before(question, question.entry.occurred_on(), found->made_on(),
               "This cannot have been before the pledge was made.", "/occurredOn");
  }
  return found;
}

void apply_made(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& made = entry.pledge_made();
  auto& pledge = *file.mutable_programme()->add_pledges();
  pledge.set_pledge(made.pledge());
  pledge.set_by(made.by());
  pledge.set_made_on(entry.occurred_on());
  pledge.set_words_entry(entry.entry());
}

void admit_reworded(const Question& question) { asked_about(question, question.entry.pledge_reworded().pledge()); }

/// What young people said was said to other words.
void apply_reworded(v1::CaseFile& file, const v1::Entry& entry) {
  auto& pledge = pledge_of(file, entry.pledge_reworded().pledge());
  pledge.set_words_entry(entry.entry());
  pledge.clear_answer();
  pledge.clear_answer_entry();
  pledge.clear_answered_on();
  pledge.clear_young_people();
}

void admit_answered(const Question& question) {
  const auto& answered = question.entry.pledge_answered();
  asked_about(question, answered.pledge());
  if (answered.answer() != v1::PLEDGE_ANSWER_SENT_BACK || answered.has_words()) return;
  question.findings.add(Code::missing_field, "Say in their words why it is sent back.", {}, "/pledgeAnswered/words");
}

void apply_answered(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& answered = entry.pledge_answered();
  auto& pledge = pledge_of(file, answered.pledge());
  pledge.set_answer(answered.answer());
  pledge.set_answer_entry(entry.entry());
  pledge.set_answered_on(entry.occurred_on());
  pledge.clear_young_people();
  if (answered.has_young_people()) pledge.set_young_people(answered.young_people());
  if (answered.answer() == v1::PLEDGE_ANSWER_SENT_BACK) pledge.set_sent_back(pledge.sent_back() + 1);
}

void admit_judged(const Question& question) {
  const auto& judged = question.entry.pledge_judged();
  if (judged.has_round() && judged.round() < 1) {
    question.findings.add(Code::not_a_choice, "Rounds are counted from 1.", {}, "/pledgeJudged/round");
  }
  const auto* pledge = asked_about(question, judged.pledge());
  if (pledge == nullptr) return;
  if (pledge->answer() != v1::PLEDGE_ANSWER_APPROVED) {
    question.findings.add(Code::not_in_this_stage, "Young people have not approved this pledge as it stands.", {},
                          "/pledgeJudged/pledge");
  }
  const auto& judgements = pledge->judgements();
  if (std::ranges::find(judgements, judged.round(), &v1::JudgementFile::round) == judgements.end()) return;
  question.findings.add(Code::already_recorded, "This pledge is judged in this round. Correct that update instead.", {},
                        "/pledgeJudged/round");
}

void apply_judged(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& judged = entry.pledge_judged();
  auto& judgement = *pledge_of(file, judged.pledge()).add_judgements();
  judgement.set_round(judged.round());
  judgement.set_judgement(judged.judgement());
  judgement.set_entry(entry.entry());
  judgement.set_on(entry.occurred_on());
  if (judged.has_young_people()) judgement.set_young_people(judged.young_people());
}

}  // namespace

std::vector<Handling> pledge_handlings() {
  return {
      {"pledge-made", nullptr, apply_made},
      {"pledge-reworded", admit_reworded, apply_reworded},
      {"pledge-answered", admit_answered, apply_answered},
      {"pledge-judged", admit_judged, apply_judged},
  };
}

}  // namespace review
