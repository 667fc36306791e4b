#include "reviewd/api/endpoint.hpp"
#include "reviewd/api/law_json.hpp"

namespace reviewd {
namespace {

Response get_law(Call& call) { return json_answer(200, law_json(call.desk().law())); }

Response get_calendar(Call& call) { return json_answer(200, calendar_json(call.desk().calendar())); }

}  // namespace

std::vector<Endpoint> law_endpoints() {
  return {
      {"GET",
       "/v1/law",
       "getLaw",
       "The rules in force, with their citations",
       {},
       Use::read,
       {},
       "",
       "Law",
       200,
       get_law},
      {"GET",
       "/v1/calendars/england-and-wales",
       "getCalendar",
       "The bank holidays of England and Wales",
       {},
       Use::read,
       {},
       "",
       "Calendar",
       200,
       get_calendar},
  };
}

}  // namespace reviewd
