#include <algorithm>
#include <boost/json/array.hpp>

#include "libreview/law/bank_holidays.hpp"
#include "reviewd/act/act.hpp"
#include "reviewd/api/approval_json.hpp"
#include "reviewd/api/endpoint.hpp"
#include "reviewd/api/json_fields.hpp"
#include "reviewd/settings/closure_change.hpp"
#include "reviewd/settings/settled_closures.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::Right;

const std::vector<std::string_view> optional_fields = {"through", "name", "kind"};

/// The days off beside the holidays of the law: those of the configuration, and those settled here.
Response list_closures(Call& call) {
  const auto settled = call.storage.settled();
  const auto own = settled.find(closures_setting);
  const auto days = settled_closures(own == settled.end() ? std::string() : own->second);
  if (!days) return refused(call, days.error());
  const auto compiled_in = review::england_and_wales();
  json::array closures;
  for (const auto& day : call.desk().calendar().holidays()) {
    const bool here = std::any_of(days->begin(), days->end(), [&](const auto& one) { return one.date == day.date; });
    if (!here && compiled_in.why(day.date) == call.desk().calendar().why(day.date)) continue;
    closures.push_back(json::object{{"date", day.date.iso()},
                                    {"name", day.name},
                                    {"kind", day.kind == "closure" ? "closure" : "bank-holiday"},
                                    {"origin", here ? "SERVICE" : "CONFIGURATION"}});
  }
  return json_answer(200, json::object{{"closures", closures}, {"nextPageToken", ""}});
}

review::Result<InForce> after(Call& call, const std::map<std::string, std::string>& wish) {
  const auto settled = after_closures(call.storage.settled(), wish, call.desk().calendar());
  if (!settled) return review::refuse(settled.error());
  return in_force(call.storage.config(), *settled);
}

Response preview_closures(Call& call) {
  const auto wish = json_fields(call, {.optional = optional_fields, .present = {"change", "from"}});
  if (!wish) return refused(call, wish.error());
  const auto other = after(call, wish->texts);
  if (!other) return refused(call, other.error());
  return json_answer(200, moves_json(call, *other));
}

Response propose_closures(Call& call) {
  auto wish = json_fields(call, {.optional = optional_fields, .present = {"change", "from", "reason"}});
  if (!wish) return refused(call, wish.error());
  const auto reason = wish->text("reason");
  wish->texts.erase("reason");
  if (const auto other = after(call, wish->texts); !other) return refused(call, other.error());
  return propose(
      call, {"change-closures", "calendars/england-and-wales", proposal_of(wish->texts), reason, call.reader.person});
}

}  // namespace

std::vector<Endpoint> closure_endpoints() {
  return {
      {"GET",
       "/v1/calendars/england-and-wales/closures",
       "listClosures",
       "The days off beside the bank holidays that are compiled in, and where each comes from",
       {Right::manage_settings, Right::approve_settings},
       Use::read,
       {},
       "",
       "ClosureList",
       200,
       list_closures},
      {"POST",
       "/v1/calendars/england-and-wales/closures:preview",
       "previewClosures",
       "Which open deadlines would move if days off were added or taken back; changes nothing",
       {Right::manage_settings, Right::approve_settings},
       Use::read,
       {},
       "ClosureChange",
       "Moves",
       200,
       preview_closures},
      {"POST",
       "/v1/calendars/england-and-wales/closures:propose",
       "proposeClosures",
       "Proposes days off, or to take some back; they are in force at once when another person approves",
       {Right::manage_settings},
       Use::write,
       {},
       "ClosureWish",
       "Approval",
       201,
       propose_closures},
  };
}

}  // namespace reviewd
