#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <exception>
#include <typeinfo>
#include <utility>

#include "reviewd/base/log.hpp"
#include "reviewd/http/problem.hpp"
#include "reviewd/http/session.hpp"

namespace reviewd {

namespace net = boost::asio;

namespace {

Request request_of(Exchange& exchange, const std::string& peer) {
  Request request;
  auto& head = exchange.head;
  request.method = head.method == "HEAD" ? "GET" : head.method;
  request.target = std::move(head.target);
  for (const auto& segment : head.segments) request.path += "/" + segment;
  request.segments = std::move(head.segments);
  request.query = std::move(head.query);
  request.parameters = std::move(head.parameters);
  request.headers = std::move(head.fields);
  request.body = std::move(exchange.body);
  request.request_id = exchange.request_id;
  request.peer = peer;
  return request;
}

}  // namespace

/// A handler that throws has answered: its Promise goes with the stack, and the waiter finds no response.
void Session::hand_over(Exchange& exchange, const std::shared_ptr<Waiter>& waiter) {
  const auto promise = std::make_shared<Promise>(service_.gate, waiter);
  Request request = request_of(exchange, peer_);
  try {
    service_.handler(std::move(request), [promise](Response response) { promise->give(std::move(response)); });
  } catch (const std::exception& broken) {
    log_event(*service_.logger, spdlog::level::err, "handler-threw",
              {{"requestId", exchange.request_id}, {"type", typeid(broken).name()}});
  }
}

net::awaitable<void> Session::ask_handler(Exchange& exchange, Response& response) {
  const auto waiter = std::make_shared<Waiter>(Waiter{net::steady_timer(wire_->executor())});
  waiter->timer.expires_after(service_.limits.handler_time);
  hand_over(exchange, waiter);
  boost::system::error_code ignored;
  auto token = net::redirect_error(net::use_awaitable, ignored);
  co_await waiter->timer.async_wait(token);
  if (waiter->response) {
    response = std::move(*waiter->response);
  } else if (waiter->answered) {
    response = problem(Refused{Fault::broken, "Nothing was answered. Quote the request id."}, exchange.request_id);
  } else {
    response = problem(Refused{Fault::busy, "The answer takes too long. Send it again with the same Idempotency-Key."},
                       exchange.request_id);
    log_event(*service_.logger, spdlog::level::err, "handler-too-late", {{"requestId", exchange.request_id}});
  }
}

}  // namespace reviewd
