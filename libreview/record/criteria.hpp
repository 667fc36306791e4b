#pragma once

#include <string>
#include <string_view>

#include "libreview/record/handling.hpp"

namespace review {

/// Finds `criteria-incomplete` where a criterion that the law lists for this sort of decision has no answer, and
/// `missing-reference` where an answer names none of them. `decision` is `notification` or `review`.
void criteria_answered(const Question& question, std::string_view decision,
                       const google::protobuf::RepeatedPtrField<v1::CriterionAnswer>& answers,
                       const std::string& pointer);

}  // namespace review
