#include "reviewd/http/wire.hpp"

#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <utility>

namespace reviewd {

namespace net = boost::asio;
using boost::system::error_code;

namespace {

constexpr std::size_t read_bytes = 16 * 1024;
constexpr std::size_t linger_bytes = 4 * 1024 * 1024;

}  // namespace

Wire::Wire(net::ip::tcp::socket socket) : socket_(std::move(socket)), timer_(socket_.get_executor()) {
  error_code ignored;
  socket_.set_option(net::ip::tcp::no_delay(true), ignored);
}

void Wire::deadline(Clock::time_point at) {
  expired_ = false;
  deadline_ = at;
  timer_.expires_at(at);
  timer_.async_wait([weak = weak_from_this()](error_code error) {
    const auto wire = weak.lock();
    if (error || !wire || Clock::now() < wire->deadline_) return;
    wire->expired_ = true;
    error_code ignored;
    wire->socket_.cancel(ignored);
  });
}

void Wire::no_deadline() {
  expired_ = false;
  deadline_ = Clock::time_point::max();
  timer_.cancel();
}

net::awaitable<bool> Wire::read_some() {
  if (expired_ || interrupted_) co_return false;
  const std::size_t before = inbox.size();
  inbox.resize(before + read_bytes);
  const auto room = net::buffer(inbox.data() + before, read_bytes);
  error_code error;
  auto token = net::redirect_error(net::use_awaitable, error);
  const std::size_t got = co_await socket_.async_read_some(room, token);
  inbox.resize(before + got);
  co_return !error;
}

net::awaitable<bool> Wire::write(const std::string& first, const std::string& second) {
  if (expired_) co_return false;
  std::array<net::const_buffer, 2> parts;
  parts.at(0) = net::buffer(first);
  parts.at(1) = net::buffer(second);
  error_code error;
  auto token = net::redirect_error(net::use_awaitable, error);
  co_await net::async_write(socket_, parts, token);
  co_return !error;
}

net::awaitable<void> Wire::linger(std::chrono::milliseconds most) {
  error_code ignored;
  socket_.shutdown(net::ip::tcp::socket::shutdown_send, ignored);
  deadline(Clock::now() + most);
  std::size_t dropped = 0;
  bool more = !ignored;
  while (more && dropped < linger_bytes) {
    inbox.clear();
    more = co_await read_some();
    dropped += inbox.size();
  }
  no_deadline();
  socket_.close(ignored);
}

void Wire::interrupt() {
  interrupted_ = true;
  error_code ignored;
  socket_.cancel(ignored);
}

}  // namespace reviewd
