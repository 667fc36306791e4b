#include "tests/support/http_caller.hpp"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <boost/json/parse.hpp>
#include <catch2/catch.hpp>
#include <cctype>

namespace review::test {
namespace {

constexpr int patience_ms = 60'000;
/// Well under what the service gives an idle connection.
constexpr std::chrono::seconds longest_idle{5};

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
  return text;
}

bool send_all(int socket, const std::string& bytes) {
  for (std::size_t sent = 0; sent < bytes.size();) {
    const auto now = ::send(socket, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
    if (now <= 0) return false;
    sent += static_cast<std::size_t>(now);
  }
  return true;
}

bool receive(int socket, std::string& inbox) {
  pollfd waiting{socket, POLLIN, 0};
  if (::poll(&waiting, 1, patience_ms) != 1) return false;
  std::string room(65536, '\0');
  const auto got = ::recv(socket, room.data(), room.size(), 0);
  if (got > 0) inbox.append(room, 0, static_cast<std::size_t>(got));
  return got > 0;
}

}  // namespace

std::string HttpAnswer::header(const std::string& name) const {
  const auto at = lower(head).find("\r\n" + lower(name) + ": ");
  if (at == std::string::npos) return {};
  const auto from = at + name.size() + 4;
  return head.substr(from, head.find("\r\n", from) - from);
}

boost::json::value HttpAnswer::json() const {
  boost::json::error_code error;
  auto value = boost::json::parse(body, error);
  return error ? boost::json::value() : value;
}

std::string HttpAnswer::text(std::string_view pointer) const {
  const auto value = json();
  boost::json::error_code error;
  const auto* found = value.find_pointer(pointer, error);
  return found != nullptr && found->is_string() ? std::string(found->get_string()) : std::string();
}

HttpCaller::HttpCaller(HttpCaller&& from) noexcept
    : port_(from.port_),
      token_(std::move(from.token_)),
      socket_(std::exchange(from.socket_, -1)),
      answered_(from.answered_),
      inbox_(std::move(from.inbox_)) {}

HttpCaller::~HttpCaller() { close(); }

void HttpCaller::close() {
  if (socket_ >= 0) ::close(socket_);
  socket_ = -1;
  inbox_.clear();
}

/// Between an answer and the next request nothing arrives but the end of the connection.
bool HttpCaller::is_stale() const {
  pollfd ended{socket_, POLLIN, 0};
  return std::chrono::steady_clock::now() - answered_ > longest_idle || ::poll(&ended, 1, 0) != 0;
}

bool HttpCaller::connect() {
  if (socket_ >= 0 && is_stale()) close();
  if (socket_ >= 0) return true;
  socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port_);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
    close();
    return false;
  }
  const int on = 1;
  ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  return true;
}

bool says(const std::string& text, std::string_view words) {
  UNSCOPED_INFO("looked for: " << words << " in\n" << text);
  return text.find(words) != std::string::npos;
}

bool says(const HttpAnswer& answer, std::string_view words) { return says(answer.body, words); }

HttpAnswer HttpCaller::exchange(const std::string& request) {
  HttpAnswer answer;
  if (!connect() || !send_all(socket_, request)) return answer;
  while (inbox_.find("\r\n\r\n") == std::string::npos) {
    if (!receive(socket_, inbox_)) return answer;
  }
  answer.head = inbox_.substr(0, inbox_.find("\r\n\r\n") + 4);
  inbox_.erase(0, answer.head.size());
  const auto length = answer.header("Content-Length");
  const std::size_t wanted = length.empty() ? 0 : std::stoul(length);
  while (inbox_.size() < wanted) {
    if (!receive(socket_, inbox_)) return answer;
  }
  answer.status = std::stoi(answer.head.substr(9, 3));
  answer.body = inbox_.substr(0, wanted);
  inbox_.erase(0, wanted);
  answered_ = std::chrono::steady_clock::now();
  if (lower(answer.header("Connection")) == "close") close();
  return answer;
}

HttpAnswer HttpCaller::send(const std::string& method, const std::string& target, const std::string& body,
                            const HttpFields& fields) {
  std::string request = fmt::format("{} {} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\n", method, target, port_);
  if (!token_.empty()) request += fmt::format("Authorization: Bearer {}\r\n", token_);
  const bool typed =
      std::any_of(fields.begin(), fields.end(), [](const auto& field) { return field.first == "Content-Type"; });
  if (!body.empty() && !typed) request += "Content-Type: application/json\r\n";
  for (const auto& [name, value] : fields) request += fmt::format("{}: {}\r\n", name, value);
  if (!body.empty() || method != "GET") request += fmt::format("Content-Length: {}\r\n", body.size());
  request += "\r\n" + body;
  auto answer = exchange(request);
  if (answer.status == 0) close();
  return answer;
}

HttpAnswer HttpCaller::get(const std::string& target, const HttpFields& fields) {
  return send("GET", target, "", fields);
}

HttpAnswer HttpCaller::post(const std::string& target, const std::string& body, const HttpFields& fields) {
  return send("POST", target, body, fields);
}

HttpAnswer HttpCaller::put(const std::string& target, const std::string& body) { return send("PUT", target, body, {}); }

}  // namespace review::test
