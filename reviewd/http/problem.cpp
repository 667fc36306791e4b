#include "reviewd/http/problem.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/string.hpp>

namespace reviewd {
namespace {

namespace json = boost::json;

Response made(int status, std::string_view code, json::object body) {
  Response response;
  response.status = status;
  response.content_type = "application/problem+json";
  response.body = json::serialize(body);
  if (status == 401) response.headers.emplace_back("WWW-Authenticate", "Bearer realm=\"reviewd\"");
  if (status == 429) response.headers.emplace_back("Retry-After", "1");
  if (status == 503) response.headers.emplace_back("Retry-After", code == "read-only" ? "60" : "2");
  return response;
}

json::object base(int status, std::string_view code, std::string_view title, std::string_view says) {
  json::object body;
  body["type"] = "/problems/" + std::string(code);
  body["title"] = title;
  body["status"] = status;
  body["detail"] = says;
  body["code"] = code;
  return body;
}

json::array holds_of(const review::Refusal& refusal) {
  json::array holds;
  for (const auto& held : refusal.holds) {
    json::object hold;
    hold["kind"] = held.kind;
    hold["name"] = held.name;
    hold["since"] = held.since;
    hold["why"] = held.why;
    if (!held.review_on.empty()) hold["reviewOn"] = held.review_on;
    holds.push_back(std::move(hold));
  }
  return holds;
}

}  // namespace

Response problem(const review::Refusal& refusal, std::string_view request_id) {
  const auto& row = review::code_row(refusal.code);
  json::object body = base(row.status, row.name, row.title, refusal.says);
  json::array cites;
  for (const auto& cite : refusal.cites) cites.push_back(json::string(cite));
  body["cites"] = std::move(cites);
  json::array violations;
  for (const auto& violation : refusal.violations) {
    json::object each;
    each["pointer"] = violation.pointer;
    each["message"] = violation.message;
    violations.push_back(std::move(each));
  }
  body["violations"] = std::move(violations);
  body["requestId"] = request_id;
  if (refusal.code == review::Code::publication_held) body["holds"] = holds_of(refusal);
  return made(row.status, row.name, std::move(body));
}

Response problem(const Refused& refused, std::string_view request_id) {
  const auto& row = fault_row(refused.fault);
  json::object body = base(row.status, row.code, row.title, refused.says);
  body["cites"] = json::array();
  body["violations"] = json::array();
  body["requestId"] = request_id;
  return made(row.status, row.code, std::move(body));
}

}  // namespace reviewd
