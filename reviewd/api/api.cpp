#include "reviewd/api/api.hpp"

#include <algorithm>
#include <memory>

#include "libreview/base/refuse_at.hpp"
#include "reviewd/api/once.hpp"
#include "reviewd/api/own_hand.hpp"
#include "reviewd/api/past_form.hpp"
#include "reviewd/api/two_people_table.hpp"
#include "reviewd/documents/pdf_programs.hpp"
#include "reviewd/http/asked_here.hpp"
#include "reviewd/http/problem.hpp"
#include "reviewd/identity/narrowed.hpp"
#include "reviewd/identity/reader_of.hpp"
#include "reviewd/paper/paper_pdf.hpp"
#include "reviewd/storage/store_failure.hpp"

namespace reviewd {
namespace {

using review::Code;
using review::Refusal;

constexpr std::int64_t import_bytes = 25 * 1024 * 1024;

std::string bearer(const Request& request) {
  const auto header = request.header("Authorization");
  constexpr std::string_view scheme = "Bearer ";
  if (!header || header->substr(0, scheme.size()) != scheme) return {};
  return header->substr(scheme.size());
}

/// Whom the token lets in who presents it from there.
std::optional<review::Reader> reader_by(Storage& storage, const std::optional<review::Token>& token,
                                        const std::string& peer) {
  const auto role = token ? review::find_role(token->role) : std::nullopt;
  if (!role) return std::nullopt;
  return narrowed(reader_of(storage, token->person, *role), token->reach, peer);
}

std::string media_type_of(const Endpoint& endpoint) {
  if (endpoint.takes == "Ndjson") return "application/x-ndjson";
  const bool form =
      endpoint.takes == "DocumentForm" || endpoint.takes == "PastForm" || endpoint.takes == "ChronologyForm";
  return form ? "multipart/form-data" : "application/json";
}

/// A body is of the endpoint's media type, and only known query parameters are given, each once.
std::optional<Refusal> unfit(const Request& request, const Endpoint& endpoint) {
  if (!request.body.empty()) {
    const auto type = request.header("Content-Type").value_or("");
    const auto wanted = media_type_of(endpoint);
    const auto bare = type.substr(0, type.find(';'));
    if (bare != wanted) return Refusal{Code::unsupported_media_type, "Send the body as " + wanted + "."};
  }
  for (const auto& [name, value] : request.parameters) {
    const bool known = std::find(endpoint.query.begin(), endpoint.query.end(), name) != endpoint.query.end();
    const auto times = std::count_if(request.parameters.begin(), request.parameters.end(),
                                     [&, &wanted = name](const auto& one) { return one.first == wanted; });
    if (known && times == 1) continue;
    return review::refusal_at(known ? Code::malformed : Code::unknown_field,
                              known ? "This query parameter is given twice."
                                    : "There is a query parameter here that this address does not take.",
                              review::pointer_to(name));
  }
  return std::nullopt;
}

bool has_right(const Endpoint& endpoint, const review::Reader& reader) {
  return endpoint.rights.empty() || std::any_of(endpoint.rights.begin(), endpoint.rights.end(),
                                                [&](review::Right right) { return reader.may(right); });
}

/// An endpoint that shows cases shares a commit with others: what it shows is recorded first.
bool shows_cases(const Endpoint& endpoint) {
  return std::any_of(endpoint.rights.begin(), endpoint.rights.end(),
                     [](review::Right right) { return right == review::Right::read_cases; });
}

Response plain(int status, std::string_view type, std::string body, std::string route) {
  Response response{status, std::string(type), std::move(body)};
  response.route = std::move(route);
  return response;
}

}  // namespace

Api::Api(StorageThread& storage, std::shared_ptr<SlowAnswers> slow, Metrics& metrics, std::string openapi,
         std::shared_ptr<const Heartbeat> alerts)
    : storage_(storage),
      metrics_(metrics),
      router_(routes()),
      openapi_(std::move(openapi)),
      alerts_(std::move(alerts)),
      slow_(std::move(slow)) {
  metrics_.gauge("review_storage_waiting", "Requests that wait for the storage thread",
                 [this] { return static_cast<double>(storage_.waiting()); });
  metrics_.gauge("review_store_full", "1 while the disk of the store is full: reading goes on, nothing new is taken",
                 [this] { return storage_.is_full() ? 1.0 : 0.0; });
  metrics_.gauge("review_alerts_last_run_timestamp_seconds", "When what is due was last looked for; 0 before that",
                 [this] { return static_cast<double>(alerts_->last()); });
}

std::int64_t Api::body_limit(std::string_view method, std::string_view path, std::int64_t usual) {
  if (method != "POST") return usual;
  if (path == "/v1/past" || path == "/administration/past") return past_form_bytes;
  // A chronology of a case: its address and its page.
  const bool of_case = path.starts_with("/v1/cases/") || path.starts_with("/cases/");
  if (of_case && path.ends_with("/chronology")) return past_form_bytes;
  return path == "/v1/import" ? import_bytes : usual;
}

const std::vector<Route>& Api::open_routes() {
  static const std::vector<Route> rows = {{"GET", "/healthz", "getHealth"},
                                          {"GET", "/readyz", "getReadiness"},
                                          {"GET", "/metrics", "getMetrics"},
                                          {"GET", "/openapi.json", "getOpenApi"}};
  return rows;
}

bool Api::answer_open(const Request& request, const Answer& answer) {
  const auto& rows = open_routes();
  const auto row = std::find_if(rows.begin(), rows.end(), [&](const Route& route) {
    return route.method == request.method && route.pattern == request.path;
  });
  if (row == rows.end()) return false;
  if (row->name == "getHealth") {
    answer(plain(200, "text/plain; charset=utf-8", "ok\n", row->name));
  } else if (row->name == "getReadiness") {
    const bool broken = storage_.is_broken();
    const bool silent = alerts_->has_stopped(now(std::nullopt).now);
    const bool ready = !broken && !storage_.is_full() && !silent;
    const auto* why = broken   ? "read-only: the store failed\n"
                      : silent ? "what is due is not told any more\n"
                               : "read-only: the disk is full\n";
    answer(plain(ready ? 200 : 503, "text/plain; charset=utf-8",
                 (ready ? "ready\n" : why) + missing_pdf_programs_line() + missing_converter_line(), row->name));
  } else if (row->name == "getMetrics") {
    // Whoever reaches the service learns how it fares, and of no deadline, however few there are of its kind.
    const auto who = is_asked_here(request) ? Metrics::For::this_machine : Metrics::For::everybody;
    answer(plain(200, "text/plain; version=0.0.4; charset=utf-8", metrics_.text(who), row->name));
  } else {
    answer(plain(200, "application/json", openapi_, row->name));
  }
  return true;
}

Response Api::serve(Storage& storage, const Request& request, const RouteMatch& match, const Endpoint* endpoint) {
  const auto token = storage.tokens().find(bearer(request), now(std::nullopt).now);
  const auto reader = reader_by(storage, token, request.peer);
  if (!reader) {
    return problem(Refusal{Code::unauthenticated, "Send a valid access token: Authorization: Bearer rvw_…"},
                   request.request_id);
  }
  if (auto response = answer_without_route(match, request.request_id)) return *response;
  if (const auto refusal = unfit(request, *endpoint)) return problem(*refusal, request.request_id);
  const bool reads_body_first = endpoint->use == Use::write &&
                                (endpoint->takes == "Entry" || endpoint->takes == "ProgrammeEntry") &&
                                reader->may(review::Right::read_cases);
  if (!has_right(*endpoint, *reader) && !reads_body_first) {
    return problem(Refusal{Code::not_permitted, "Your role does not allow this."}, request.request_id);
  }
  if (storage.store().in_transaction()) {
    if (const auto noted = storage.tokens().note_uses(); !noted) return problem(noted.error(), request.request_id);
  }
  Call call{request, match, storage, *reader, storage.moment(), &*token};
  call.find_reader = [line = bearer(request), peer = request.peer](Storage& later) {
    return reader_by(later, later.tokens().find(line, now(std::nullopt).now), peer);
  };
  if (takes_two_people(endpoint->name)) {
    if (const auto own = by_own_hand(call); !own) return refused(call, own.error());
  }
  auto response = makes_something(*endpoint) ? answer_once(call, *endpoint) : reviewd::answer(*endpoint, call);
  if (const auto recorded = storage.record_shown(*reader); !recorded)
    return problem(recorded.error(), request.request_id);
  return response;
}

void Api::handle(Request request, Answer answer) {
  if (answer_open(request, answer)) return;
  struct Asked {
    Request request;
    RouteMatch match;
    Answer answer;
  };
  auto match = router_.match(request.method, request.segments);
  auto asked = std::make_shared<Asked>(Asked{std::move(request), std::move(match), std::move(answer)});
  const auto* endpoint = endpoint_of(asked->match);
  const std::string route = endpoint == nullptr ? std::string() : endpoint->name;
  const auto serve_it = [this, asked, endpoint, route](Storage& storage) {
    auto response = serve(storage, asked->request, asked->match, endpoint);
    response.route = route;
    return response;
  };
  const auto refuse = [asked, route](const Refusal& refusal) {
    auto response = problem(refusal, asked->request.request_id);
    response.route = route;
    asked->answer(std::move(response));
  };
  bool queued = false;
  if (endpoint != nullptr && (endpoint->use == Use::write || (endpoint->use == Use::read && shows_cases(*endpoint)))) {
    queued = storage_.write(
        {[slow = slow_, asked, serve_it, refuse](Storage& storage) {
           auto response = std::make_shared<Response>(serve_it(storage));
           const bool full = response->status == 507;
           return Written{[slow, asked, response, refuse] { slow->give(std::move(*response), asked->answer, refuse); },
                          full};
         },
         refuse, endpoint->use == Use::read || asked->request.method == "GET"});
  } else {
    queued = storage_.read({[slow = slow_, asked, serve_it, refuse](Storage& storage) {
                              slow->give(serve_it(storage), asked->answer, refuse);
                            },
                            refuse});
  }
  if (!queued) refuse(too_much_waits());
}

}  // namespace reviewd
