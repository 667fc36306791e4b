#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <set>

#include "libreview/record/case_file.hpp"
#include "libreview/record/days.hpp"
#include "libreview/record/handling.hpp"
#include "libreview/record/references.hpp"

namespace review {
namespace {

constexpr std::size_t fewest_answers = 2;
/// As many as a single count may be.
constexpr long long most_people = 1'000'000;

bool has(const std::vector<std::string>& names, const std::string& name) {
  return std::ranges::find(names, name) != names.end();
}

v1::SurveyQuestionFile* find_question(v1::CaseFile& file, const std::string& name) {
  auto& all = *file.mutable_programme()->mutable_survey_questions();
  const auto found = std::ranges::find_if(all, [&](const auto& one) { return one.question() == name; });
  return found == all.end() ? nullptr : &*found;
}

const v1::SurveyQuestionFile* find_question(const v1::CaseFile& file, const std::string& name) {
  const auto& all = file.programme().survey_questions();
  const auto found = std::ranges::find_if(all, [&](const auto& one) { return one.question() == name; });
  return found == all.end() ? nullptr : &*found;
}

void in_a_survey(const Question& question, const char* pointer) {
  if (question.file.programme().sort() == v1::PROGRAMME_SORT_WORKFORCE_SURVEY) return;
  question.findings.add(Code::not_one_kind, "This is recorded in a workforce survey. Open a programme for it.", {},
                        pointer);
}

void answers_apart(const Question& question) {
  const auto& answers = question.entry.survey_question_asked().answers();
  std::set<std::string> names;
  int at = 0;
  for (const auto& one : answers) {
    if (!names.insert(one.answer()).second) {
      question.findings.add(Code::not_a_choice, "Two answers have the same short name. Give each their own.", {},
                            fmt::format("/surveyQuestionAsked/answers/{}/answer", at));
    }
    ++at;
  }
  // None at all is what the schema refuses.
  if (names.empty() || names.size() >= fewest_answers) return;
  question.findings.add(Code::missing_field, "Give at least two answers, so that there is something to choose.", {},
                        "/surveyQuestionAsked/answers");
}

/// Of other records, `asked_about_elsewhere` says.
void tied_to_what_there_is(const Question& question) {
  const auto& asked = question.entry.survey_question_asked();
  int place = 0;
  for (const auto& tie : asked.ties()) {
    const auto at = fmt::format("/surveyQuestionAsked/ties/{}", place++);
    if (tie.has_recommendation() == tie.has_finding()) {
      question.findings.add(Code::missing_field, "Name either a recommendation or a finding.", {},
                            at + "/recommendation");
    }
    if (!tie.of_case().empty()) continue;
    if (tie.has_recommendation() && !has(names_in(question.file, "recommendation"), tie.recommendation())) {
      question.findings.add(Code::missing_reference,
                            fmt::format("There is no recommendation {} in this programme.", tie.recommendation()), {},
                            at + "/recommendation");
    }
    if (tie.has_finding() && !has(names_in(question.file, "finding"), tie.finding())) {
      question.findings.add(Code::missing_reference,
                            fmt::format("There is no finding {} in this programme.", tie.finding()), {},
                            at + "/finding");
    }
  }
  if (!asked.ties().empty() || !asked.themes().empty() || asked.answers().empty()) return;
  question.findings.add(Code::missing_field, "Say which recommendation, finding or theme the question asks about.", {},
                        "/surveyQuestionAsked/ties");
}

void admit_asked(const Question& question) {
  in_a_survey(question, "/surveyQuestionAsked");
  answers_apart(question);
  tied_to_what_there_is(question);
}

void apply_asked(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& asked = entry.survey_question_asked();
  auto& named = *file.add_named();
  named.set_sort("question");
  named.set_name(asked.question());
  auto& question = *file.mutable_programme()->add_survey_questions();
  question.set_question(asked.question());
  for (const auto& one : asked.answers()) question.add_answers(one.answer());
  question.set_asked_on(entry.occurred_on());
  question.set_entry(entry.entry());
  question.mutable_ties()->CopyFrom(asked.ties());
  question.mutable_themes()->CopyFrom(asked.themes());
}

void counts_fit(const Question& question, const v1::SurveyQuestionFile& of) {
  const auto& round = question.entry.survey_round_answered();
  std::set<std::string> counted;
  std::string known;
  for (const auto& one : of.answers()) known += (known.empty() ? "" : ", ") + one;
  int place = 0;
  for (const auto& count : round.counts()) {
    const auto at = fmt::format("/surveyRoundAnswered/counts/{}/answer", place++);
    if (std::ranges::find(of.answers(), count.answer()) == of.answers().end()) {
      question.findings.add(Code::not_a_choice, fmt::format("This question has no such answer. There are {}.", known),
                            {}, at);
    } else if (!counted.insert(count.answer()).second) {
      question.findings.add(Code::not_a_choice, "This answer is counted already. Count each once.", {}, at);
    }
  }
  const auto answered = std::accumulate(round.counts().begin(), round.counts().end(), 0LL,
                                        [](long long sum, const v1::SurveyCount& one) { return sum + one.number(); });
  if (answered > most_people) {
    question.findings.add(
        Code::not_a_choice,
        fmt::format("These counts add up to {} people. At most {} can answer a question.", answered, most_people), {},
        "/surveyRoundAnswered/counts");
  }
  if (!round.has_asked() || answered <= round.asked()) return;
  question.findings.add(Code::not_a_choice,
                        fmt::format("{} answers were counted, and only {} people were asked.", answered, round.asked()),
                        {}, "/surveyRoundAnswered/asked");
}

void admit_round(const Question& question) {
  in_a_survey(question, "/surveyRoundAnswered");
  const auto* of = find_question(question.file, question.entry.survey_round_answered().question());
  if (of == nullptr) return;
  counts_fit(question, *of);
  not_before(question, question.entry.occurred_on(), of->asked_on(),
             "This cannot have been answered before it was asked.", "/occurredOn");
  if (std::ranges::find(of->rounds(), question.entry.occurred_on()) == of->rounds().end()) return;
  question.findings.add(Code::already_recorded,
                        "A round of this question is recorded for this day already. Correct that one.", {},
                        "/occurredOn");
}

void apply_round(v1::CaseFile& file, const v1::Entry& entry) {
  the(find_question(file, entry.survey_round_answered().question())).add_rounds(entry.occurred_on());
}

}  // namespace

std::vector<Handling> survey_handlings() {
  return {
      {"survey-question-asked", admit_asked, apply_asked},
      {"survey-round-answered", admit_round, apply_round},
  };
}

}  // namespace review
