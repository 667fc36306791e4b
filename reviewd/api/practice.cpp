#include "reviewd/alerts/tell_due.hpp"
#include "reviewd/api/endpoint.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::Code;
using review::Right;

Response get_today(Call& call) {
  if (!call.storage.store().practice()) {
    return refused(call, review::Refusal{Code::not_permitted, "This is a real store. Its day is today."});
  }
  return json_answer(200, json::object{{"date", call.moment.today.iso()}, {"practice", true}});
}

Response put_today(Call& call) {
  const auto body = json_body(call);
  if (!body) return refused(call, body.error());
  const auto* object = body->if_object();
  const auto* date = object == nullptr ? nullptr : object->if_contains("date");
  if (date == nullptr) return refused(call, Code::missing_field, "Give the date.", "/date");
  if (object->size() != 1) return refused(call, Code::unknown_field, "Send the date and nothing else.", "");
  const auto day =
      date->is_string() ? review::Date::parse(std::string_view(date->get_string())) : review::Date::parse("");
  if (!day) return refused(call, Code::not_a_date, "Enter a real day, such as 17 3 2026.", "/date");
  if (const auto set = call.storage.set_practice_day(*day, call.reader.person); !set) return refused(call, set.error());
  for (bool more = true; more;) {
    const auto told = tell_due(call.storage);
    if (!told) return refused(call, told.error());
    more = *told;
  }
  return json_answer(200, json::object{{"date", day->iso()}, {"practice", true}});
}

}  // namespace

std::vector<Endpoint> practice_endpoints() {
  return {
      {"GET",
       "/v1/practice/today",
       "getPracticeDay",
       "The day of a practice store",
       {},
       Use::read,
       {},
       "",
       "PracticeDay",
       200,
       get_today},
      {"PUT",
       "/v1/practice/today",
       "setPracticeDay",
       "Sets the day of a practice store",
       {Right::set_practice_day},
       Use::alone,
       {},
       "PracticeDay",
       "PracticeDay",
       200,
       put_today},
  };
}

}  // namespace reviewd
