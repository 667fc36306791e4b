#pragma once

#include <atomic>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <memory>
#include <mutex>
#include <unordered_map>

#include "reviewd/http/server.hpp"
#include "reviewd/http/service.hpp"
#include "reviewd/http/session.hpp"
#include "reviewd/http/spare_descriptor.hpp"

namespace reviewd {

/// The listener and its connections. The accepting coroutine, the two timers and the drain live on one strand.
class Server::Engine {
 public:
  Engine(Limits limits, Handler handler, std::shared_ptr<spdlog::logger> logger, RequestObserver* observer);
  ~Engine();
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  review::Result<std::uint16_t> bind(const std::string& address, std::uint16_t port);
  bool run(int threads);
  void begin_drain();
  void stop();

 private:
  boost::asio::awaitable<void> accept_all();
  void welcome(boost::asio::ip::tcp::socket socket);
  void turn_away(boost::asio::ip::tcp::socket& socket, Admission::Verdict verdict);
  void start(const std::shared_ptr<Session>& session);
  void left(const Session* session);
  void drain_on_strand();
  void work();

  Service service_;
  boost::asio::io_context io_;
  boost::asio::ip::tcp::acceptor acceptor_;
  boost::asio::steady_timer pause_;
  boost::asio::steady_timer drain_;
  SpareDescriptor spare_;
  std::mutex mutex_;
  std::unordered_map<const Session*, std::weak_ptr<Session>> sessions_;
  std::atomic<bool> cut_short_ = false;
};

}  // namespace reviewd
