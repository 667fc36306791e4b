#include "reviewd/delivery/cloud_event.hpp"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "libreview/vocabulary/record_name.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

bool is_test(const review::WebhookEvent& event) { return event.type == review::webhook_tested_type; }
bool is_of_record(const review::WebhookEvent& event) { return review::has_members(event.record); }

/// A clock with a subject is no resource that the receiver could name.
std::string subject_of(const review::WebhookEvent& event) {
  const bool has_page = is_of_record(event) && event.clock.find(':') == std::string::npos;
  return has_page ? event.record + "/clocks/" + event.clock : event.record;
}

json::object data_of(const review::WebhookEvent& event, const std::string& address) {
  if (is_test(event)) return {{"webhook", event.record.substr(event.record.find('/') + 1)}, {"key", event.dedupe}};
  json::object data;
  if (is_of_record(event))
    data[review::sort_of(review::reference_of(event.record)).name] = review::reference_of(event.record);
  data["clock"] = event.clock;
  data["step"] = event.step;
  data["dueOn"] = event.due_on;
  data["link"] = address + "/" + (is_of_record(event) ? event.record : std::string("reminders"));
  data["key"] = event.dedupe;
  return data;
}

}  // namespace

std::string cloud_event(const review::WebhookEvent& event, const std::string& address) {
  json::object out{{"specversion", "1.0"},
                   {"id", event.event},
                   {"source", address.empty() ? std::string("/") : address},
                   {"type", event.type},
                   {"subject", subject_of(event)},
                   {"time", event.time},
                   {"datacontenttype", "application/json"}};
  if (!address.empty()) {
    out["dataschema"] =
        address + "/openapi.json#/components/schemas/" + (is_test(event) ? "WebhookTested" : "AlertTold");
  }
  out["data"] = data_of(event, address);
  return json::serialize(out);
}

}  // namespace reviewd
