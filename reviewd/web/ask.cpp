#include "reviewd/web/ask.hpp"

#include <algorithm>
#include <stdexcept>

#include "libreview/vocabulary/parse_json.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/http/problem.hpp"

namespace reviewd {
namespace {

Request request_of(const PageCall& call, const Asking& asking) {
  Request request;
  request.method = asking.method;
  request.target = asking.target;
  const auto mark = asking.target.find('?');
  request.path = asking.target.substr(0, mark);
  request.segments = path_segments(request.path).value();
  if (mark != std::string::npos) request.query = asking.target.substr(mark + 1);
  request.parameters = query_parameters(request.query).value();
  request.headers = asking.headers;
  if (!asking.body.empty() && !request.header("Content-Type"))
    request.headers.emplace_back("Content-Type", "application/json");
  if (const auto host = call.request.header("Host")) request.headers.emplace_back("Host", *host);
  request.body = asking.body;
  request.request_id = call.request.request_id;
  request.peer = call.request.peer;
  return request;
}

std::string etag_of(const Response& response) {
  const auto found = std::find_if(response.headers.begin(), response.headers.end(),
                                  [](const auto& header) { return header.first == "ETag"; });
  return found == response.headers.end() ? std::string() : found->second;
}

ApiAnswer answer_of(const Response& response) {
  const auto json = review::parse_json(response.body);
  return {response.status, json ? *json : boost::json::value(), etag_of(response)};
}

}  // namespace

ApiAnswer ask(const PageCall& call, const Asking& asking) { return answer_of(answer_to(call, asking)); }

Response answer_to(const PageCall& call, const Asking& asking) {
  static const Router router(routes());
  const auto request = request_of(call, asking);
  const auto match = router.match(request.method, request.segments);
  const auto* endpoint = endpoint_of(match);
  if (endpoint == nullptr) throw std::logic_error("a page asks for what no endpoint answers");
  const auto& rights = endpoint->rights;
  const auto& reader = call.visitor.reader;
  const bool allowed = rights.empty() || std::any_of(rights.begin(), rights.end(),
                                                     [&](review::Right right) { return reader.may(right); });
  if (!allowed) {
    return problem(review::Refusal{review::Code::not_permitted, "Your role does not allow this."}, request.request_id);
  }
  Call asked{request, match, call.storage, reader, call.moment};
  return endpoint->answer(asked);
}

}  // namespace reviewd
