#pragma once

#include <optional>
#include <string>
#include <vector>

#include "review/v1/entries.pb.h"

namespace review {

/// How many gave one answer in a round.
struct SurveyShare {
  std::string answer;
  std::string text;  ///< empty where it was erased or is kept from the reader
  bool hoped_for = false;
  int number = 0;
};

/// A round of a question.
struct SurveyRound {
  std::string on;
  std::string entry;
  std::optional<int> asked{};         ///< how many were asked, where that is known
  std::vector<SurveyShare> shares{};  ///< in the order of the question's answers

  /// How many answered: what every percentage is of.
  [[nodiscard]] int answered() const;
  /// How many gave an answer that is hoped for; nothing where the question hopes for none.
  [[nodiscard]] std::optional<int> hoped_for() const;
};

/// A question with its rounds.
struct SurveyQuestion {
  std::string question;
  std::string entry;
  std::string asked_on;
  std::string text{};
  std::vector<v1::SurveyTie> ties{};
  std::vector<std::string> themes{};
  std::vector<SurveyRound> rounds{};  ///< by day
};

/// The questions of a survey in the order in which they were asked, by its entries as they count and as far as the
/// reader may see them. A round whose question the reader does not see is left out.
[[nodiscard]] std::vector<SurveyQuestion> survey_of(const std::vector<v1::Entry>& counted);

}  // namespace review
