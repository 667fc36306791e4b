#include "libreview/learning/survey_reading.hpp"

#include <algorithm>
#include <numeric>

namespace review {
namespace {

SurveyQuestion question_of(const v1::Entry& entry) {
  const auto& asked = entry.survey_question_asked();
  return {.question = asked.question(),
          .entry = entry.entry(),
          .asked_on = entry.occurred_on(),
          .text = asked.text(),
          .ties = {asked.ties().begin(), asked.ties().end()},
          .themes = {asked.themes().begin(), asked.themes().end()}};
}

SurveyRound round_of(const v1::Entry& entry, const v1::SurveyQuestionAsked& question) {
  const auto& answered = entry.survey_round_answered();
  SurveyRound round{.on = entry.occurred_on(), .entry = entry.entry()};
  if (answered.has_asked()) round.asked = answered.asked();
  for (const auto& answer : question.answers()) {
    SurveyShare share{answer.answer(), answer.text(), answer.hoped_for()};
    for (const auto& count : answered.counts()) {
      if (count.answer() == answer.answer()) share.number += count.number();
    }
    round.shares.push_back(std::move(share));
  }
  return round;
}

}  // namespace

int SurveyRound::answered() const {
  return std::accumulate(shares.begin(), shares.end(), 0,
                         [](int sum, const SurveyShare& share) { return sum + share.number; });
}

std::optional<int> SurveyRound::hoped_for() const {
  std::optional<int> sum;
  for (const auto& share : shares) {
    if (share.hoped_for) sum = sum.value_or(0) + share.number;
  }
  return sum;
}

std::vector<SurveyQuestion> survey_of(const std::vector<v1::Entry>& counted) {
  std::vector<SurveyQuestion> survey;
  for (const auto& asked : counted) {
    if (!asked.has_survey_question_asked()) continue;
    auto question = question_of(asked);
    for (const auto& entry : counted) {
      if (entry.has_survey_round_answered() && entry.survey_round_answered().question() == question.question)
        question.rounds.push_back(round_of(entry, asked.survey_question_asked()));
    }
    std::ranges::stable_sort(question.rounds, {}, &SurveyRound::on);
    survey.push_back(std::move(question));
  }
  return survey;
}

}  // namespace review
