#include <sys/resource.h>

#include <catch2/catch.hpp>
#include <memory>
#include <string>
#include <vector>

#include "tests/http/framing_support.hpp"

using framing::Client;
using framing::get;
using framing::post;
using framing::TestServer;

namespace {

int status(const TestServer& server, const std::string& bytes) { return Client(server.port()).status_of(bytes); }

std::string with_length(std::size_t size) {
  return post("Content-Length: " + std::to_string(size) + "\r\n", std::string(size, 'x'));
}

std::string in_chunks(std::size_t size) {
  std::string body;
  for (std::size_t left = size; left > 0;) {
    const std::size_t now = std::min<std::size_t>(left, 0x1000);
    char line[16];
    std::snprintf(line, sizeof line, "%zx\r\n", now);
    body += line + std::string(now, 'x') + "\r\n";
    left -= now;
  }
  return post("Transfer-Encoding: chunked\r\n", body + "0\r\n\r\n");
}

}  // namespace

TEST_CASE("the published limits hold at one under and one over", "[service][http]") {
  TestServer server;
  CHECK(status(server, get("/" + std::string(2047, 'a'))) == 200);
  CHECK(status(server, get("/" + std::string(2048, 'a'))) == 414);
  CHECK(status(server, get("/" + std::string(20'000, 'a'))) == 414);
  std::string fields;
  for (int i = 0; i < 63; ++i) fields += "A: b\r\n";
  CHECK(status(server, get("/", fields)) == 200);
  CHECK(status(server, get("/", fields + "A: b\r\n")) == 431);
  std::string tiny;
  for (int i = 0; i < 2000; ++i) tiny += "A:\r\n";
  CHECK(status(server, get("/", tiny)) == 431);
  const std::size_t rest = get("/", "A: \r\n").size();
  CHECK(status(server, get("/", "A: " + std::string(8192 - rest, 'b') + "\r\n")) == 200);
  CHECK(status(server, get("/", "A: " + std::string(8193 - rest, 'b') + "\r\n")) == 431);
  CHECK(status(server, get("/", "A: " + std::string(100'000, 'b') + "\r\n")) == 431);
  CHECK(status(server, with_length(256 * 1024)) == 200);
  CHECK(status(server, with_length(256 * 1024 + 1)) == 413);
  CHECK(status(server, in_chunks(256 * 1024)) == 200);
  CHECK(status(server, in_chunks(256 * 1024 + 1)) == 413);
}

TEST_CASE("a route may take a larger body", "[service][http]") {
  reviewd::Limits limits;
  limits.body_bytes = 10;
  limits.body_limit = [](std::string_view method, std::string_view path) {
    return method == "POST" && path == "/echo" ? std::int64_t{1'000'000} : std::int64_t{10};
  };
  TestServer server(limits);
  CHECK(status(server, with_length(1'000'000)) == 200);
  CHECK(status(server, in_chunks(1'000'001)) == 413);
  CHECK(status(server, "PUT /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 11\r\n\r\n01234567890") == 413);
}

TEST_CASE("bodies that do not fit in memory together are put off", "[service][http]") {
  reviewd::Limits limits;
  limits.buffered_bytes = 1500;
  TestServer server(limits);
  Client slow(server.port());
  slow.send(post("Content-Length: 1001\r\n", std::string(1000, 'x')));
  int other = 0;
  for (int i = 0; i < 500 && other != 503; ++i) other = status(server, with_length(1000));
  CHECK(other == 503);
  slow.send("x");
  CHECK(slow.reply().status == 200);
  CHECK(status(server, with_length(1000)) == 200);
}

TEST_CASE("chunk lines cannot grow without end", "[service][http]") {
  TestServer server;
  Client client(server.port());
  client.send(post("Transfer-Encoding: chunked\r\n", "5;" + std::string(100'000, 'a')));
  CHECK(client.reply().status == 400);
  CHECK(client.closes());
}

TEST_CASE("an address has so many requests a second, and is told when to come back", "[service][http]") {
  reviewd::Limits limits;
  limits.spare_loopback = false;
  limits.requests_per_second = 1;
  limits.request_burst = 3;
  TestServer server(limits);
  Client client(server.port());
  for (int i = 0; i < 3; ++i) CHECK(client.status_of(get("/")) == 200);
  client.send(get("/"));
  const auto reply = client.reply();
  CHECK(reply.status == 429);
  CHECK(reply.header("Retry-After") == "1");
  CHECK(client.closes());
}

TEST_CASE("an address has so many connections, and loopback as many as it wants", "[service][http]") {
  for (const bool spared : {false, true}) {
    reviewd::Limits limits;
    limits.spare_loopback = spared;
    limits.connections_per_address = 2;
    TestServer server(limits);
    Client first(server.port());
    CHECK(first.status_of(get("/")) == 200);
    {
      Client second(server.port());
      CHECK(second.status_of(get("/")) == 200);
      Client third(server.port());
      CHECK(third.status_of(get("/")) == (spared ? 200 : 429));
    }
    int again = 0;
    for (int i = 0; i < 100 && again != 200; ++i) again = status(server, get("/"));
    CHECK(again == 200);
  }
}

TEST_CASE("over the limit of connections a caller is told, and taken again later", "[service][http]") {
  reviewd::Limits limits;
  limits.connections = 2;
  TestServer server(limits);
  {
    Client first(server.port());
    Client second(server.port());
    CHECK(first.status_of(get("/")) == 200);
    CHECK(second.status_of(get("/")) == 200);
    Client third(server.port());
    CHECK(third.reply().status == 503);
    CHECK(third.closes());
  }
  int again = 0;
  for (int i = 0; i < 100 && again != 200; ++i) again = status(server, get("/"));
  CHECK(again == 200);
  CHECK(server.comes_to_say("http_connections_refused_total{reason=\"all\"} "));
}

TEST_CASE("the listener lives through a day without descriptors", "[service][http]") {
  TestServer server;
  CHECK(status(server, get("/")) == 200);
  rlimit before{};
  REQUIRE(::getrlimit(RLIMIT_NOFILE, &before) == 0);
  std::vector<std::unique_ptr<Client>> clients;
  for (int i = 0; i < 20; ++i) clients.push_back(std::make_unique<Client>(server.port()));
  CHECK(clients.back()->status_of(get("/")) == 200);
  auto late = std::make_unique<Client>(server.port());
  CHECK(late->status_of(get("/")) == 200);
  std::vector<int> held;
  auto tight = before;
  tight.rlim_cur = 128;
  REQUIRE(::setrlimit(RLIMIT_NOFILE, &tight) == 0);
  for (int fd = ::dup(2); fd >= 0; fd = ::dup(2)) held.push_back(fd);
  REQUIRE(held.size() > 2);
  ::close(held.back());
  held.pop_back();
  Client shed(server.port());
  CHECK(shed.closes());
  CHECK(late->status_of(get("/")) == 200);
  for (const int fd : held) ::close(fd);
  REQUIRE(::setrlimit(RLIMIT_NOFILE, &before) == 0);
  CHECK(status(server, get("/")) == 200);
  CHECK(server.log().find("\"event\":\"accept-failed\"") != std::string::npos);
}
