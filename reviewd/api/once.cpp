#include "reviewd/api/once.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>

#include "reviewd/api/recording_of.hpp"
#include "reviewd/http/percent.hpp"

namespace reviewd {
namespace {

using review::Code;

/// As long as that of an entry.
constexpr std::chrono::hours key_life{24 * 30};
constexpr std::string_view of_api = "/v1/";

/// Answers that show what is kept nowhere in clear.
bool shows_secret(const Endpoint& endpoint) {
  constexpr std::array<std::string_view, 6> all = {"MadeFeed",       "MadeWebhook",   "IssuedToken",
                                                   "MadeReturnLink", "ReturnRequest", "Invitation"};
  return std::find(all.begin(), all.end(), endpoint.gives) != all.end();
}

/// Where what was made is: as the answer says, or the address that was asked, without its verb.
std::string place_of(const Request& request, const Response& response) {
  for (const auto& [name, value] : response.headers) {
    if (name == "Location") return value;
  }
  return request.path.substr(0, request.path.rfind(':'));
}

/// `webhooks/abc` of `/v1/webhooks/abc`.
std::string record_of(const std::string& place) {
  return place.starts_with(of_api) ? place.substr(of_api.size()) : place;
}

/// What there is of it now, where its address shows the same as the answer did.
std::optional<Response> shown_again(const Call& call, const Endpoint& endpoint, const std::string& place) {
  static const Router router(routes());
  const auto segments = path_segments(place);
  if (!segments) return std::nullopt;
  auto request = call.request;
  request.method = "GET";
  request.target = request.path = place;
  request.segments = *segments;
  request.query.clear();
  request.parameters.clear();
  request.body.clear();
  const auto match = router.match(request.method, request.segments);
  const auto* shows = endpoint_of(match);
  if (shows == nullptr || shows->gives != endpoint.gives) return std::nullopt;
  const auto may = [&](review::Right right) { return call.reader.may(right); };
  if (!shows->rights.empty() && std::none_of(shows->rights.begin(), shows->rights.end(), may)) return std::nullopt;
  Call asked{request, match, call.storage, call.reader, call.moment, call.token};
  auto response = answer(*shows, asked);
  if (response.status != 200) return std::nullopt;
  response.status = endpoint.status;
  response.headers.emplace_back("Location", place);
  return response;
}

Response done_before(const Call& call, const Endpoint& endpoint, const std::string& record) {
  const auto place = std::string(of_api) + record;
  if (!shows_secret(endpoint)) {
    if (auto response = shown_again(call, endpoint, place)) return std::move(*response);
    return refused(call, {Code::already_recorded,
                          fmt::format("This was done before, under the same Idempotency-Key: it made {}. Nothing was "
                                      "done again.",
                                      record)});
  }
  return refused(call, {Code::already_recorded,
                        fmt::format("This was done before, under the same Idempotency-Key: it made {}. Its secret was "
                                    "shown with the first answer and is kept nowhere. If that did not arrive, take "
                                    "back what was made, or make another in its place, with a new key.",
                                    record)});
}

/// A record that is hidden now answers as it answers everybody to whom it is hidden.
bool record_is_there(const Call& call) {
  const auto id = call.record();
  return id.empty() || call.storage.views().sees(call.reader, id, call.moment.today);
}

}  // namespace

bool makes_something(const Endpoint& endpoint) {
  return endpoint.method == "POST" && endpoint.use == Use::write && !takes_entry(endpoint) &&
         (endpoint.status == 201 || shows_secret(endpoint));
}

Response answer_once(Call& call, const Endpoint& endpoint) {
  const auto key = call.request.header("Idempotency-Key");
  if (!key || !record_is_there(call)) return answer(endpoint, call);
  if (!is_idempotency_key(*key)) {
    return refused(call, {Code::malformed, "An Idempotency-Key has 1 to 255 visible characters."});
  }
  auto& journal = call.storage.journal();
  const auto& request = call.request;
  const auto digest = journal.keyed_digest(request.method + "\n" + request.target + "\n" + request.body);
  const auto key_digest = journal.keyed_digest(*key);
  const auto not_before = review::rfc3339(call.moment.now - key_life);
  if (const auto before = journal.find_request(call.reader.person, key_digest, not_before)) {
    if (before->request_digest == digest) return done_before(call, endpoint, before->record);
    return refused(call, {Code::key_reused,
                          "This Idempotency-Key was used for another request. Make a new key for each request."});
  }
  auto response = answer(endpoint, call);
  if (response.status != endpoint.status) return response;
  if (const auto forgotten = journal.forget_requests(not_before); !forgotten) return refused(call, forgotten.error());
  const auto kept =
      journal.remember_request({call.reader.person, key_digest, digest, record_of(place_of(request, response)), "", 0,
                                review::rfc3339(call.moment.now)});
  return kept ? std::move(response) : refused(call, kept.error());
}

}  // namespace reviewd
