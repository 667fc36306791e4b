#include <catch2/catch.hpp>
#include <string>
#include <utility>
#include <vector>

#include "tests/http/framing_support.hpp"

using framing::Client;
using framing::get;
using framing::post;
using framing::TestServer;

namespace {

struct Row {
  std::string what;
  std::string bytes;
  int status;
};

const std::string chunks = "5\r\nhello\r\n0\r\n\r\n";
const std::string smuggled = "GET /smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n";

std::string coding(const std::string& value) { return post("Transfer-Encoding: " + value + "\r\n", chunks); }
std::string length(const std::string& value) { return post("Content-Length: " + value + "\r\n", "abc"); }
std::string chunked(const std::string& body) { return post("Transfer-Encoding: chunked\r\n", body); }

std::vector<Row> framing_rows() {
  return {
      {"xchunked", coding("xchunked"), 400},
      {"identity", coding("identity"), 400},
      {"chunked then identity", coding("chunked, identity"), 400},
      {"chunked twice", coding("chunked, chunked"), 400},
      {"quoted coding", coding("\"chunked\""), 400},
      {"gzip then chunked", coding("gzip, chunked"), 400},
      {"leading comma", coding(",chunked"), 400},
      {"two coding lines", coding("chunked\r\nTransfer-Encoding: chunked"), 400},
      {"coding with length", coding("chunked\r\nContent-Length: 3"), 400},
      {"length with coding", coding("chunked\r\nContent-Length: 3"), 400},
      {"gzip with length", coding("gzip\r\nContent-Length: 3"), 400},
      {"chunked on 1.0", "POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks, 400},
      {"equal lengths", length("3\r\nContent-Length: 3"), 400},
      {"length list", length("3, 3"), 400},
      {"padded length", length("003"), 400},
      {"plus", length("+3"), 400},
      {"minus", length("-1"), 400},
      {"hexadecimal", length("0x3"), 400},
      {"no length", length(""), 400},
      {"length over 64 bits", length("18446744073709551617"), 413},
      {"differing lengths", length("3\r\nContent-Length: 4"), 400},
      {"chunk size 0x", chunked("0x5\r\nhello\r\n0\r\n\r\n"), 400},
      {"chunk size plus", chunked("+5\r\nhello\r\n0\r\n\r\n"), 400},
      {"chunk size minus", chunked("-5\r\nhello\r\n0\r\n\r\n"), 400},
      {"chunk size underscore", chunked("5_\r\nhello\r\n0\r\n\r\n"), 400},
      {"chunk size of 17 digits", chunked("10000000000000005\r\nhello\r\n0\r\n\r\n"), 400},
      {"largest chunk size", chunked("ffffffffffffffff\r\nhello\r\n0\r\n\r\n"), 413},
      {"LF in chunk extension", chunked("5;a\nb\r\nhello\r\n0\r\n\r\n"), 400},
      {"no CR LF after chunk", chunked("5\r\nhelloX0\r\n\r\n"), 400},
      {"trailer Authorization", chunked("5\r\nhello\r\n0\r\nAuthorization: x\r\n\r\n"), 400},
      {"trailer X-Role", chunked("5\r\nhello\r\n0\r\nX-Role: x\r\n\r\n"), 400},
      {"trailer length", chunked("5\r\nhello\r\n0\r\nContent-Length: 5\r\n\r\n"), 400},
      {"trailer announced", post("Transfer-Encoding: chunked\r\nTrailer: X\r\n", chunks), 400},
      {"folded line", get("/", "A: b\r\n c\r\n"), 400},
      {"no host", "GET / HTTP/1.1\r\n\r\n", 400},
      {"two hosts", get("/", "Host: localhost\r\n"), 400},
      {"another host in the target", get("http://elsewhere.example/"), 400},
      {"8-bit byte in target", get("/\xE9"), 400},
      {"hash in target", get("/#a"), 400},
      {"space in target", get("/a b"), 400},
      {"unknown method", "BREW / HTTP/1.1\r\nHost: a\r\n\r\n", 501},
      {"lower-case method", "get / HTTP/1.1\r\nHost: a\r\n\r\n", 501},
      {"TRACE", "TRACE / HTTP/1.1\r\nHost: a\r\n\r\n", 405},
      {"CONNECT", "CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n", 405},
      {"bare CR", get("/", "A: b\rc\r\n"), 400},
      {"NUL", get("/", std::string("A: b\0c\r\n", 8)), 400},
      {"space before colon", get("/", "A : b\r\n"), 400},
      {"leading space", " " + get("/"), 400},
      {"leading CR LF", "\r\n" + get("/"), 400},
      {"HTTP/0.9", "GET /\r\n\r\n", 400},
      {"HTTP/1.2", "GET / HTTP/1.2\r\nHost: a\r\n\r\n", 505},
      {"HTTP/2.0", "GET / HTTP/2.0\r\nHost: a\r\n\r\n", 505},
      {"h2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505},
      {"bare LF", "GET / HTTP/1.1\nHost: a\n\n", 400},
      {"compressed content", post("Content-Encoding: gzip\r\nContent-Length: 3\r\n", "abc"), 415},
      {"unknown expectation", post("Expect: 200-ok\r\nContent-Length: 3\r\n", "abc"), 417},
  };
}

}  // namespace

TEST_CASE("what is framed unsafely is refused, closed, and never reaches a handler", "[service][http]") {
  TestServer server;
  for (const auto& row : framing_rows()) {
    CAPTURE(row.what);
    Client client(server.port());
    client.send(row.bytes + smuggled);
    const auto reply = client.reply();
    CHECK(reply.status == row.status);
    CHECK(reply.header("Connection") == "close");
    CHECK(reply.header("Content-Type") == "application/problem+json");
    CHECK(client.closes());
  }
  CHECK(server.requests() == 0);
  CHECK(server.log().find("smuggled") == std::string::npos);
}

TEST_CASE("what is framed safely arrives as it was sent", "[service][http]") {
  TestServer server;
  Client client(server.port());
  client.send(get("/v1/cases/-/clocks?filter=state=\"OVERDUE\"&orderBy=dueOn"));
  CHECK(client.reply().body == "GET\n/v1/cases/-/clocks\nfilter=state=\"OVERDUE\"&orderBy=dueOn\n");
  client.send(post("Content-Length: 5\r\n", "hello"));
  CHECK(client.reply().body == "POST\n/echo\n\nhello");
  client.send(chunked("5;ext=\"1\"\r\nhello\r\n1\r\n!\r\n0\r\n\r\n"));
  CHECK(client.reply().body == "POST\n/echo\n\nhello!");
  client.send(post("Content-Length: 0\r\n", "") + post("", ""));
  CHECK(client.reply().status == 200);
  CHECK(client.reply().status == 200);
  client.send(get("http://localhost/x"));
  CHECK(client.reply().body == "GET\n/x\n\n");
  CHECK(client.status_of("GET / HTTP/1.0\r\n\r\n") == 200);
  CHECK(client.closes());
}

TEST_CASE("bytes may come one at a time", "[service][http]") {
  TestServer server;
  Client client(server.port());
  for (const auto& request : {post("Content-Length: 3\r\n", "abc"), chunked("1\r\na\r\n2;x\r\nbc\r\n0\r\n\r\n")}) {
    for (const char byte : request) REQUIRE(client.send(std::string(1, byte)));
    CHECK(client.reply().body == "POST\n/echo\n\nabc");
  }
}

TEST_CASE("pipelined requests are answered in order", "[service][http]") {
  TestServer server;
  Client client(server.port());
  std::string all;
  for (int i = 0; i < 50; ++i) {
    const std::string number = std::to_string(i);
    all += i % 2 ? get("/" + number) : post("Content-Length: " + std::to_string(number.size()) + "\r\n", number);
  }
  client.send(all);
  for (int i = 0; i < 50; ++i) {
    const std::string number = std::to_string(i);
    CHECK(client.reply().body == (i % 2 ? "GET\n/" + number + "\n\n" : "POST\n/echo\n\n" + number));
  }
}

TEST_CASE("HEAD is GET without the body", "[service][http]") {
  TestServer server;
  Client client(server.port());
  client.send("HEAD /abc HTTP/1.1\r\nHost: a\r\n\r\n" + get("/next"));
  const auto reply = client.reply(true);
  CHECK(reply.status == 200);
  CHECK(reply.header("Content-Length") == "10");
  CHECK(client.reply().body == "GET\n/next\n\n");
}

TEST_CASE("100-continue is said once the header is good, and only then", "[service][http]") {
  TestServer server;
  Client client(server.port());
  CHECK(client.status_of(post("Expect: 100-continue\r\nContent-Length: 5\r\n", "")) == 100);
  client.send("hello");
  CHECK(client.reply().body == "POST\n/echo\n\nhello");
  CHECK(client.status_of(post("Expect: 100-continue\r\nContent-Length: 5\r\n", "hello")) == 200);
  CHECK(client.status_of(post("Expect: 100-continue\r\nContent-Length: 0\r\n", "")) == 200);
  CHECK(client.status_of(post("Expect: 100-continue\r\nContent-Length: 999999\r\n", "")) == 413);
  CHECK(client.closes());
}

TEST_CASE("every answer has its own request id, and none comes from outside", "[service][http]") {
  TestServer server;
  Client client(server.port());
  client.send(get("/", "X-Request-Id: forged\r\n") + get("/"));
  const auto first = client.reply().header("X-Request-Id");
  const auto second = client.reply().header("X-Request-Id");
  CHECK(first.size() == 16);
  CHECK(first.find_first_not_of("0123456789abcdef") == std::string::npos);
  CHECK(first != second);
  client.send(get("/%zz"));
  const auto problem = client.reply();
  CHECK(problem.body.find("\"requestId\":\"" + problem.header("X-Request-Id") + "\"") != std::string::npos);
  CHECK(client.closes());
  CHECK(server.log().find(first) != std::string::npos);
  CHECK(server.log().find("\"route\":\"echo\"") != std::string::npos);
}
