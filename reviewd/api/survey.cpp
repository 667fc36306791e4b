#include <boost/json/array.hpp>
#include <utility>

#include "libreview/access/disclose.hpp"
#include "libreview/record/fold.hpp"
#include "reviewd/api/endpoint.hpp"
#include "reviewd/api/survey_json.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::Code;
using review::Right;

Response get_survey(Call& call) {
  if (!review::reads_incidents(call.reader.role))
    return refused(call, {Code::not_permitted, "Your role does not see what a survey found."});
  const auto day = as_at(call);
  if (!day) return refused(call, day.error());
  const auto entries = call.desk().entries(call.record(), call.reader, call.moment, *day);
  if (!entries) return refused(call, entries.error());
  json::array questions;
  for (const auto& one : review::survey_of(review::effective(*entries))) questions.push_back(survey_question_json(one));
  return json_answer(200, json::object{{"programme", call.record()}, {"questions", std::move(questions)}});
}

}  // namespace

std::vector<Endpoint> survey_endpoints() {
  return {{"GET",
           "/v1/programmes/{programme}/survey",
           "getSurvey",
           "What a workforce survey asks, and what was answered round by round",
           {Right::read_cases},
           Use::read,
           {"asAt"},
           "",
           "Survey",
           200,
           get_survey}};
}

}  // namespace reviewd
