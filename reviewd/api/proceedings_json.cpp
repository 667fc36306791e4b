#include "reviewd/api/proceedings_json.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <string>
#include <utility>

#include "libreview/record/case_file.hpp"
#include "libreview/record/fold.hpp"
#include "libreview/record/slips.hpp"
#include "libreview/vocabulary/kinds.hpp"
#include "libreview/vocabulary/names.hpp"
#include "libreview/vocabulary/with_only.hpp"
#include "libreview/vocabulary/write_message.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
namespace v1 = review::v1;
using Entries = std::vector<v1::Entry>;

json::object written(const google::protobuf::Message& message) {
  return review::write_message(message, review::Part::whole, review::EmptyLists::left_out);
}

json::object write_count(const review::SlipCount& count) {
  return json::object{{"times", count.times}, {"days", count.days}};
}

void put(json::object& out, std::string_view name, const std::string& value) {
  if (!value.empty()) out[name] = value;
}

/// What a field of the entry says; empty where its kind has no such field.
std::string said_in(const v1::Entry& entry, const std::string& field) {
  const auto& said = entry.GetReflection()->GetMessage(entry, review::kind_of(entry)->field);
  const auto* const of_kind = said.GetDescriptor()->FindFieldByName(field);
  return of_kind == nullptr ? std::string() : said.GetReflection()->GetString(said, of_kind);
}

/// Puts what the entry says there, if anything, and keeps that it was shown. Null says nothing.
void tell(json::object& out, std::string_view name, const v1::Entry* entry, const std::string& field, Entries& shown) {
  if (entry == nullptr) return;
  const auto text = said_in(*entry, field);
  if (text.empty()) return;
  out[name] = text;
  shown.push_back(review::with_only(*entry, {field}));
}

/// The newest entry that says who is asked.
const v1::Entry* contact_in(const std::string& proceedings, const Entries& counted) {
  const v1::Entry* newest = nullptr;
  for (const auto& entry : counted) {
    const auto& opened = entry.proceedings_opened();
    const auto& updated = entry.proceedings_updated();
    if (opened.proceedings() == proceedings && opened.has_contact()) newest = &entry;
    if (updated.proceedings() == proceedings && updated.has_contact()) newest = &entry;
  }
  return newest;
}

/// What the entry says that settled whether they hold: on whose advice, or why they were opened again.
void tell_advice(json::object& out, const std::string& held_by, const Entries& counted, Entries& shown) {
  const auto found = std::ranges::find(counted, held_by, &v1::Entry::entry);
  if (found == counted.end()) return;
  const bool says_advice = found->has_proceedings_opened() || found->has_proceedings_updated();
  if (says_advice) tell(out, "advice", &*found, "advice", shown);
  if (found->has_proceedings_reopened()) tell(out, "advice", &*found, "reasons", shown);
}

json::object write_proceedings(const v1::Proceedings& one, const v1::CaseFile& file, const Entries& counted,
                               Entries& shown) {
  json::object out{{"proceedings", written(one)}};
  tell(out, "contact", contact_in(one.proceedings(), counted), "contact", shown);
  tell_advice(out, one.held_by_entry(), counted, shown);
  json::array steps;
  if (const auto* known = review::find_proceedings(file, one.proceedings())) {
    out["slipped"] = write_count(review::count_slips(*known));
    out["endSlipped"] = write_count(review::count_slips(known->end_slips(), known->expected_end()));
    for (const auto& step : known->steps())
      steps.push_back(write_count(review::count_slips(step.slips(), step.listed_on())));
  }
  out["stepsSlipped"] = std::move(steps);
  return out;
}

/// The newest entry that says this of the order.
const v1::Entry* newest_on(const std::string& order, const std::string& field, const Entries& counted) {
  const v1::Entry* newest = nullptr;
  for (const auto& entry : counted) {
    const bool of_order = entry.has_court_order_recorded() && entry.court_order_recorded().order() == order;
    if (of_order && !said_in(entry, field).empty()) newest = &entry;
  }
  return newest;
}

json::object write_order(const v1::CourtOrder& one, const Entries& counted, Entries& shown) {
  json::object out{{"order", written(one)}};
  for (const auto* field : {"court", "kind", "binds", "advice"})
    tell(out, field, newest_on(one.order(), field, counted), field, shown);
  return out;
}

json::object write_dependency(const review::Dependency& one) {
  json::object out{{"kind", one.kind},
                   {"why", one.why},
                   {"holds", one.holds},
                   {"notBefore", one.not_before},
                   {"slipped", write_count({one.slips, one.slipped_days})}};
  put(out, "case", one.case_id);
  put(out, "name", one.name);
  put(out, "title", one.title);
  if (one.day) out["day"] = one.day->iso();
  return out;
}

}  // namespace

MappedCase write_mapped_case(const v1::Case& shown, const v1::CaseFile& file, const Entries& entries) {
  const auto counted = review::effective(entries);
  Entries told;
  json::array pseudonyms;
  for (const auto& child : shown.children()) {
    if (!child.pseudonym().empty()) pseudonyms.push_back(json::string(child.pseudonym()));
  }
  json::array proceedings;
  for (const auto& one : shown.proceedings()) proceedings.push_back(write_proceedings(one, file, counted, told));
  json::array orders;
  for (const auto& one : shown.court_orders()) orders.push_back(write_order(one, counted, told));
  json::array embargoes;
  for (const auto& one : shown.embargoes()) embargoes.push_back(written(one));
  json::array warnings;
  for (const auto& one : shown.warnings()) warnings.push_back(written(one));
  json::object out{{"case", shown.case_()},
                   {"pseudonyms", std::move(pseudonyms)},
                   {"proceedings", std::move(proceedings)},
                   {"courtOrders", std::move(orders)},
                   {"embargoes", std::move(embargoes)},
                   {"warnings", std::move(warnings)}};
  put(out, "finding", review::short_name_of(shown.finding(), v1::FactFinding_descriptor()));
  return {std::move(out), std::move(told)};
}

json::object write_forecast(const review::Forecast& made) {
  json::array depends_on;
  for (const auto& one : made.depends_on) depends_on.push_back(write_dependency(one));
  json::object out{{"review", made.review}, {"says", made.says}, {"dependsOn", std::move(depends_on)}};
  if (made.day) out["day"] = made.day->iso();
  if (made.copy_by) out["copyBy"] = made.copy_by->iso();
  put(out, "notComputed", made.not_computed);
  return out;
}

}  // namespace reviewd
