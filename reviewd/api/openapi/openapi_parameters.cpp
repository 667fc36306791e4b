#include "reviewd/api/openapi/openapi_parameters.hpp"

#include <fmt/format.h>

#include <stdexcept>
#include <string>

#include "libreview/views/action_rows.hpp"
#include "libreview/views/conditions.hpp"
#include "libreview/views/product_rows.hpp"
#include "reviewd/api/once.hpp"
#include "reviewd/api/openapi/openapi_shapes.hpp"

namespace reviewd::openapi {
namespace {

namespace json = boost::json;

json::object parameter(std::string_view in, std::string_view name, std::string_view says, json::object schema) {
  schema.erase("description");
  return {{"name", name}, {"in", in}, {"description", says}, {"schema", std::move(schema)}};
}

json::object part_of_path(const std::string& name) {
  json::object out;
  if (name == "clock") {
    out = parameter("path", name, "The clock, for example rapid-review or agency-return:police.",
                    text_like("", "^[a-z0-9][a-z0-9:-]*$"));
  } else if (name == "letter") {
    out = parameter("path", name, "The letter, for example rapid-review or agency-request-police.",
                    text_like("", "^[a-z0-9][a-z0-9-]{0,79}$"));
  } else {
    out = parameter("path", name, fmt::format("The {}, without its collection.", name),
                    text_like("", "^[a-z0-9][a-z0-9-]{0,39}$"));
  }
  out["required"] = true;
  return out;
}

bool lists_clocks(const Endpoint& endpoint) { return endpoint.pattern.find("/clocks") != std::string::npos; }
bool lists_meetings(const Endpoint& endpoint) { return endpoint.gives == "MeetingList"; }
bool lists_findings(const Endpoint& endpoint) { return endpoint.pattern.starts_with("/v1/findings"); }
bool is_of_programmes(const Endpoint& endpoint) { return endpoint.pattern.starts_with("/v1/programmes"); }
bool lists_publications(const Endpoint& endpoint) { return endpoint.pattern.starts_with("/v1/publications"); }

bool lists_actions(const Endpoint& endpoint) { return endpoint.pattern.starts_with("/v1/actions"); }
bool lists_recommendations(const Endpoint& endpoint) { return endpoint.pattern.starts_with("/v1/recommendations"); }

bool asks_evidence(const Endpoint& endpoint) { return endpoint.gives == "RecommendationEvidence"; }

bool lists_products(const Endpoint& endpoint) { return endpoint.pattern.starts_with("/v1/products"); }

std::string fields_of(const Endpoint& endpoint) {
  if (lists_products(endpoint)) return fmt::format("{}", fmt::join(review::product_fields(), ", "));
  if (lists_findings(endpoint)) return "case, source, theme, foundOn";
  if (lists_actions(endpoint)) return fmt::format("{}", fmt::join(review::action_fields(), ", "));
  if (lists_recommendations(endpoint)) return fmt::format("{}", fmt::join(review::recommendation_fields(), ", "));
  if (lists_publications(endpoint)) return "case, form, publishedOn, takenDown";
  std::string fields;
  const std::string_view sort = is_of_programmes(endpoint) ? "programme" : "case";
  for (const auto& column : lists_clocks(endpoint)     ? review::clock_columns_of(sort)
                            : lists_meetings(endpoint) ? review::meeting_columns()
                                                       : review::columns_of(sort)) {
    fields += fmt::format("{}{}", fields.empty() ? "" : ", ", column.field);
  }
  return fields;
}

/// What clocks are narrowed to besides their fields.
constexpr std::string_view besides_of_clocks =
    "; person, who belongs to the case today in whatever role (= only); daysLate, the working days that an overdue "
    "clock is late (= < <= > >=). A clock that ends with :* stands for that clock and all with a subject, such as "
    "agency-return:*";

json::object filter(const Endpoint& endpoint) {
  auto out = parameter("query", "filter",
                       fmt::format("Conditions joined by AND. A condition is a field, one of = != < <= > >=, and a "
                                   "value, bare or in double quotes. Fields: {}.",
                                   fields_of(endpoint) + std::string(lists_clocks(endpoint) ? besides_of_clocks : "")),
                       text(""));
  out["example"] = lists_findings(endpoint)          ? R"(theme=information-sharing AND source=TABLETOP_REVIEW)"
                   : lists_products(endpoint)        ? R"(sort=SEVEN_MINUTE_BRIEFING AND theme=babies)"
                   : lists_actions(endpoint)         ? R"(overdue=true AND owner=city-hospital)"
                   : lists_recommendations(endpoint) ? R"(kind=NATIONAL AND state=AWAITED)"
                   : lists_publications(endpoint)    ? R"(takenDown=false AND publishedOn>="2026-01-01")"
                   : lists_clocks(endpoint)          ? R"(state="OVERDUE" AND owedBy=US)"
                   : is_of_programmes(endpoint)      ? R"(sort="MULTI_AGENCY_AUDIT" AND openedOn>="2026-01-01")"
                   : lists_meetings(endpoint)        ? R"(state="CALLED" AND heldOn>="2026-01-01")"
                                                     : R"(stage="RAPID_REVIEW" AND openedOn>="2026-01-01")";
  return out;
}

json::object order(const Endpoint& endpoint) {
  if (endpoint.gives == "EntryList" || endpoint.gives == "ProgrammeEntryList") {
    return parameter("query", "orderBy", "recordedTime, which is meant if absent, or recordedTime desc.",
                     one_of("", {"recordedTime", "recordedTime desc"}));
  }
  auto out = parameter("query", "orderBy",
                       fmt::format("A field, or a field and desc. {} if absent. Fields: {}.",
                                   lists_clocks(endpoint)       ? "dueOn"
                                   : lists_meetings(endpoint)   ? "heldOn"
                                   : is_of_programmes(endpoint) ? "programme"
                                                                : "case",
                                   fields_of(endpoint)),
                       text(""));
  out["example"] = lists_clocks(endpoint) ? "dueOn" : lists_meetings(endpoint) ? "heldOn desc" : "openedOn desc";
  return out;
}

json::object yes_or_no_parameter(std::string_view name, std::string_view says) {
  auto schema = yes_or_no("");
  schema["default"] = false;
  return parameter("query", name, says, std::move(schema));
}

json::object query_parameter(const Endpoint& endpoint, const std::string& name) {
  if (name == "filter") return filter(endpoint);
  if (name == "orderBy") return order(endpoint);
  if (name == "pageSize" && endpoint.gives == "Overview") {
    return parameter("query", name,
                     "How many at most: 0 means 50, more than 200 means 200. Without it and without a page token, all "
                     "are given at once, up to 1,000.",
                     json::object{{"type", "integer"}, {"minimum", 0}});
  }
  if (name == "pageSize") {
    return parameter("query", name, "How many at most: 0 means 50, more than 200 means 200.",
                     json::object{{"type", "integer"}, {"minimum", 0}, {"default", 50}});
  }
  if (name == "pageToken") {
    return parameter("query", name, "The nextPageToken of the page before, with the same filter and order.", text(""));
  }
  if (name == "skip") {
    return parameter("query", name, "How many to leave out before the first page.",
                     json::object{{"type", "integer"}, {"minimum", 0}, {"default", 0}});
  }
  if (name == "kinds") {
    return parameter("query", name, "Only entries of these kinds, with commas between them.",
                     text_like("", "^[a-zA-Z]+(,[a-zA-Z]+)*$"));
  }
  if (name == "asAt") {
    return parameter("query", name,
                     "As it stood at the end of this London day: what had been recorded by then, read with that day "
                     "as today. Not after today.",
                     day(""));
  }
  if (name == "validateOnly") {
    return yes_or_no_parameter(name, "Check everything, answer 200 with what would change, and store nothing.");
  }
  if (name == "agency" && endpoint.name == "getCaseAuditForms") {
    return parameter("query", name, "Only the form of this agency or body; of each that is asked if absent.",
                     text_like("", body_pattern));
  }
  if (name == "agency") {
    return parameter("query", name, "Only what this agency told, and what concerns it.",
                     text_like("", reference_pattern));
  }
  if (name == "gapDays") {
    return parameter("query", name, "A longer time is told as a gap; the partnership's choice if absent.",
                     json::object{{"type", "integer"}, {"minimum", 1}, {"maximum", 40000}});
  }
  if (name == "on") return parameter("query", name, "The day; the planned one if absent.", day(""));
  if (lists_actions(endpoint)) {
    auto given = name == "monitoredBy" ? text_like("", "^[A-Z][A-Z0-9_]*$") : day("");
    auto out = parameter("query", name,
                         name == "from" ? "The first day of the round."
                         : name == "to" ? "The last day of the round."
                         : name == "asOf"
                             ? "The day as at which it is told, such as the day it was held; if absent, its last day, "
                               "or today while it goes on."
                             : "Only what this group of the partnership watches over; all if absent.",
                         std::move(given));
    if (name == "from" || name == "to") out["required"] = true;
    return out;
  }
  if (endpoint.pattern.starts_with("/v1/figures")) {
    if (name == "from") {
      return parameter("query", name, "The first day of the period; of the last year that is over, if absent.",
                       day(""));
    }
    if (name == "to") {
      return parameter("query", name, "The last day of the period; of the last year that is over, if absent.", day(""));
    }
    if (name == "published") {
      return yes_or_no_parameter(name,
                                 "As it may be published: without small numbers, and without what would tell them, "
                                 "such as the columns of children by the route of their case.");
    }
    if (name == "besides") {
      return parameter("query", name,
                       "The days as at which figures of the same period were published before, with commas between "
                       "them: what they tell is minded.",
                       text_like("", "^[0-9]{4}-[0-9]{2}-[0-9]{2}(,[0-9]{4}-[0-9]{2}-[0-9]{2})*$"));
    }
  }
  if (name == "by") {
    return parameter(
        "query", name,
        "Into which periods time is cut; quarters where everything was found within two years, else years, "
        "if absent.",
        one_of("", {"YEARS", "QUARTERS"}));
  }
  if (asks_evidence(endpoint)) {
    auto out =
        parameter("query", name, name == "case" ? "The case or programme in which it was made." : "The recommendation.",
                  text_like("", reference_pattern));
    out["required"] = true;
    return out;
  }
  if (name == "from") return parameter("query", name, "From this instant on.", instant(""));
  if (name == "until") return parameter("query", name, "Up to this instant, not including it.", instant(""));
  if (name == "case") return parameter("query", name, "Only of this case.", text_like("", reference_pattern));
  if (name == "programme") return parameter("query", name, "Only of this programme.", text_like("", reference_pattern));
  if (name == "step") {
    return parameter("query", name, "Only those of this step, for example moved. One that there is not is refused.",
                     text_like("", "^[a-z]+(-[0-9]+)?$"));
  }
  if (name == "settled") {
    return yes_or_no_parameter(name, "Also those that were settled, and those that whoever asks put off.");
  }
  if (name == "live") return yes_or_no_parameter(name, "Only those that are not lifted.");
  if (name == "overdue") return yes_or_no_parameter(name, "Only those to be looked at by a day that is over.");
  if (name == "since") return parameter("query", name, "Only those that were placed on this day or later.", day(""));
  if (name == "why") {
    return parameter("query", name, "Only those that hang on proceedings of this kind, for example CRIMINAL.",
                     text_like("", "^[A-Z_]+$"));
  }
  if (name == "waiting") return yes_or_no_parameter(name, "Only those that nobody has looked at yet.");
  if (name == "approval") {
    return parameter("query", name, "The approval to use; the newest that can be used if absent.",
                     text_like("", reference_pattern));
  }
  if (name == "dryRun") return yes_or_no_parameter(name, "Check every line and store nothing.");
  throw std::logic_error("the query parameter " + name + " of " + endpoint.name + " is described nowhere");
}

json::object if_match() {
  return parameter("header", "If-Match",
                   "The case's version that was read, as ETag gives it. A decision, and an entry with despite, needs "
                   "it; * will not do for these.",
                   text_like("", R"(^(\*|"[0-9]+")$)"));
}

json::object idempotency_key(std::string_view says) {
  auto schema = text_like("", "^[!-~]{1,255}$");
  schema["maxLength"] = 255;
  return parameter("header", "Idempotency-Key", says, std::move(schema));
}

constexpr std::string_view key_of_entry =
    "Makes it safe to send the request again: for 30 days the same key with the same request gives the answer of the "
    "first time and stores nothing.";
constexpr std::string_view key_of_making =
    "Makes it safe to send the request again: for 30 days the same key with the same request makes nothing more. It "
    "gives what there is now of what was made; where the first answer showed a secret, which is kept nowhere, 409 with "
    "already-recorded and the name of what was made.";

json::object header(std::string_view says, json::object schema) {
  schema.erase("description");
  return {{"description", says}, {"schema", std::move(schema)}};
}

}  // namespace

json::array parameters_of(const Endpoint& endpoint) {
  json::array out;
  const std::string& pattern = endpoint.pattern;
  for (auto from = pattern.find('{'); from != std::string::npos; from = pattern.find('{', from + 1)) {
    out.push_back(part_of_path(pattern.substr(from + 1, pattern.find('}', from) - from - 1)));
  }
  const bool in_a_case = !out.empty();
  for (const auto& name : endpoint.query) out.push_back(query_parameter(endpoint, name));
  if (takes_entry(endpoint)) {
    if (in_a_case) out.push_back(if_match());
    out.push_back(idempotency_key(key_of_entry));
  }
  if (makes_something(endpoint)) out.push_back(idempotency_key(key_of_making));
  return out;
}

json::object answer_headers() {
  auto location =
      header("The address of what was made.", json::object{{"type", "string"}, {"format", "uri-reference"}});
  location["required"] = true;
  return {
      {"RequestId",
       header("Names the request in the log. Quote it when asking for help.", text_like("", "^[0-9a-f]{16}$"))},
      {"Version", header("The case's version in quotes, for If-Match. Absent where asAt is given.",
                         text_like("", "^\"[0-9]+\"$"))},
      {"Location", std::move(location)},
      {"Allow", header("With 405 only: the methods that the address takes.", text(""))},
      {"CacheControl", header("No answer is to be kept.", json::object{{"type", "string"}, {"const", "no-store"}})},
      {"RetryAfter", header("Seconds to wait before asking again.", json::object{{"type", "integer"}, {"minimum", 0}})},
      {"WwwAuthenticate", header("How to sign in.", text(""))}};
}

json::object header_ref(std::string_view name) { return {{"$ref", "#/components/headers/" + std::string(name)}}; }

json::object usual_headers() {
  return {{"X-Request-Id", header_ref("RequestId")}, {"Cache-Control", header_ref("CacheControl")}};
}

}  // namespace reviewd::openapi
