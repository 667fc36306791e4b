#include "reviewd/web/frame/ask.hpp"

#include <algorithm>
#include <stdexcept>

#include "libreview/vocabulary/parse_json.hpp"
#include "reviewd/api/proof_table.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/http/problem.hpp"
#include "reviewd/web/frame/is_proved.hpp"

namespace reviewd {
namespace {

Request request_of(const Request& from, const Asking& asking) {
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
  if (const auto host = from.header("Host")) request.headers.emplace_back("Host", *host);
  request.body = asking.body;
  request.request_id = from.request_id;
  request.peer = from.peer;
  return request;
}

std::string header_of(const Response& response, std::string_view name) {
  const auto found = std::find_if(response.headers.begin(), response.headers.end(),
                                  [&](const auto& header) { return header.first == name; });
  return found == response.headers.end() ? std::string() : found->second;
}

ApiAnswer answer_of(const Response& response, boost::json::storage_ptr memory = {}) {
  auto json = review::parse_json(response.body, std::move(memory));
  return {response.status, json ? std::move(*json) : boost::json::value(), header_of(response, "ETag")};
}

RouteMatch match_of(const Request& request) {
  static const Router router(routes());
  return router.match(request.method, request.segments);
}

}  // namespace

ApiAnswer ask(const PageCall& call, const Asking& asking) { return answer_of(answer_to(call, asking), call.memory); }

Response answer_to(const PageCall& call, const Asking& asking) {
  const auto request = request_of(call.request, asking);
  const auto match = match_of(request);
  const auto* endpoint = endpoint_of(match);
  if (endpoint == nullptr) throw std::logic_error("a page asks for what no endpoint answers");
  const auto& rights = endpoint->rights;
  const auto& reader = call.visitor.reader;
  const bool allowed = rights.empty() || std::any_of(rights.begin(), rights.end(),
                                                     [&](review::Right right) { return reader.may(right); });
  if (!allowed) {
    return problem(review::Refusal{review::Code::not_permitted, "Your role does not allow this."}, request.request_id);
  }
  if (needs_proof(endpoint->name, request) && !is_proved(call)) {
    call.wants_proof = true;
    return problem(proof_wanted(), request.request_id);
  }
  Call asked{request, match, call.storage, reader, call.moment, nullptr};
  asked.find_reader = call.find_reader;
  return answer(*endpoint, asked);
}

ApiAnswer ask_openly(Storage& storage, const Request& from, const std::string& target) {
  const auto request = request_of(from, {"GET", target});
  const auto match = match_of(request);
  const auto* endpoint = endpoint_of(match);
  if (endpoint == nullptr || !endpoint->rights.empty()) {
    throw std::logic_error("a page asks for everybody what not everybody may know");
  }
  // A role that sees no case stands for nobody at all.
  Call asked{request, match, storage, review::Reader{"", review::Role::administrator}, storage.moment(), nullptr};
  return answer_of(answer(*endpoint, asked));
}

}  // namespace reviewd
