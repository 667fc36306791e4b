#include "reviewd/http/session.hpp"

#include <utility>

#include "reviewd/base/log.hpp"
#include "reviewd/http/answer_head.hpp"
#include "reviewd/http/problem.hpp"
#include "reviewd/http/request_id.hpp"

namespace reviewd {

namespace net = boost::asio;

namespace {

constexpr std::chrono::milliseconds linger_time(2000);
constexpr std::chrono::milliseconds linger_time_of_a_drain(200);

/// A reader on a slow line gets time in proportion to what it reads.
constexpr std::size_t slowest_reader_bytes_per_second = 16 * 1024;

}  // namespace

Session::Session(net::ip::tcp::socket socket, Service& service, std::string peer, std::string caller)
    : service_(service),
      wire_(std::make_shared<Wire>(std::move(socket))),
      peer_(std::move(peer)),
      caller_(std::move(caller)) {
  if (service_.observer) service_.observer->connection_opened();
}

Session::~Session() {
  service_.admission.leave(caller_);
  if (service_.observer) service_.observer->connection_closed();
}

void Session::drain() {
  if (idle_) wire_->interrupt();
}

net::awaitable<void> Session::serve() {
  bool more = true;
  while (more) more = co_await serve_one();
  co_await wire_->linger(service_.draining ? linger_time_of_a_drain : linger_time);
}

net::awaitable<bool> Session::serve_one() {
  Exchange exchange(service_.admission);
  exchange.request_id = new_request_id();
  co_await receive(exchange);
  if (exchange.ended) co_return false;
  ++requests_;
  exchange.received = Wire::Clock::now();
  if (service_.observer) service_.observer->request_started();
  Response response;
  if (exchange.refused) {
    const auto& shown = service_.limits.refusal;
    auto page = shown ? shown(exchange.head.path, *exchange.refused) : std::nullopt;
    response = page ? std::move(*page) : problem(*exchange.refused, exchange.request_id);
    if (response.status == 405) response.headers.emplace_back("Allow", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
  } else {
    co_await ask_handler(exchange, response);
  }
  exchange.let_go();
  const bool last = is_last(exchange);
  const bool sent = co_await send(exchange, response, last);
  co_return sent && !last;
}

bool Session::is_last(const Exchange& exchange) const {
  return exchange.refused || !exchange.head.keep_alive || service_.draining ||
         requests_ >= service_.limits.connection_requests ||
         Wire::Clock::now() - opened_ >= service_.limits.connection_time;
}

net::awaitable<bool> Session::send(const Exchange& exchange, Response& response, bool close) {
  if (!is_sendable(response)) {
    log_event(*service_.logger, spdlog::level::err, "answer-not-sendable",
              {{"requestId", exchange.request_id}, {"route", response.route}});
    const std::string route = std::exchange(response.route, {});
    response = problem(Refused{Fault::broken, "The answer could not be sent."}, exchange.request_id);
    response.route = route;
  }
  AnswerFrame frame;
  frame.request_id = exchange.request_id;
  frame.close = close;
  frame.now = std::chrono::system_clock::now();
  const std::string head = answer_head(response, frame);
  if (exchange.head.method == "HEAD" || has_no_content(response.status)) response.body.clear();
  const std::size_t bytes = head.size() + response.body.size();
  const std::chrono::seconds for_size(bytes / slowest_reader_bytes_per_second);
  wire_->deadline(Wire::Clock::now() + service_.limits.write_time + for_size);
  const bool sent = co_await wire_->write(head, response.body);
  wire_->no_deadline();
  report(exchange, response, bytes);
  co_return sent;
}

void Session::report(const Exchange& exchange, const Response& response, std::size_t bytes_out) const {
  const std::chrono::duration<double> took = Wire::Clock::now() - exchange.received;
  Served served;
  served.request_id = exchange.request_id;
  served.method = exchange.head.method.empty() ? std::string_view("-") : exchange.head.method;
  served.route = response.route.empty() ? std::string_view("-") : response.route;
  served.status = response.status;
  served.seconds = took.count();
  served.bytes_in = exchange.bytes_in;
  served.bytes_out = bytes_out;
  if (service_.observer) service_.observer->request_served(served);
  log_event(*service_.logger, spdlog::level::info, "request",
            {{"requestId", served.request_id},
             {"method", served.method},
             {"route", served.route},
             {"status", std::int64_t{served.status}},
             {"ms", static_cast<double>(static_cast<std::int64_t>(served.seconds * 1e6)) / 1000},
             {"bytesIn", static_cast<std::int64_t>(served.bytes_in)},
             {"bytesOut", static_cast<std::int64_t>(served.bytes_out)}});
}

}  // namespace reviewd
