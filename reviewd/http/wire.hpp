#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <cstddef>
#include <memory>
#include <string>

namespace reviewd {

/// A socket, what has arrived on it, and one deadline over whatever it is doing. Lives on one strand. The deadline
/// cancels instead of closing, so that a caller who was too slow can still be told.
class Wire : public std::enable_shared_from_this<Wire> {
 public:
  using Clock = std::chrono::steady_clock;

  explicit Wire(boost::asio::ip::tcp::socket socket);

  /// Bytes read and not used yet; their owner takes them off the front.
  std::string inbox;

  /// From now on reads and writes fail once `at` has passed, however the time is spread over them.
  void deadline(Clock::time_point at);
  void no_deadline();
  [[nodiscard]] bool expired() const { return expired_; }

  /// Appends what arrives to `inbox`. False: the other end closed, the deadline passed, or `interrupt` was called.
  boost::asio::awaitable<bool> read_some();
  /// Writes both, in this order. The strings must outlive the call.
  boost::asio::awaitable<bool> write(const std::string& first, const std::string& second);
  /// Says that nothing more will be sent, and drops what still arrives for `most`: a close with unread bytes would
  /// make the other end lose the answer. Then closes.
  boost::asio::awaitable<void> linger(std::chrono::milliseconds most);

  /// Ends a read that is waiting, and every later one. On the strand.
  void interrupt();

  [[nodiscard]] boost::asio::any_io_executor executor() { return socket_.get_executor(); }

 private:
  boost::asio::ip::tcp::socket socket_;
  boost::asio::steady_timer timer_;
  Clock::time_point deadline_ = Clock::time_point::max();
  bool expired_ = false;
  bool interrupted_ = false;
};

}  // namespace reviewd
