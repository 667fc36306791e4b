#include "reviewd/api/proceedings_json.hpp"

#include <boost/json/array.hpp>
#include <string>

#include "libreview/record/case_file.hpp"
#include "libreview/record/fold.hpp"
#include "libreview/record/slips.hpp"
#include "libreview/vocabulary/names.hpp"
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

/// Who is asked, as the newest entry says.
std::string contact_of(const std::string& proceedings, const Entries& counted) {
  std::string contact;
  for (const auto& entry : counted) {
    const auto& opened = entry.proceedings_opened();
    const auto& updated = entry.proceedings_updated();
    if (opened.proceedings() == proceedings && opened.has_contact()) contact = opened.contact();
    if (updated.proceedings() == proceedings && updated.has_contact()) contact = updated.contact();
  }
  return contact;
}

/// What the entry says that settled whether they hold: on whose advice, or why they were opened again.
std::string advice_of(const std::string& held_by, const Entries& counted) {
  for (const auto& entry : counted) {
    if (entry.entry() != held_by) continue;
    if (entry.has_proceedings_opened()) return entry.proceedings_opened().advice();
    if (entry.has_proceedings_updated()) return entry.proceedings_updated().advice();
    if (entry.has_proceedings_reopened()) return entry.proceedings_reopened().reasons();
  }
  return {};
}

json::object write_proceedings(const v1::Proceedings& one, const v1::CaseFile& file, const Entries& counted) {
  json::object out{{"proceedings", written(one)}};
  put(out, "contact", contact_of(one.proceedings(), counted));
  put(out, "advice", advice_of(one.held_by_entry(), counted));
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

json::object write_order(const v1::CourtOrder& one, const Entries& counted) {
  json::object out{{"order", written(one)}};
  for (const auto& entry : counted) {
    const auto& recorded = entry.court_order_recorded();
    if (!entry.has_court_order_recorded() || recorded.order() != one.order()) continue;
    put(out, "court", recorded.court());
    put(out, "kind", recorded.kind());
    put(out, "binds", recorded.binds());
    put(out, "advice", recorded.advice());
  }
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

json::object write_mapped_case(const v1::Case& shown, const v1::CaseFile& file, const Entries& entries) {
  const auto counted = review::effective(entries);
  json::array pseudonyms;
  for (const auto& child : shown.children()) {
    if (!child.pseudonym().empty()) pseudonyms.push_back(json::string(child.pseudonym()));
  }
  json::array proceedings;
  for (const auto& one : shown.proceedings()) proceedings.push_back(write_proceedings(one, file, counted));
  json::array orders;
  for (const auto& one : shown.court_orders()) orders.push_back(write_order(one, counted));
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
  return out;
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
