#pragma once

#include <vector>

#include "review/v1/case.pb.h"
#include "review/v1/case_file.pb.h"

namespace review {

/// An action as it stands, without its words.
[[nodiscard]] v1::Action action_of(const v1::ActionFile& action);
/// How a recommendation stands with each body that it is made to, and with others that answered it: the newest answer
/// of each counts.
[[nodiscard]] std::vector<v1::BodyAnswer> answers_to(const v1::RecommendationFile& made);

/// The recommendations as they stand, without their words.
[[nodiscard]] std::vector<v1::Recommendation> recommendations_of(const v1::CaseFile& file);

void put_actions(v1::Case& out, const v1::CaseFile& file);
void put_recommendations(v1::Case& out, const v1::CaseFile& file);

}  // namespace review
