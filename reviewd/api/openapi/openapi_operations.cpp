#include "reviewd/api/openapi/openapi_operations.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <set>
#include <string>

#include "reviewd/api/endpoint.hpp"
#include "reviewd/api/openapi/openapi_examples.hpp"
#include "reviewd/api/openapi/openapi_parameters.hpp"
#include "reviewd/api/openapi/openapi_problems.hpp"
#include "reviewd/api/openapi/openapi_shapes.hpp"
#include "reviewd/documents/file_type.hpp"

namespace reviewd::openapi {
namespace {

namespace json = boost::json;

struct Tag {
  std::string_view name;
  std::string_view says;
  std::vector<std::string_view> prefixes;  ///< of the addresses that it holds
};

const std::vector<Tag>& tag_table() {
  static const std::vector<Tag> rows = {
      {"Cases",
       "Cases, their entries and their clocks.",
       {"/v1/cases", "/v1/overview", "/v1/worklist", "/v1/askedViews", "/v1/savedViews", "/v1/publications",
        "/v1/chronologyTables"}},
      {"Programmes",
       "Audits, improvement plans, surveys and yearly reports, with entries and clocks as cases have.",
       {"/v1/programmes"}},
      {"Learning",
       "What was found, recommended, done and shared over all records, and whether it made a difference.",
       {"/v1/findings", "/v1/recommendations", "/v1/actions", "/v1/themes", "/v1/products"}},
      {"Meetings", "Meetings of the panel, and what is recorded in them.", {"/v1/meetings"}},
      {"Agencies", "Who is asked, and what reaches the coordinators.", {"/v1/agencies", "/v1/returnAlerts"}},
      {"Law", "The rules in force and the holidays.", {"/v1/law", "/v1/calendars"}},
      {"Store", "The log, its file and its views.", {"/v1/journal", "/v1/store", "/v1/views"}},
      {"Transfer", "Everything out, and back in.", {"/v1/export", "/v1/import", "/v1/past"}},
      {"Drafts", "What somebody began to write and has not recorded.", {"/v1/drafts"}},
      {"Access",
       "Tokens, people who sign in, and programs that are told of alerts.",
       {"/v1/tokens", "/v1/accounts", "/v1/people", "/v1/webhooks"}},
      {"Administration",
       "What needs a second person, and what the partnership settles.",
       {"/v1/approvals", "/v1/settings", "/v1/partnership"}},
      {"Scrutiny",
       "Challenges, their answers, and the statement for the yearly report.",
       {"/v1/challenges", "/v1/scrutiny"}},
      {"Figures", "The figures of the yearly report.", {"/v1/figures"}},
      {"Practice", "The day of a practice store.", {"/v1/practice"}},
      {"Service", "What needs no token, and what has no group of its own.", {}},
  };
  return rows;
}

std::string_view tag_of(std::string_view pattern) {
  for (const auto& tag : tag_table()) {
    for (const auto prefix : tag.prefixes) {
      if (pattern.starts_with(prefix)) return tag.name;
    }
  }
  return tag_table().back().name;
}

std::string lower(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

json::object content(std::string_view schema) {
  if (schema == "DocumentContent") {
    json::object all;
    for (const auto& type : file_types()) all[type.media_type] = json::object{{"schema", schema_ref(schema)}};
    return all;
  }
  const std::string_view type =
      schema == "Ndjson" || schema == "CaseExport"                                     ? "application/x-ndjson"
      : schema == "DocumentForm" || schema == "PastForm" || schema == "ChronologyForm" ? "multipart/form-data"
      : schema == "Csv"                                                                ? "text/csv"
      : schema == "PublicationBundle"                                                  ? "application/zip"
      : schema == "Spreadsheet"      ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
      : schema == "Paper"            ? "application/vnd.oasis.opendocument.text"
      : schema == "PaperAsPdf"       ? "application/pdf"
      : schema == "PublicationsPage" ? "text/html"
                                     : "application/json";
  return {{std::string(type), json::object{{"schema", schema_ref(schema)}}}};
}

bool carries_version(const Endpoint& endpoint) {
  static const std::set<std::string_view> versioned{
      "Case",    "Entry",        "EntryList",        "Programme",      "ProgrammeEntry", "ProgrammeEntryList",
      "Meeting", "MeetingEntry", "MeetingEntryList", "ProceedingsMap", "Chronology"};
  return versioned.contains(endpoint.gives) || endpoint.takes == "DocumentForm";
}

/// An entry that is given may be one of which the content is hidden.
std::string_view shown_schema(std::string_view gives) {
  if (gives == "Entry") return "ShownEntry";
  return gives == "ProgrammeEntry" ? "ShownProgrammeEntry" : gives;
}

std::string_view preview_schema(std::string_view takes) {
  if (takes == "MeetingEntry") return "MeetingPreview";
  return takes == "ProgrammeEntry" ? "ProgrammePreview" : "Preview";
}

json::object success(const Endpoint& endpoint) {
  auto headers = usual_headers();
  if (carries_version(endpoint)) headers["ETag"] = header_ref("Version");
  if (endpoint.status == 201) headers["Location"] = header_ref("Location");
  return {{"description", endpoint.status == 201 ? "It was made." : "The answer."},
          {"headers", std::move(headers)},
          {"content", content(shown_schema(endpoint.gives))}};
}

json::object preview(const Endpoint& endpoint) {
  return {{"description", "With validateOnly: what would change. Nothing was stored."},
          {"headers", usual_headers()},
          {"content", content(preview_schema(endpoint.takes))}};
}

json::object import_refused() {
  return {{"description", "At least one line cannot be taken. Nothing was stored."},
          {"headers", usual_headers()},
          {"content", content("ImportReport")}};
}

json::object responses(const Endpoint& endpoint) {
  json::object out{{std::to_string(endpoint.status), success(endpoint)}};
  if (takes_entry(endpoint) && endpoint.takes != "DocumentForm") out["200"] = preview(endpoint);
  if (endpoint.gives == "ImportReport") out["409"] = import_refused();
  for (const auto& [status, problem] : problems_of(endpoint)) out[status] = problem;
  return out;
}

json::object request_body(const Endpoint& endpoint) {
  json::object body{{"required", endpoint.takes != "VerifyWish" && endpoint.takes != "ResetWish"},
                    {"content", content(endpoint.takes)}};
  if (auto examples = examples_of(endpoint); !examples.empty()) {
    body["content"].as_object().begin()->value().as_object()["examples"] = std::move(examples);
  }
  return body;
}

json::array roles_of(const Endpoint& endpoint) {
  json::array names;
  for (const auto role : review::roles()) {
    const bool allowed =
        endpoint.rights.empty() || std::any_of(endpoint.rights.begin(), endpoint.rights.end(),
                                               [&](review::Right right) { return review::may(role, right); });
    if (allowed) names.push_back(json::string(review::role_name(role)));
  }
  return names;
}

json::object operation(const Endpoint& endpoint) {
  json::object out{{"operationId", endpoint.name},
                   {"summary", endpoint.summary},
                   {"tags", json::array{json::string(tag_of(endpoint.pattern))}},
                   {"x-roles", roles_of(endpoint)}};
  if (auto parameters = parameters_of(endpoint); !parameters.empty()) out["parameters"] = std::move(parameters);
  if (!endpoint.takes.empty()) out["requestBody"] = request_body(endpoint);
  out["responses"] = responses(endpoint);
  return out;
}

struct OpenRoute {
  std::string_view pattern;
  std::string_view name;
  std::string_view summary;
  std::string_view type;
};

constexpr std::array<OpenRoute, 4> open_routes = {{
    {"/healthz", "getHealth", "Whether the service is alive", "text/plain"},
    {"/readyz", "getReadiness", "Whether the service is ready to write", "text/plain"},
    {"/metrics", "getMetrics", "Measurements as Prometheus text", "text/plain"},
    {"/openapi.json", "getOpenApi", "This document", "application/json"},
}};

json::object plain_answer(std::string_view says, std::string_view type) {
  json::object schema{{"type", type == "application/json" ? "object" : "string"}};
  return {{"description", says},
          {"headers", usual_headers()},
          {"content", json::object{{std::string(type), json::object{{"schema", std::move(schema)}}}}}};
}

json::object open_operation(const OpenRoute& route) {
  json::object answers{{"200", plain_answer("The answer.", route.type)}};
  if (route.name == "getReadiness")
    answers["503"] = plain_answer("The store failed, or its disk is full: reading only.", route.type);
  for (const auto& [status, problem] : problems_of_open_route()) answers[status] = problem;
  return {{"operationId", route.name},
          {"summary", route.summary},
          {"tags", json::array{json::string(tag_of(route.pattern))}},
          {"security", json::array()},
          {"responses", std::move(answers)}};
}

}  // namespace

json::object paths() {
  json::object out;
  for (const auto& endpoint : endpoints()) {
    auto& item = out[endpoint.pattern];
    if (!item.is_object()) item = json::object();
    item.get_object()[lower(endpoint.method)] = operation(endpoint);
  }
  for (const auto& route : open_routes) {
    out[std::string(route.pattern)] = json::object{{"get", open_operation(route)}};
  }
  return out;
}

json::array tags() {
  json::array out;
  for (const auto& tag : tag_table()) out.push_back(json::object{{"name", tag.name}, {"description", tag.says}});
  return out;
}

}  // namespace reviewd::openapi
