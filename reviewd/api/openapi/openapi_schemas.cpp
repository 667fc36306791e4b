#include "reviewd/api/openapi/openapi_schemas.hpp"

#include <boost/json/array.hpp>

#include "review/v1/case.pb.h"
#include "review/v1/clock.pb.h"
#include "review/v1/entries.pb.h"
#include "reviewd/api/endpoint.hpp"
#include "reviewd/api/openapi/openapi_messages.hpp"
#include "reviewd/api/openapi/openapi_problems.hpp"
#include "reviewd/api/openapi/openapi_shapes.hpp"

namespace reviewd::openapi {
namespace {

namespace json = boost::json;
namespace pb = google::protobuf;

/// A page of a list: `{"cases": […], "nextPageToken": ""}`.
json::object page_of(std::string_view member, std::string_view item) {
  return object_of("One page.", {{std::string(member), list("In the order asked for.", schema_ref(item))},
                                 {"nextPageToken", text("The page that follows; empty at the end.")}});
}

/// An entry whose content is hidden from the reader still says that it is there and of which kind it is.
json::object hidden_entry() {
  json::object hidden{
      {"type", "object"},
      {"description",
       "An entry whose content is hidden, because it was withdrawn as being about another case or "
       "person. Its kind is there, and nothing in it."},
      {"properties", json::object{{"entry", text_like("The entry.", reference_pattern)},
                                  {"case", text_like("The case.", reference_pattern)},
                                  {"recordedTime", instant("When it was recorded.")},
                                  {"recordedBy", text_like("Who recorded it.", reference_pattern)},
                                  {"caseVersion", whole_number("The case's version after it.")},
                                  {"correctedBy", text_like("The entry that corrects it.", reference_pattern)},
                                  {"withdrawnBy", text_like("The entry that withdraws it.", reference_pattern)},
                                  {"hidden", json::object{{"type", "boolean"}, {"const", true}}}}}};
  hidden["required"] = json::array{"entry", "case", "recordedTime", "recordedBy", "hidden"};
  hidden["additionalProperties"] =
      json::object{{"type", "object"}, {"maxProperties", 0}, {"description", "The kind, emptied."}};
  return hidden;
}

/// What endpoints take or give, where it is a message of the vocabulary.
void add_named_message(json::object& schemas, const std::string& name, Travels travels) {
  const auto* message = pb::DescriptorPool::generated_pool()->FindMessageTypeByName("review.v1." + name);
  if (message != nullptr) add_message(schemas, *message, travels);
}

void add_messages(json::object& schemas) {
  for (const auto& endpoint : endpoints()) add_named_message(schemas, endpoint.takes, Travels::both_ways);
  for (const auto& endpoint : endpoints()) add_named_message(schemas, endpoint.gives, Travels::outwards);
  add_message(schemas, *review::v1::ClockChange::descriptor(), Travels::outwards);
}

}  // namespace

json::object schemas() {
  json::object all;
  add_messages(all);
  all["HiddenEntry"] = hidden_entry();
  all["ShownEntry"] =
      json::object{{"description",
                    "An entry as a reader gets it. A field that was erased is absent, also where a request needs it."},
                   {"anyOf", json::array{schema_ref("Entry"), schema_ref("HiddenEntry")}}};
  all["CaseList"] = page_of("cases", "Case");
  all["EntryList"] =
      object_of("One page.", {{"entries", list("In the order asked for.", schema_ref("ShownEntry"))},
                              {"totalSize", whole_number("How many there are on all pages, for this reader.")},
                              {"nextPageToken", text("The page that follows; empty at the end.")}});
  all["ClockList"] = page_of("clocks", "Clock");
  all["DocumentList"] = page_of("documents", "Document");
  all["Preview"] =
      object_of("What an entry would do. Nothing is stored.",
                {{"entry", schema_ref("Entry", "The entry as it would stand.")},
                 {"case", schema_ref("Case", "The case after it. Its reference is empty where the entry opens it.")},
                 {"clocks", list("What would change, clock by clock. A clock that the entry starts names no entry yet.",
                                 schema_ref("ClockChange"))},
                 {"advice",
                  list("What is asked of the words of a recommendation or an action. It refuses nothing.",
                       object_of("One question that the words leave open.",
                                 {{"prompt", text("Its id in the law.")},
                                  {"question", text("The question.")},
                                  {"says", text("What would answer it.")},
                                  {"found", text("The words that say no act, as they stand."), false}})),
                  false}});
  add_meeting_schemas(all);
  add_programme_schemas(all);
  all["Law"] = law_schema();
  all["Calendar"] = calendar_schema();
  add_store_schemas(all);
  add_access_schemas(all);
  add_seen_schemas(all);
  add_document_schemas(all);
  add_find_schemas(all);
  add_earlier_schemas(all);
  add_draft_schemas(all);
  add_contact_schemas(all);
  add_alert_schemas(all);
  add_notice_schemas(all);
  add_webhook_schemas(all);
  add_publication_schemas(all);
  add_proceedings_schemas(all);
  add_rehearsal_schemas(all);
  add_embargo_schemas(all);
  add_learning_schemas(all);
  add_action_schemas(all);
  add_figure_schemas(all);
  add_audit_schemas(all);
  add_product_schemas(all);
  add_administration_schemas(all);
  add_two_people_schemas(all);
  add_past_schemas(all);
  add_evidence_schemas(all);
  add_letter_schemas(all);
  add_chronology_schemas(all);
  all["Problem"] = problem_schema();
  return all;
}

}  // namespace reviewd::openapi
