#pragma once

#include <boost/json/object.hpp>

#include "libreview/learning/survey_reading.hpp"

namespace reviewd {

/// A question with its rounds: how many gave each answer, of how many who answered.
[[nodiscard]] boost::json::object survey_question_json(const review::SurveyQuestion& question);

}  // namespace reviewd
