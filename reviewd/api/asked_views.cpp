#include <boost/json/array.hpp>

#include "reviewd/api/endpoint.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::Right;

json::object asked_view(const review::AskedView& one) {
  json::object out{{"case", one.case_id}, {"by", one.by}};
  if (!one.meeting.empty()) out["meeting"] = one.meeting;
  if (!one.circulation.empty()) out["circulation"] = one.circulation;
  return out;
}

Response list_asked_views(Call& call) {
  const auto asked = call.desk().asked_views(call.reader, call.moment);
  if (!asked) return refused(call, asked.error());
  json::array views;
  for (const auto& one : *asked) views.push_back(asked_view(one));
  return json_answer(200, json::object{{"askedViews", std::move(views)}, {"asOf", call.moment.today.iso()}});
}

}  // namespace

std::vector<Endpoint> asked_view_endpoints() {
  return {{"GET",
           "/v1/askedViews",
           "listAskedViews",
           "The views that the reader's agency is asked for and has not given, by day",
           {Right::read_cases},
           Use::read,
           {},
           "",
           "AskedViews",
           200,
           list_asked_views}};
}

}  // namespace reviewd
