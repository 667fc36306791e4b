#include "reviewd/api/openapi/openapi_problems.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <map>
#include <set>
#include <vector>

#include "libreview/base/refusal.hpp"
#include "reviewd/api/once.hpp"
#include "reviewd/api/openapi/openapi_parameters.hpp"
#include "reviewd/api/openapi/openapi_shapes.hpp"
#include "reviewd/api/two_people_table.hpp"
#include "reviewd/http/fault.hpp"

namespace reviewd::openapi {
namespace {

namespace json = boost::json;

struct Row {
  std::string_view code;
  int status;
  std::string_view title;
  bool overridable;
};

/// Both tables as one, each code once, by status.
const std::vector<Row>& rows() {
  static const std::vector<Row> all = [] {
    std::vector<Row> found;
    for (const auto& row : review::code_table()) found.push_back({row.name, row.status, row.title, row.overridable});
    for (int i = 0; i <= static_cast<int>(Fault::version_unknown); ++i) {
      const auto& row = fault_row(static_cast<Fault>(i));
      if (review::find_code(row.code) == nullptr) found.push_back({row.code, row.status, row.title, false});
    }
    std::stable_sort(found.begin(), found.end(), [](const Row& a, const Row& b) { return a.status < b.status; });
    return found;
  }();
  return all;
}

std::string name_of(int status) { return "Refused" + std::to_string(status); }

json::object answer_ref(const std::string& name) { return {{"$ref", "#/components/responses/" + name}}; }

json::array codes_of(int status) {
  json::array codes;
  for (const auto& row : rows()) {
    if (row.status == status) codes.push_back(json::string(row.code));
  }
  return codes;
}

json::object headers_of(int status) {
  auto headers = usual_headers();
  if (status == 401) headers["WWW-Authenticate"] = header_ref("WwwAuthenticate");
  if (status == 429 || status == 503) headers["Retry-After"] = header_ref("RetryAfter");
  return headers;
}

std::string_view says(int status) {
  static const std::map<int, std::string_view> sentences = {
      {400, "The request cannot be read, or does not fit the schema. Every violation is named with its place."},
      {401, "There is no valid token."},
      {403, "The role of the token does not allow it."},
      {404, "There is nothing of this name, or nothing that the reader may see."},
      {409, "A rule refuses it. Nothing was stored."},
      {412, "The case has changed since it was read. Read it again and decide again."},
      {413, "The body is longer than this address takes."},
      {415, "The body is of another media type, or compressed."},
      {422, "The Idempotency-Key was used for another request."},
      {428, "A decision needs If-Match with the version that was decided on."},
      {429, "Too many requests from one address."},
      {503, "The service is busy, or the store can be read but not written. Nothing was stored."},
      {507, "The disk is full. Nothing was stored; reading goes on."},
  };
  const auto found = sentences.find(status);
  if (found != sentences.end()) return found->second;
  const auto row = std::find_if(rows().begin(), rows().end(), [&](const Row& one) { return one.status == status; });
  return row->title;
}

json::object answer(int status) {
  const auto codes = codes_of(status);
  const json::object narrowed{
      {"allOf", json::array{schema_ref("Problem"),
                            json::object{{"properties", json::object{{"status", json::object{{"const", status}}},
                                                                     {"code", json::object{{"enum", codes}}}}}}}}};
  return {{"description", says(status)},
          {"headers", headers_of(status)},
          {"content", json::object{{"application/problem+json", json::object{{"schema", narrowed}}}}},
          {"x-codes", codes}};
}

json::object hold() {
  return object_of("What holds the publication.",
                   {{"kind", one_of("What it is.", {"PROCEEDINGS", "COURT_ORDER", "EMBARGO"})},
                    {"name", text("Its id, with its case where that is another one.")},
                    {"since", text("Since which day.")},
                    {"why", text("Why.")},
                    {"reviewOn", text("The day that it is to be looked at by."), false}});
}

const std::vector<int> open_statuses = {400, 429};

/// The statuses of refusals that an endpoint may answer with.
std::vector<int> statuses_of(const Endpoint& endpoint) {
  const bool reads_only = endpoint.method == "GET";
  const bool records = takes_entry(endpoint);
  const bool makes = makes_something(endpoint);
  const bool in_a_case = endpoint.pattern.find('{') != std::string::npos;
  const bool practice_only = endpoint.gives == "PracticeDay";
  std::vector<int> statuses = {400, 401};
  if (!endpoint.rights.empty() || practice_only) statuses.push_back(403);
  if (in_a_case) statuses.push_back(404);
  if (records || makes || takes_two_people(endpoint.name) || endpoint.takes == "ClosureChange" ||
      endpoint.takes == "BackupWish" || endpoint.takes == "ErasureChoice" || endpoint.takes == "Rehearsal" ||
      endpoint.gives == "DocumentContent" || endpoint.gives == "PublicationBundle" || endpoint.gives == "Ndjson") {
    statuses.push_back(409);
  }
  if (records && in_a_case) statuses.push_back(412);
  if (!reads_only) statuses.insert(statuses.end(), {413, 415});
  if (records || makes) statuses.push_back(422);
  if (records && in_a_case) statuses.push_back(428);
  statuses.insert(statuses.end(), {429, 503});
  if (!reads_only) statuses.push_back(507);
  return statuses;
}

std::set<int> as_set(const std::vector<int>& statuses) { return {statuses.begin(), statuses.end()}; }

json::object references(const std::vector<int>& statuses) {
  json::object out;
  for (const int status : statuses) out[std::to_string(status)] = answer_ref(name_of(status));
  out["default"] = answer_ref("Refused");
  return out;
}

}  // namespace

json::object code_schema(std::string_view sentence) {
  std::vector<std::string_view> names;
  for (const auto& row : rows()) names.push_back(row.code);
  return one_of(sentence, names);
}

json::object violation_schema() {
  return object_of("A fault in one place.",
                   {{"pointer", text("Where: a JSON Pointer (RFC 6901) into the body, or / and the name of a query "
                                     "parameter. Empty for the whole.")},
                    {"message", text("What is wrong there, in a sentence.")}});
}

json::object problem_schema() {
  json::array codes;
  for (const auto& row : rows()) {
    codes.push_back(
        json::object{{"code", row.code}, {"status", row.status}, {"title", row.title}, {"despite", row.overridable}});
  }
  auto type = text("The code as an address.");
  type["format"] = "uri-reference";
  auto status = whole_number("The HTTP status.");
  status["minimum"] = 400;
  status["maximum"] = 599;
  auto problem =
      object_of("Why a request was refused (RFC 9457). It helps to act, and carries no name and no date of birth.",
                {{"type", std::move(type)},
                 {"title", text("The code in plain English.")},
                 {"status", std::move(status)},
                 {"detail", text("What was refused and what to do.")},
                 {"code", code_schema("Which refusal it is, from a closed list.")},
                 {"cites", list("The law or guidance that is the reason.", json::object{{"type", "string"}})},
                 {"violations", list("Each fault with its place.", violation_schema())},
                 {"requestId", text_like("To quote when asking for help.", "^[0-9a-f]{16}$")},
                 {"holds", list("What holds the publication; with publication-held only.", hold()), false}});
  problem.erase("additionalProperties");
  problem["x-codes"] = std::move(codes);
  return problem;
}

json::object problem_responses() {
  auto listed = as_set(open_statuses);
  for (const auto& endpoint : endpoints()) listed.merge(as_set(statuses_of(endpoint)));
  json::object out;
  for (const int status : listed) out[name_of(status)] = answer(status);
  json::array others;
  for (const auto& row : rows()) {
    if (!listed.contains(row.status)) others.push_back(json::string(row.code));
  }
  auto headers = usual_headers();
  headers["Allow"] = header_ref("Allow");
  headers["Retry-After"] = header_ref("RetryAfter");
  out["Refused"] = json::object{
      {"description", "Any other refusal, for example of a method, a header or a host name."},
      {"headers", std::move(headers)},
      {"content", json::object{{"application/problem+json", json::object{{"schema", schema_ref("Problem")}}}}},
      {"x-codes", std::move(others)}};
  return out;
}

json::object problems_of(const Endpoint& endpoint) { return references(statuses_of(endpoint)); }

json::object problems_of_open_route() { return references(open_statuses); }

}  // namespace reviewd::openapi
