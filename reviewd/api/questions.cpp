#include <algorithm>

#include "libreview/access/may_read.hpp"
#include "libreview/vocabulary/kinds.hpp"
#include "libreview/vocabulary/write_message.hpp"
#include "review/v1/question_answer.pb.h"
#include "reviewd/api/endpoint.hpp"
#include "reviewd/api/words_at_hand.hpp"

namespace reviewd {
namespace {

namespace v1 = review::v1;
using review::Right;

/// Names what an answer rests on, with its words as far as the reader may read them.
class EvidenceOf {
 public:
  EvidenceOf(Call& call, const v1::CaseFile& file, WordsAtHand& words) : call_(call), file_(file), words_(words) {}

  void put(v1::AttachedQuestion& out, const v1::QuestionAnswered& answered) {
    for (const auto& name : answered.findings()) put_finding(out, name);
    for (const auto& name : answered.documents()) put_document(out, name);
    for (const auto& name : answered.entries()) {
      auto& one = add(out, "entry", name, name);
      if (const auto* entry = words_.find(file_.case_(), name)) one.set_words(review::kind_of(*entry)->label);
    }
  }

 private:
  static v1::QuestionEvidence& add(v1::AttachedQuestion& out, const char* sort, const std::string& name,
                                   const std::string& entry) {
    auto& one = *out.add_evidence();
    one.set_sort(sort);
    one.set_name(name);
    if (!entry.empty()) one.set_entry(entry);
    return one;
  }

  void put_finding(v1::AttachedQuestion& out, const std::string& name) {
    const auto& all = file_.findings();
    const auto kept = std::ranges::find_if(all, [&](const auto& one) { return one.finding() == name; });
    const auto id = kept == all.end() ? std::string() : kept->entry();
    auto& evidence = add(out, "finding", name, id);
    const auto* entry = words_.find(file_.case_(), id);
    if (entry == nullptr) return;
    int place = 0;
    for (const auto& finding : all) {
      if (finding.entry() != id) continue;
      const auto& said = entry->learning_captured().findings();
      if (finding.finding() == name && place < said.size() && said[place].has_finding())
        evidence.set_words(said[place].finding());
      ++place;
    }
  }

  /// By the title of its newest version.
  void put_document(v1::AttachedQuestion& out, const std::string& name) {
    std::string id;
    for (const auto& filed : call_.desk().documents_filed(file_.case_())) {
      if (filed.document == name && words_.find(file_.case_(), filed.entry) != nullptr) id = filed.entry;
    }
    auto& evidence = add(out, "document", name, id);
    const auto* entry = words_.find(file_.case_(), id);
    if (entry != nullptr && entry->document_filed().has_title()) evidence.set_words(entry->document_filed().title());
  }

  Call& call_;
  const v1::CaseFile& file_;
  WordsAtHand& words_;
};

v1::AttachedQuestion attached(Call& call, const v1::CaseFile& file, const v1::QuestionFile& from, WordsAtHand& words) {
  v1::AttachedQuestion out;
  out.set_question(from.question());
  if (const auto day = review::Date::parse(from.attached_on())) {
    const auto asked = review::find_question(call.desk().law().question_areas(), from.question(), *day);
    if (asked.question != nullptr) {
      out.set_text(asked.question->text);
      out.set_area(asked.area->title);
    }
  }
  if (!from.review().empty()) out.set_review(from.review());
  if (!from.document().empty()) out.set_document(from.document());
  out.set_attached_on(from.attached_on());
  out.set_entry(from.entry());
  out.set_open(from.answers().empty());
  out.set_times_answered(from.answers_size());
  if (from.answers().empty()) return out;
  const auto& newest = *from.answers().rbegin();
  out.set_answered_on(newest.on());
  out.set_answer_entry(newest.entry());
  out.set_not_known(newest.not_known());
  if (const auto* entry = words.find(file.case_(), newest.entry())) {
    const auto& answered = entry->question_answered();
    if (answered.has_answer()) out.set_answer(answered.answer());
    EvidenceOf(call, file, words).put(out, answered);
  }
  return out;
}

Response get_questions(Call& call) {
  if (!review::reads_incidents(call.reader.role)) {
    return refused(call, {review::Code::not_permitted, "Your role does not see the questions of scrutiny."});
  }
  const auto file = call.storage.views().find_for(call.reader, call.record(), call.moment.today);
  if (!file) return refused(call, review::no_case(call.record()));
  WordsAtHand words(call);
  v1::AttachedQuestions all;
  int open = 0;
  int not_known = 0;
  for (const auto& one : file->questions()) {
    auto& question = *all.add_questions();
    question = attached(call, *file, one, words);
    if (question.open()) ++open;
    if (question.not_known()) ++not_known;
  }
  words.note();
  call.desk().note_shown(call.record(), "case");
  all.set_open(open);
  all.set_not_known(not_known);
  all.set_answered(all.questions_size() - open - not_known);
  return json_answer(200, review::write_message(all, review::Part::whole, review::EmptyLists::shown));
}

}  // namespace

std::vector<Endpoint> question_endpoints() {
  return {
      {"GET",
       "/v1/cases/{case}/questions",
       "listQuestions",
       "The questions of scrutiny that are attached to a case, with their answers, what shows them and which are open",
       {Right::read_cases},
       Use::read,
       {},
       "",
       "AttachedQuestions",
       200,
       get_questions},
      {"GET",
       "/v1/programmes/{programme}/questions",
       "listProgrammeQuestions",
       "The same of a programme",
       {Right::read_cases},
       Use::read,
       {},
       "",
       "AttachedQuestions",
       200,
       get_questions},
  };
}

}  // namespace reviewd
