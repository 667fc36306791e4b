#include <boost/json/array.hpp>

#include "reviewd/api/endpoint.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::Right;

/// Names alone: how somebody signs in is for those who manage access.
Response list_people(Call& call) {
  json::array people;
  for (const auto& account : call.storage.accounts().list()) {
    if (!account.disabled.empty()) continue;
    json::object person{{"person", "people/" + account.person}, {"role", account.role}};
    if (!account.name.empty()) person["name"] = account.name;
    if (!account.agency.empty()) person["agency"] = account.agency;
    people.push_back(std::move(person));
  }
  return json_answer(200, json::object{{"people", std::move(people)}, {"nextPageToken", ""}});
}

}  // namespace

std::vector<Endpoint> people_endpoints() {
  return {{"GET",
           "/v1/people",
           "listPeople",
           "Who can be named in a case or asked to a meeting, by person",
           {Right::decide, Right::manage_meetings, Right::manage_contacts},
           Use::read,
           {},
           "",
           "PersonList",
           200,
           list_people}};
}

}  // namespace reviewd
