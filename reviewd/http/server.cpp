#include "reviewd/http/server.hpp"

#include <utility>

#include "reviewd/http/engine.hpp"

namespace reviewd {

Server::Server(Limits limits, Handler handler, std::shared_ptr<spdlog::logger> logger, RequestObserver* observer)
    : engine_(std::make_unique<Engine>(std::move(limits), std::move(handler), std::move(logger), observer)) {}

Server::~Server() = default;

review::Result<std::uint16_t> Server::bind(const std::string& address, std::uint16_t port) {
  return engine_->bind(address, port);
}

bool Server::run(int threads) { return engine_->run(threads); }
void Server::begin_drain() { engine_->begin_drain(); }
void Server::stop() { engine_->stop(); }

}  // namespace reviewd
