#include <boost/json/array.hpp>

#include "libreview/vocabulary/write_message.hpp"
#include "reviewd/api/endpoint.hpp"
#include "reviewd/api/listing.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::EmptyLists;
using review::Part;
using review::Right;

Response get_case(Call& call) {
  const auto day = as_at(call);
  if (!day) return refused(call, day.error());
  const auto shown = call.desk().show(call.path("case"), call.reader, call.moment, *day);
  if (!shown) return refused(call, shown.error());
  auto response = json_answer(200, write_message(*shown, Part::whole, EmptyLists::shown));
  if (!*day) response.headers.emplace_back("ETag", etag(shown->version()));
  return response;
}

Response list_cases(Call& call) {
  const auto query = list_query(call, "case");
  if (!query) return refused(call, query.error());
  const auto page = call.desk().list_cases(*query, call.reader, call.moment);
  if (!page) return refused(call, page.error());
  json::array cases;
  for (const auto& one : page->items) cases.push_back(write_message(*one, Part::whole, EmptyLists::shown));
  return json_answer(
      200, json::object{{"cases", std::move(cases)}, {"nextPageToken", page_token(call, *query, page->next)}});
}

}  // namespace

std::vector<Endpoint> case_endpoints() {
  return {
      {"GET",
       "/v1/cases",
       "listCases",
       "The cases that the reader may see",
       {Right::read_cases},
       Use::read,
       {"filter", "orderBy", "pageSize", "pageToken"},
       "",
       "CaseList",
       200,
       list_cases},
      {"GET",
       "/v1/cases/{case}",
       "getCase",
       "A case, now or as it stood at the end of an earlier day",
       {Right::read_cases},
       Use::read,
       {"asAt"},
       "",
       "Case",
       200,
       get_case},
  };
}

}  // namespace reviewd
