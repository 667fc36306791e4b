#include <fmt/format.h>

#include "libreview/registers/webhook_events.hpp"
#include "libreview/registers/webhooks.hpp"
#include "reviewd/api/openapi/openapi_schemas.hpp"
#include "reviewd/api/openapi/openapi_shapes.hpp"

namespace reviewd::openapi {
namespace {

namespace json = boost::json;

json::object id(std::string_view says) { return text_like(says, "^[a-z0-9][a-z0-9-]{0,39}$"); }
json::object event_id() {
  return text_like("The id of the event, at every receiver and every try.", "^msg_[a-z2-7]{26}$");
}
json::object secret() {
  return text_like("What its events are signed with (Standard Webhooks). It is shown this once.", "^whsec_");
}

std::vector<Member> webhook_members() {
  return {{"webhook", id("Its id.")},
          {"address", text("Where events go.")},
          {"privateAllowed", yes_or_no("It may stand in a private network.")},
          {"state", one_of("ACTIVE: it is told. DISABLED: what is told waits.", {"ACTIVE", "DISABLED"})},
          {"why",
           one_of("Why it is disabled: by a person, because it said that it is gone, or because nothing got through.",
                  {"person", "gone", "failing"}),
           false},
          {"changed", instant("Since when it is in this state.")},
          {"madeBy", text_like("Who added it.", reference_pattern)},
          {"made", instant("When it was added.")},
          {"failingSince", instant("Since when nothing gets through; absent while it does."), false},
          {"waiting", whole_number("How many events wait for it.")}};
}

std::vector<Member> wish_members() {
  return {{"address", text("Where events go: https://, and a public host.")},
          {"privateAllowed",
           yes_or_no("True: it stands in a private network. Only where the configuration allows that."), false}};
}

json::object event_of(std::string_view says, std::string_view type, std::string_view data) {
  const auto fixed = [](std::string_view value) { return json::object{{"type", "string"}, {"const", value}}; };
  auto event = object_of(says, {{"specversion", fixed("1.0")},
                                {"id", event_id()},
                                {"source", text("The address of the service.")},
                                {"type", fixed(type)},
                                {"subject", text("What it is about, as a resource of this service.")},
                                {"time", instant("When it was told.")},
                                {"datacontenttype", fixed("application/json")},
                                {"dataschema", text("The address of the schema of its data."), false},
                                {"data", schema_ref(data)}});
  event.erase("additionalProperties");
  return event;
}

json::object header(std::string_view name, std::string_view says) {
  return {{"name", name},
          {"in", "header"},
          {"required", true},
          {"description", says},
          {"schema", json::object{{"type", "string"}}}};
}

json::object webhook(std::string_view operation, std::string_view summary, std::string_view schema) {
  return {{"post",
           json::object{
               {"operationId", operation},
               {"summary", summary},
               {"description",
                "Sent to every webhook that is active, at least once: again after an answer that is not 2xx, over "
                "three days. 410 ends it. Check the signature, and take each webhook-id once (Standard Webhooks)."},
               {"tags", json::array{"Access"}},
               {"security", json::array()},
               {"parameters", json::array{header("webhook-id", "The id of the event."),
                                          header("webhook-timestamp", "Of this try, in seconds of Unix time."),
                                          header("webhook-signature",
                                                 "v1, and the HMAC-SHA-256 over id, timestamp and body, in "
                                                 "base64; one for each secret, with blanks between.")}},
               {"requestBody", json::object{{"required", true},
                                            {"content", json::object{{"application/cloudevents+json",
                                                                      json::object{{"schema", schema_ref(schema)}}}}}}},
               {"responses", json::object{{"2XX", json::object{{"description", "It was taken."}}},
                                          {"410", json::object{{"description", "No event is wanted any more."}}},
                                          {"429", json::object{{"description", "Later: Retry-After is heeded."}}}}}}}};
}

}  // namespace

void add_webhook_schemas(json::object& schemas) {
  schemas["WebhookWish"] = object_of("A program that is to be told of alerts.", wish_members());
  auto proposal = wish_members();
  proposal.push_back({"reason", text("Why.")});
  schemas["WebhookProposal"] = object_of("The same, which another person must approve.", std::move(proposal));
  schemas["Webhook"] = object_of("A program that is told of alerts.", webhook_members());
  auto made = webhook_members();
  made.push_back({"secret", secret()});
  schemas["MadeWebhook"] = object_of("The same, with a new secret.", std::move(made));
  schemas["WebhookList"] = object_of("All of them.", {{"webhooks", list("Oldest first.", schema_ref("Webhook"))},
                                                      {"nextPageToken", text("Always empty: there is one page.")}});
  schemas["WebhookDelivery"] =
      object_of("One event on its way to one webhook.",
                {{"delivery", id("Its number.")},
                 {"event", event_id()},
                 {"type", text("The type of the event.")},
                 {"state", one_of("How it stands.", {"WAITING", "DELIVERED", "FAILED"})},
                 {"queued", instant("When it was put down, or was asked for again.")},
                 {"tries", whole_number("How often it was tried since then.")},
                 {"nextTry", instant("When it is tried next; while it waits."), false},
                 {"lastTry", instant("When it was last tried."), false},
                 {"lastStatus", whole_number("The status of the last answer; absent where there was none."), false},
                 {"lastError", text("Why the last try failed, in a word."), false},
                 {"delivered", instant("When it was taken."), false}});
  schemas["WebhookDeliveryList"] =
      object_of("One page.", {{"deliveries", list("Newest first.", schema_ref("WebhookDelivery"))},
                              {"nextPageToken", text("Of the next page; empty at the end.")}});
  schemas["AlertTold"] = object_of(
      "Something is due soon, or late. It names things and says nothing of them: ask with rights of your own.",
      {{"case", id("Of which case; absent where it is of none."), false},
       {"programme", id("Of which programme; absent where it is of none."), false},
       {"clock", text("The clock, or what a case is watched for; its subject as a digest, the same each time.")},
       {"step", text("How far it is: before-5, due, overdue, chase, escalate, again-1 and so on.")},
       {"dueOn", day("The day that it is about.")},
       {"link", text("The page of the case.")},
       {"key", text("The same for the same alert, at every receiver.")}});
  schemas["WebhookTested"] = object_of("Somebody wanted to see whether events arrive.",
                                       {{"webhook", id("The webhook.")}, {"key", text("Of this test alone.")}});
  schemas["AlertToldEvent"] =
      event_of("An alert was told: CloudEvents 1.0 in JSON.", review::alert_told_type, "AlertTold");
  schemas["WebhookTestedEvent"] =
      event_of("A webhook was tested: CloudEvents 1.0 in JSON.", review::webhook_tested_type, "WebhookTested");
}

json::object webhooks() {
  return {
      {std::string(review::alert_told_type), webhook("alertTold", "Something is due soon, or late", "AlertToldEvent")},
      {std::string(review::webhook_tested_type),
       webhook("webhookTested", "Somebody wanted to see whether events arrive", "WebhookTestedEvent")}};
}

}  // namespace reviewd::openapi
