#include <boost/asio/buffer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/ip/network_v6.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <chrono>
#include <exception>
#include <string_view>
#include <utility>

#include "reviewd/base/log.hpp"
#include "reviewd/http/engine.hpp"

namespace reviewd {

namespace net = boost::asio;
using boost::system::error_code;
using net::ip::tcp;

namespace {

constexpr std::chrono::milliseconds accept_pause(100);

constexpr std::string_view full =
    "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 5\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
constexpr std::string_view full_for_you =
    "HTTP/1.1 429 Too Many Requests\r\nRetry-After: 5\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

/// Limits per address count an IPv6 caller by its /64: a single machine has that many addresses to itself.
std::string caller_of(const net::ip::address& address) {
  if (!address.is_v6() || address.is_loopback() || address.to_v6().is_v4_mapped()) return address.to_string();
  return net::ip::make_network_v6(address.to_v6(), 64).canonical().to_string();
}

}  // namespace

net::awaitable<void> Server::Engine::accept_all() {
  while (!service_.draining) {
    error_code error;
    auto token = net::redirect_error(net::use_awaitable, error);
    tcp::socket socket(net::make_strand(io_));
    co_await acceptor_.async_accept(socket, token);
    if (!error) {
      welcome(std::move(socket));
      continue;
    }
    if (service_.draining || !acceptor_.is_open()) co_return;
    if (error == net::error::connection_aborted) continue;
    log_event(*service_.logger, spdlog::level::warn, "accept-failed", {{"errno", std::int64_t{error.value()}}});
    if (error == net::error::no_descriptors || error.value() == ENFILE) spare_.shed_one(acceptor_.native_handle());
    pause_.expires_after(accept_pause);
    error_code ignored;
    auto wait = net::redirect_error(net::use_awaitable, ignored);
    co_await pause_.async_wait(wait);
  }
}

void Server::Engine::welcome(tcp::socket socket) {
  error_code error;
  const auto remote = socket.remote_endpoint(error);
  if (error || service_.draining) return;
  auto caller = caller_of(remote.address());
  const auto verdict = service_.admission.enter(caller);
  if (verdict != Admission::Verdict::taken) return turn_away(socket, verdict);
  start(std::make_shared<Session>(std::move(socket), service_, remote.address().to_string(), std::move(caller)));
}

/// Best effort, without waiting: who floods the service does not get a coroutine for it.
void Server::Engine::turn_away(tcp::socket& socket, Admission::Verdict verdict) {
  const bool by_all = verdict == Admission::Verdict::too_many_in_all;
  if (service_.observer) service_.observer->connection_refused(by_all ? "all" : "address");
  const auto text = by_all ? full : full_for_you;
  error_code ignored;
  socket.non_blocking(true, ignored);
  socket.write_some(net::buffer(text.data(), text.size()), ignored);
  socket.shutdown(tcp::socket::shutdown_send, ignored);
}

void Server::Engine::start(const std::shared_ptr<Session>& session) {
  {
    const std::lock_guard lock(mutex_);
    sessions_.emplace(session.get(), session);
  }
  const auto executor = session->executor();
  net::co_spawn(executor, session->serve(), [this, session](const std::exception_ptr& broken) {
    if (broken) log_event(*service_.logger, spdlog::level::err, "connection-threw", {});
    left(session.get());
  });
}

void Server::Engine::left(const Session* session) {
  bool last = false;
  {
    const std::lock_guard lock(mutex_);
    sessions_.erase(session);
    last = sessions_.empty();
  }
  if (last && service_.draining) net::post(acceptor_.get_executor(), [this] { drain_.cancel(); });
}

}  // namespace reviewd
