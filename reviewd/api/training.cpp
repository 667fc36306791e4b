#include <algorithm>
#include <set>
#include <tuple>

#include "libreview/access/forget_cases.hpp"
#include "libreview/learning/pledge_register.hpp"
#include "libreview/learning/training_figures.hpp"
#include "libreview/record/captured_findings.hpp"
#include "libreview/record/case_file.hpp"
#include "libreview/record/open_action.hpp"
#include "libreview/vocabulary/write_message.hpp"
#include "reviewd/api/assurance_rows.hpp"
#include "reviewd/api/endpoint.hpp"

namespace reviewd {
namespace {

namespace v1 = review::v1;
using review::Result;
using review::Right;

/// A contact of an agency sees its own part of a programme, and these are of everybody.
Result<v1::CaseFile> file_for_all(Call& call) {
  if (review::reads_incidents(call.reader.role)) return programme_at_hand(call);
  return review::refuse(review::Code::not_permitted, "Your role does not see this part of a programme.");
}

Response written(const google::protobuf::Message& message) {
  return json_answer(200, review::write_message(message, review::Part::whole, review::EmptyLists::shown));
}

/// What is of a record that the reader does not see goes whole.
void forget_hidden(Call& call, v1::TrainingRow& row) {
  std::set<std::string> named;
  review::name_cases(row, named);
  std::erase_if(named,
                [&](const std::string& one) { return call.storage.views().sees(call.reader, one, call.moment.today); });
  review::forget_cases(row, named);
}

/// As the reader reads them in the record; empty where they do not.
std::string words_of(const v1::TrainingAbout& about, const v1::CaseFile& of, WordsAtHand& words) {
  const auto& findings = of.findings();
  const auto found = std::ranges::find(findings, about.finding(), &v1::FindingFile::finding);
  if (about.has_finding() && found != findings.end()) {
    const auto* entry = words.find(of.case_(), found->entry());
    if (entry == nullptr) return {};
    const auto names = review::names_of_findings(*entry);
    const auto at = std::ranges::find(names, about.finding());
    if (at == names.end()) return {};
    return entry->learning_captured().findings(static_cast<int>(at - names.begin())).finding();
  }
  if (const auto* made = review::find_recommendation(of, about.recommendation()); made != nullptr) {
    const auto* entry = words.find(of.case_(), made->entry());
    return entry == nullptr ? std::string() : entry->recommendation_made().text();
  }
  if (const auto* action = review::find_action(of, about.action()); action != nullptr) {
    const auto* entry = words.find(of.case_(), action->entry());
    return entry == nullptr ? std::string() : review::what_is_to_be_done(*entry);
  }
  return {};
}

/// After what is of a hidden record went.
void put_sources(Call& call, v1::TrainingRow& row, const v1::CaseFile& own, WordsAtHand& words) {
  for (const auto& about : row.about()) {
    auto& source = *row.add_about_words();
    std::string says;
    if (!about.has_of_case()) {
      says = words_of(about, own, words);
    } else if (const auto of = call.storage.views().find_for(call.reader, about.of_case(), call.moment.today)) {
      says = words_of(about, *of, words);
    }
    if (!says.empty()) source.set_says(says);
  }
}

void put_words(v1::TrainingRow& row, const v1::TrainingFile& file, const v1::CaseFile& of, WordsAtHand& words) {
  if (const auto* entry = words.find(of.case_(), file.entry())) row.set_title(entry->training_planned().title());
  for (auto& question : *row.mutable_questions()) {
    const auto& asked = of.programme().questions();
    const auto kept = std::ranges::find(asked, question.evaluation(), &v1::EvaluationQuestionFile::evaluation);
    if (const auto* entry = words.find(of.case_(), kept->entry()))
      question.set_text(entry->training_question_set().text());
  }
}

Response get_training(Call& call) {
  const auto file = file_for_all(call);
  if (!file) return refused(call, file.error());
  const int fewest = call.desk().law().partnership().shares.fewest;
  WordsAtHand words(call);
  v1::TrainingRegister all;
  all.set_programme(file->case_());
  all.set_fewest(fewest);
  all.set_as_of(call.moment.today.iso());
  for (const auto& training : file->programme().trainings()) {
    auto& row = *all.add_trainings();
    row = review::training_row(training, file->programme(), fewest);
    forget_hidden(call, row);
    put_sources(call, row, *file, words);
    put_words(row, training, *file, words);
  }
  words.note();
  std::ranges::stable_sort(*all.mutable_trainings(), {}, [](const v1::TrainingRow& row) {
    return row.has_held_on() ? row.held_on() : row.planned_for();
  });
  return written(all);
}

void put_words(v1::PledgeRow& row, const v1::PledgeFile& file, const std::string& programme, WordsAtHand& words) {
  if (const auto* entry = words.find(programme, file.words_entry()))
    row.set_text(entry->has_pledge_made() ? entry->pledge_made().text() : entry->pledge_reworded().text());
  if (const auto* entry = words.find(programme, file.answer_entry());
      entry != nullptr && entry->pledge_answered().has_words())
    row.set_words(entry->pledge_answered().words());
  for (const auto& judged : file.judgements()) {
    const auto* entry = words.find(programme, judged.entry());
    if (entry == nullptr || !entry->pledge_judged().has_words()) continue;
    std::ranges::find(*row.mutable_rounds(), judged.round(), &v1::PledgeRound::round)
        ->set_words(entry->pledge_judged().words());
  }
}

Response get_pledges(Call& call) {
  const auto file = file_for_all(call);
  if (!file) return refused(call, file.error());
  WordsAtHand words(call);
  auto all = review::pledge_register(file->programme());
  all.set_programme(file->case_());
  all.set_as_of(call.moment.today.iso());
  for (int i = 0; i < all.pledges_size(); ++i)
    put_words(*all.mutable_pledges(i), file->programme().pledges(i), file->case_(), words);
  words.note();
  return written(all);
}

}  // namespace

std::vector<Endpoint> training_endpoints() {
  return {
      {"GET",
       "/v1/programmes/{programme}/training",
       "getTraining",
       "The courses and events of a programme: who came, and what was answered before, after and at three months",
       {Right::read_cases},
       Use::read,
       {},
       "",
       "TrainingRegister",
       200,
       get_training},
      {"GET",
       "/v1/programmes/{programme}/pledges",
       "getPledges",
       "The pledges of a programme: what young people approved, and what they judge to be kept, round by round",
       {Right::read_cases},
       Use::read,
       {},
       "",
       "PledgeRegister",
       200,
       get_pledges},
  };
}

}  // namespace reviewd
