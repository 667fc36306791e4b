#pragma once

#include <spdlog/logger.h>

#include <cstdint>
#include <memory>
#include <string>

#include "libreview/base/result.hpp"
#include "reviewd/http/limits.hpp"
#include "reviewd/http/observer.hpp"
#include "reviewd/http/response.hpp"

namespace reviewd {

/// An HTTP/1.1 server that knows no rule: it frames requests, holds callers to the limits, asks the handler, and
/// sends what it answers. Speaks no TLS: a proxy in front does.
class Server {
 public:
  /// `observer` may be null; it must outlive the server.
  Server(Limits limits, Handler handler, std::shared_ptr<spdlog::logger> logger, RequestObserver* observer = nullptr);
  /// After `run` has returned. Answers still owed may be given later; they reach nobody.
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  /// Listens. `address` is numeric, IPv4 or IPv6; port 0 takes a free one. Gives the port; `malformed` where the
  /// address is not one, `busy` where it cannot be had. Once, before `run`.
  review::Result<std::uint16_t> bind(const std::string& address, std::uint16_t port);

  /// Serves on `threads` threads, this one among them, until drained or stopped. True where every request in flight
  /// was answered within the drain time.
  bool run(int threads);

  /// Stops accepting, closes connections that wait, answers what is in flight with `Connection: close`. Any thread,
  /// any number of times; not from a signal handler.
  void begin_drain();
  /// Ends `run` at once, whatever is in flight. Any thread.
  void stop();

 private:
  class Engine;
  std::unique_ptr<Engine> engine_;
};

}  // namespace reviewd
