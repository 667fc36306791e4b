#include "reviewd/http/engine.hpp"

#include <fmt/format.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/strand.hpp>
#include <thread>
#include <utility>
#include <vector>

#include "reviewd/base/log.hpp"

namespace reviewd {

namespace net = boost::asio;
using boost::system::error_code;
using net::ip::tcp;

Server::Engine::Engine(Limits limits, Handler handler, std::shared_ptr<spdlog::logger> logger,
                       RequestObserver* observer)
    : service_(std::move(limits), std::move(handler), std::move(logger), observer),
      acceptor_(net::make_strand(io_)),
      pause_(acceptor_.get_executor()),
      drain_(acceptor_.get_executor()) {}

Server::Engine::~Engine() {
  const std::lock_guard lock(service_.gate->mutex);
  service_.gate->open = false;
}

review::Result<std::uint16_t> Server::Engine::bind(const std::string& address, std::uint16_t port) {
  error_code error;
  const auto numeric = net::ip::make_address(address, error);
  if (error) return review::refuse(review::Code::malformed, fmt::format("{} is not a numeric address.", address));
  const tcp::endpoint endpoint(numeric, port);
  acceptor_.open(endpoint.protocol(), error);
  if (!error) acceptor_.set_option(tcp::acceptor::reuse_address(true), error);
  if (!error && numeric.is_v6()) acceptor_.set_option(net::ip::v6_only(true), error);
  if (!error) acceptor_.bind(endpoint, error);
  if (!error) acceptor_.listen(net::socket_base::max_listen_connections, error);
  if (!error) acceptor_.non_blocking(true, error);
  const auto local = error ? tcp::endpoint() : acceptor_.local_endpoint(error);
  if (error) {
    error_code ignored;
    acceptor_.close(ignored);
    return review::refuse(review::Code::busy,
                          fmt::format("Cannot listen on {} port {}: {}.", address, port, error.message()));
  }
  net::co_spawn(acceptor_.get_executor(), accept_all(), net::detached);
  return local.port();
}

bool Server::Engine::run(int threads) {
  std::vector<std::thread> others;
  for (int i = 1; i < threads; ++i) others.emplace_back([this] { work(); });
  work();
  for (auto& each : others) each.join();
  return !cut_short_;
}

/// What escapes from a connection or from the listener must not take the others down with it.
void Server::Engine::work() {
  while (true) {
    try {
      io_.run();
      return;
    } catch (const std::exception& broken) {
      log_event(*service_.logger, spdlog::level::critical, "io-thread-threw", {{"type", typeid(broken).name()}});
    }
  }
}

void Server::Engine::begin_drain() {
  if (service_.draining.exchange(true)) return;
  net::post(acceptor_.get_executor(), [this] { drain_on_strand(); });
}

void Server::Engine::drain_on_strand() {
  error_code ignored;
  acceptor_.close(ignored);
  pause_.cancel();
  std::vector<std::shared_ptr<Session>> open;
  {
    const std::lock_guard lock(mutex_);
    for (const auto& [key, weak] : sessions_) {
      if (auto session = weak.lock()) open.push_back(std::move(session));
    }
    if (sessions_.empty()) return;
  }
  log_event(*service_.logger, spdlog::level::info, "draining",
            {{"connections", static_cast<std::int64_t>(open.size())}});
  for (auto& session : open) {
    const auto executor = session->executor();
    net::post(executor, [session = std::move(session)] { session->drain(); });
  }
  drain_.expires_after(service_.limits.drain_time);
  drain_.async_wait([this](error_code error) {
    if (error) return;
    cut_short_ = true;
    io_.stop();
  });
}

void Server::Engine::stop() {
  cut_short_ = true;
  io_.stop();
}

}  // namespace reviewd
