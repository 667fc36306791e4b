#include <boost/json/array.hpp>

#include "reviewd/api/endpoint.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::Right;

json::array texts(const std::vector<std::string>& values) {
  json::array array;
  for (const auto& value : values) array.push_back(json::string(value));
  return array;
}

Response list_case_choices(Call& call) {
  const auto choices = call.desk().list_choices(call.reader, call.moment);
  if (!choices) return refused(call, choices.error());
  return json_answer(200, json::object{{"localAuthorities", texts(choices->local_authorities)},
                                       {"agencies", texts(choices->agencies)}});
}

}  // namespace

std::vector<Endpoint> case_choice_endpoints() {
  return {{"GET",
           "/v1/cases:choices",
           "listCaseChoices",
           "The local authorities and agencies of the cases that the reader may see",
           {Right::read_cases},
           Use::read,
           {},
           "",
           "CaseChoices",
           200,
           list_case_choices}};
}

}  // namespace reviewd
