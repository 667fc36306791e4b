#pragma once

#include <compare>
#include <optional>
#include <string>
#include <vector>

#include "libreview/calendar/date.hpp"
#include "libreview/learning/survey_reading.hpp"
#include "review/v1/case_file.pb.h"

namespace review {

/// A case or a programme that a reader sees, with the questions of its survey as the reader may read them.
struct LearnedRecord {
  v1::CaseFile file;
  std::vector<SurveyQuestion> survey{};
};

/// Something that has a name in a record: a finding, a recommendation, an action, a question.
struct NamedIn {
  std::string record;
  std::string name;
  auto operator<=>(const NamedIn&) const = default;
};

/// A finding with the record that holds it.
struct PlacedFinding {
  std::string record;
  v1::FindingFile finding;

  [[nodiscard]] NamedIn name() const { return {record, finding.finding()}; }
};

/// A recommendation with the record that holds it.
struct PlacedRecommendation {
  std::string record;
  v1::RecommendationFile made;

  [[nodiscard]] NamedIn name() const { return {record, made.recommendation()}; }
};

/// The days between which something was found, as far as that is known.
struct FoundWhen {
  Date first;
  Date last;
};
/// Nothing where no day is known.
[[nodiscard]] std::optional<FoundWhen> found_when(const v1::FindingFile& finding);

/// Where something was found beside a day: before it, on it or after it, or at a time that has the day within.
enum class Beside { before, after, unclear };
[[nodiscard]] Beside beside(const v1::FindingFile& finding, Date day);

}  // namespace review
