#include "tests/http/framing_support.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <spdlog/sinks/ostream_sink.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cctype>
#include <sstream>
#include <stdexcept>
#include <utility>

#include "reviewd/base/log.hpp"

namespace framing {

using std::chrono::steady_clock;

std::string Reply::header(const std::string& name) const {
  const auto lower = [](std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
    return text;
  };
  const auto at = lower(head).find("\r\n" + lower(name) + ": ");
  if (at == std::string::npos) return {};
  const auto from = at + name.size() + 4;
  return head.substr(from, head.find("\r\n", from) - from);
}

Client::Client(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
    ::close(socket_);
    throw std::runtime_error("connect");
  }
}

Client::~Client() { ::close(socket_); }

bool Client::send(const std::string& bytes) {
  std::size_t sent = 0;
  while (sent < bytes.size()) {
    const auto now = ::send(socket_, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
    if (now <= 0) return false;
    sent += static_cast<std::size_t>(now);
  }
  return true;
}

bool Client::fill() {
  if (ended_) return false;
  pollfd waiting{socket_, POLLIN, 0};
  if (::poll(&waiting, 1, static_cast<int>(patience.count())) != 1) return false;
  std::string room(65536, '\0');
  const auto got = ::recv(socket_, room.data(), room.size(), 0);
  ended_ = got <= 0;
  if (!ended_) inbox_.append(room, 0, static_cast<std::size_t>(got));
  return !ended_;
}

Reply Client::reply(bool to_head) {
  Reply reply;
  while (inbox_.find("\r\n\r\n") == std::string::npos) {
    if (!fill()) return reply;
  }
  reply.head = inbox_.substr(0, inbox_.find("\r\n\r\n") + 4);
  inbox_.erase(0, reply.head.size());
  reply.status = std::stoi(reply.head.substr(9, 3));
  const auto length = reply.header("content-length");
  const std::size_t wanted = length.empty() || to_head ? 0 : std::stoul(length);
  while (inbox_.size() < wanted && fill()) {
  }
  reply.body = inbox_.substr(0, wanted);
  inbox_.erase(0, reply.body.size());
  return reply;
}

bool Client::closes() {
  while (fill()) {
  }
  return ended_ && inbox_.empty();
}

int Client::status_of(const std::string& bytes) {
  send(bytes);
  return reply().status;
}

struct TestServer::Lines {
  mutable std::mutex mutex;
  std::ostringstream text;
};

namespace {

/// Writes under the test's own lock, so that the log can be read while the server runs.
class LockedSink : public spdlog::sinks::base_sink<spdlog::details::null_mutex> {
 public:
  LockedSink(std::mutex& mutex, std::ostringstream& text) : lock_(mutex), text_(text) {}

 protected:
  void sink_it_(const spdlog::details::log_msg& message) override {
    const std::lock_guard guard(lock_);
    spdlog::memory_buf_t line;
    formatter_->format(message, line);
    text_.write(line.data(), static_cast<std::streamsize>(line.size()));
  }
  void flush_() override {}

 private:
  std::mutex& lock_;
  std::ostringstream& text_;
};

reviewd::Response echo(const reviewd::Request& request) {
  reviewd::Response response;
  response.content_type = "text/plain";
  response.body = request.method + "\n" + request.path + "\n" + request.query + "\n" + request.body;
  response.route = "echo";
  return response;
}

}  // namespace

TestServer::TestServer(reviewd::Limits limits, reviewd::Handler handler, int threads)
    : lines_(std::make_shared<Lines>()) {
  if (!handler) {
    handler = [](const reviewd::Request& request, const reviewd::Answer& answer) { answer(echo(request)); };
  }
  auto counted = [this, handler](reviewd::Request request, reviewd::Answer answer) {
    {
      const std::lock_guard lock(mutex_);
      ++requests_;
    }
    handler(std::move(request), std::move(answer));
  };
  auto logger =
      reviewd::make_json_logger(spdlog::level::info, std::make_shared<LockedSink>(lines_->mutex, lines_->text));
  server_ = std::make_unique<reviewd::Server>(std::move(limits), counted, std::move(logger), &metrics_);
  const auto bound = server_->bind("127.0.0.1", 0);
  REQUIRE(bound);
  port_ = *bound;
  thread_ = std::thread([this, threads] { clean_ = server_->run(threads); });
}

bool TestServer::comes_to_say(const std::string& text) const {
  for (int i = 0; i < 2000; ++i) {
    if (metrics_.text().find(text) != std::string::npos) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  return false;
}

TestServer::~TestServer() {
  if (thread_.joinable()) {
    server_->stop();
    thread_.join();
  }
}

std::size_t TestServer::requests() const {
  const std::lock_guard lock(mutex_);
  return requests_;
}

std::string TestServer::log() const {
  const std::lock_guard lock(lines_->mutex);
  return lines_->text.str();
}

bool TestServer::finish() {
  thread_.join();
  return clean_;
}

std::string get(const std::string& path, const std::string& fields) {
  return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + fields + "\r\n";
}

std::string post(const std::string& fields, const std::string& body) {
  return "POST /echo HTTP/1.1\r\nHost: localhost\r\n" + fields + "\r\n" + body;
}

reviewd::Limits impatient() {
  using namespace std::chrono_literals;
  reviewd::Limits limits;
  limits.header_time = 600ms;
  limits.body_time = 1500ms;
  limits.body_grace = 600ms;
  limits.idle_time = 800ms;
  limits.handler_time = 600ms;
  limits.drain_time = 1000ms;
  return limits;
}

}  // namespace framing
