#include "reviewd/api/call.hpp"

#include <fmt/format.h>

#include <boost/json/serialize.hpp>

#include "libreview/base/refuse_at.hpp"
#include "libreview/vocabulary/parse_json.hpp"
#include "reviewd/http/problem.hpp"

namespace reviewd {

using review::Code;
using review::Refusal;
using review::Violation;

Response json_answer(int status, const boost::json::value& body) {
  Response response;
  response.status = status;
  response.content_type = "application/json";
  response.body = boost::json::serialize(body);
  return response;
}

Response refused(const Call& call, const Refusal& refusal) { return problem(refusal, call.request.request_id); }

Response refused(const Call& call, Code code, std::string says, std::string pointer) {
  return refused(call, review::refusal_at(code, std::move(says), std::move(pointer)));
}

std::string etag(int version) { return fmt::format("\"{}\"", version); }

review::Result<std::optional<review::Date>> as_at(const Call& call) {
  const auto text = call.request.parameter("asAt");
  if (!text) return std::optional<review::Date>();
  const auto day = review::Date::parse(*text);
  if (!day) {
    return review::refuse_at(Code::not_a_date, "asAt is a day such as 2026-03-31.", "/asAt");
  }
  return std::optional<review::Date>(*day);
}

review::Result<bool> flag(const Call& call, std::string_view name) {
  const auto text = call.request.parameter(name);
  if (!text || *text == "false") return false;
  if (*text == "true") return true;
  return review::refuse_at(Code::wrong_type, fmt::format("{} is true or false.", name), review::pointer_to(name));
}

review::Result<boost::json::value> json_body(const Call& call) {
  if (call.request.body.empty()) return review::refuse(Code::malformed, "The request has no body. Send JSON.");
  return review::parse_json(call.request.body);
}

}  // namespace reviewd
