#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "libreview/learning/learned_record.hpp"

namespace review {

/// So many findings before a day and from it on.
struct BeforeAfter {
  int before = 0;
  int after = 0;
  int unclear = 0;  ///< found over a time that has the day within, or on no known day
};

/// An action with what was found before and after it was done.
struct ActionEvidence {
  std::string record;
  v1::ActionFile action;
  std::vector<NamedIn> serves{};       ///< of the recommendations that are looked at
  std::optional<Date> done_on{};       ///< since when it is done, checked or changed, whichever was first
  std::optional<BeforeAfter> found{};  ///< under the themes that are looked at; nothing while it is not done
};

/// One finding that confirms or contradicts another, or came too early for it.
struct PlacedBearing {
  PlacedFinding by;
  PlacedFinding of;
  v1::Bearing bearing;
};

/// By what a question of a survey is tied to what is looked at.
enum class TiedBy { recommendation, finding, theme };
struct QuestionEvidence {
  std::string record;
  SurveyQuestion question;
  TiedBy tied_by;
};

/// What the record has on a theme.
struct ThemeEvidence {
  std::vector<PlacedFinding> findings{};                ///< by when they were made
  std::vector<PlacedRecommendation> recommendations{};  ///< that name the theme, or follow from a finding under it
  std::vector<ActionEvidence> actions{};                ///< that serve one of those
  std::vector<PlacedBearing> bearings{};                ///< between findings, one of which at least is under it
  std::vector<QuestionEvidence> questions{};
};
[[nodiscard]] ThemeEvidence theme_evidence(const std::vector<LearnedRecord>& records, std::string_view theme);

/// Something that was found under the same themes after the recommendation was made.
struct LaterFinding {
  PlacedFinding found;
  std::optional<Beside> done{};  ///< beside the day on which the first of its actions was done; nothing while none is
};

/// What the record has on whether practice is different since a recommendation was made.
struct RecommendationEvidence {
  v1::RecommendationFile made;
  std::set<std::string> themes{};         ///< its own, and those of the findings that it follows from
  std::vector<NamedIn> follows_from{};    ///< those findings
  std::vector<ActionEvidence> actions{};  ///< that serve it
  std::vector<PlacedBearing> bearings{};  ///< on the findings that it follows from
  std::vector<LaterFinding> later{};      ///< by when they were made
  std::vector<QuestionEvidence> questions{};
};
/// Nothing where there is no such recommendation in the record.
[[nodiscard]] std::optional<RecommendationEvidence> recommendation_evidence(const std::vector<LearnedRecord>& records,
                                                                            const NamedIn& recommendation);

/// Since when an action is done: the lowest rung from done on that holds, else since when it is complete.
[[nodiscard]] std::optional<Date> day_done(const v1::ActionFile& action);

}  // namespace review
