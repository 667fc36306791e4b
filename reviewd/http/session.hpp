#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <memory>
#include <string>

#include "reviewd/http/exchange.hpp"
#include "reviewd/http/service.hpp"
#include "reviewd/http/wire.hpp"

namespace reviewd {

/// One connection: requests come in one after the other, each is answered before the next is read. Lives on the
/// strand of its socket.
class Session : public std::enable_shared_from_this<Session> {
 public:
  /// `caller` is what the limits per address count by; `peer` is the address itself.
  Session(boost::asio::ip::tcp::socket socket, Service& service, std::string peer, std::string caller);
  ~Session();
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  /// Until the connection ends, for whatever reason.
  boost::asio::awaitable<void> serve();
  /// Ends the connection now if it waits for a request, else after the answer. On the strand.
  void drain();
  [[nodiscard]] boost::asio::any_io_executor executor() { return wire_->executor(); }

 private:
  boost::asio::awaitable<bool> serve_one();
  boost::asio::awaitable<void> receive(Exchange& exchange);
  boost::asio::awaitable<void> receive_header(Exchange& exchange, std::string& section);
  boost::asio::awaitable<void> receive_body(Exchange& exchange, const std::string& section);
  boost::asio::awaitable<void> ask_handler(Exchange& exchange, Response& response);
  boost::asio::awaitable<bool> send(const Exchange& exchange, Response& response, bool close);
  void hand_over(Exchange& exchange, const std::shared_ptr<Waiter>& waiter);
  [[nodiscard]] bool is_last(const Exchange& exchange) const;
  void report(const Exchange& exchange, const Response& response, std::size_t bytes_out) const;

  Service& service_;
  const std::shared_ptr<Wire> wire_;
  const std::string peer_;
  const std::string caller_;
  const Wire::Clock::time_point opened_ = Wire::Clock::now();
  std::int64_t requests_ = 0;
  bool idle_ = false;
};

}  // namespace reviewd
