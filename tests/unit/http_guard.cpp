#include <catch2/catch.hpp>
#include <string>

#include "reviewd/http/guard.hpp"

using reviewd::examine;
using reviewd::Fault;
using reviewd::Limits;

namespace {

std::string head(const std::string& line, const std::string& fields = "") {
  return line + "\r\nHost: a.example\r\n" + fields + "\r\n";
}

/// The status that the header section is refused with; 0 where it is taken.
int refused(const std::string& section, const Limits& limits = {}) {
  const auto examined = examine(section, limits);
  return examined ? 0 : reviewd::fault_row(examined.error().fault).status;
}

int refused_post(const std::string& fields) { return refused(head("POST /x HTTP/1.1", fields)); }

}  // namespace

TEST_CASE("a plain request is taken apart", "[unit][http]") {
  const auto taken = examine(head("GET /v1/cases/-/clocks?filter=state=\"OVERDUE\"&x=%20 HTTP/1.1", "A:  b \r\n"), {});
  REQUIRE(taken);
  CHECK(taken->method == "GET");
  CHECK(taken->path == "/v1/cases/-/clocks");
  CHECK(taken->query == "filter=state=\"OVERDUE\"&x=%20");
  CHECK(taken->segments == std::vector<std::string>{"v1", "cases", "-", "clocks"});
  CHECK(taken->parameters == reviewd::NameValues{{"filter", "state=\"OVERDUE\""}, {"x", " "}});
  CHECK(taken->field("a") == "b");
  CHECK(taken->keep_alive);
  CHECK_FALSE(taken->length);
  CHECK_FALSE(taken->chunked);
}

TEST_CASE("a request line is read to the letter", "[unit][http]") {
  for (const auto* line : {"GET /",
                           "GET  / HTTP/1.1",
                           "GET / x HTTP/1.1",
                           " GET / HTTP/1.1",
                           "GET\t/ HTTP/1.1",
                           "GET / HTTP/1.1 ",
                           "G(T / HTTP/1.1",
                           "GET / http/1.1",
                           "GET / HTTP/11",
                           "GET / HTTP/1.10",
                           "GET /\x80 HTTP/1.1",
                           "GET /# HTTP/1.1",
                           "GET /a#b HTTP/1.1",
                           "GET x HTTP/1.1",
                           "GET * HTTP/1.1",
                           "GET /%zz HTTP/1.1",
                           "GET /?%0 HTTP/1.1",
                           "GET /a\"b HTTP/1.1",
                           "GET /<a> HTTP/1.1",
                           "GET /a\x01 HTTP/1.1",
                           "GET /\x7f HTTP/1.1",
                           "",
                           "GET ftp://a.example/ HTTP/1.1",
                           "GET http:// HTTP/1.1",
                           "GET http://u@a.example/ HTTP/1.1",
                           "GET http://b.example/ HTTP/1.1",
                           "GET /%00 HTTP/1.1",
                           "GET /%c0%af HTTP/1.1"}) {
    CAPTURE(line);
    CHECK(refused(head(line)) == 400);
  }
  CHECK(refused(head("GET / HTTP/1.2")) == 505);
  CHECK(refused(head("GET / HTTP/2.0")) == 505);
  CHECK(refused(head("PRI * HTTP/2.0")) == 505);
  CHECK(refused(head("get / HTTP/1.1")) == 501);
  CHECK(refused(head("BREW / HTTP/1.1")) == 501);
  CHECK(refused(head("TRACE / HTTP/1.1")) == 405);
  CHECK(refused(head("CONNECT a.example:443 HTTP/1.1")) == 405);
  CHECK(refused(head("OPTIONS * HTTP/1.1")) == 0);
  CHECK(refused(head("GET /?a<=\"b\">|{} HTTP/1.1")) == 0);
}

TEST_CASE("the absolute form is taken where it names the same host", "[unit][http]") {
  const auto taken = examine(head("GET HTTP://A.example/v1?x=1 HTTP/1.1"), {});
  REQUIRE(taken);
  CHECK(taken->path == "/v1");
  CHECK(taken->query == "x=1");
  CHECK(examine(head("GET http://a.example HTTP/1.1"), {})->path == "/");
  CHECK(examine(head("GET http://a.example?q HTTP/1.1"), {})->query == "q");
}

TEST_CASE("exactly one host, and one of ours", "[unit][http]") {
  CHECK(refused("GET / HTTP/1.1\r\n\r\n") == 400);
  CHECK(refused("GET / HTTP/1.0\r\n\r\n") == 0);
  CHECK(refused(head("GET / HTTP/1.1", "host: a.example\r\n")) == 400);
  CHECK(refused(head("GET / HTTP/1.0", "host: a.example\r\n")) == 400);
  for (const auto* host : {"", "a b", "a,b", "a@b", "a:b", "a:123456", "[::1", "[::1]x", "a/b", ":80"}) {
    CAPTURE(host);
    CHECK(refused("GET / HTTP/1.1\r\nHost: " + std::string(host) + "\r\n\r\n") == 400);
  }
  Limits limits;
  limits.allowed_hosts = {"reviews.example", "[::1]"};
  CHECK(refused("GET / HTTP/1.1\r\nHost: Reviews.example:8080\r\n\r\n", limits) == 0);
  CHECK(refused("GET / HTTP/1.1\r\nHost: [::1]:8080\r\n\r\n", limits) == 0);
  CHECK(refused("GET / HTTP/1.1\r\nHost: rebound.example\r\n\r\n", limits) == 421);
  CHECK(refused("GET / HTTP/1.0\r\n\r\n", limits) == 421);
}

TEST_CASE("any transfer coding but exactly chunked is refused", "[unit][http]") {
  for (const auto* coding : {"xchunked", "identity", "chunked, identity", "chunked, chunked", "\"chunked\"", "gzip",
                             "gzip, chunked", ",chunked", "chunked,", "", "Chunked", "chunked;q=1",
                             "\x0b"
                             "chunked"}) {
    CAPTURE(coding);
    CHECK(refused_post("Transfer-Encoding: " + std::string(coding) + "\r\n") == 400);
  }
  CHECK(refused_post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n") == 400);
  CHECK(refused_post("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n") == 400);
  CHECK(refused_post("Transfer-Encoding: chunked\r\nContent-Length: 3\r\n") == 400);
  CHECK(refused_post("Content-Length: 3\r\nTransfer-Encoding: chunked\r\n") == 400);
  CHECK(refused_post("Transfer-Encoding: gzip\r\nContent-Length: 3\r\n") == 400);
  CHECK(refused_post("Transfer-Encoding : chunked\r\n") == 400);
  CHECK(refused(head("POST / HTTP/1.0", "Transfer-Encoding: chunked\r\n")) == 400);
  CHECK(refused_post("Transfer-Encoding: chunked\r\nTrailer: X\r\n") == 400);
  CHECK(refused_post("Transfer-Encoding:\tchunked \r\n") == 0);
}

TEST_CASE("a length is one plain number", "[unit][http]") {
  for (const auto* length : {"3, 3", "003", "00", "+3", "-1", "0x3", "", "3 3", "3;", "3.0", "\xC2\xB2"}) {
    CAPTURE(length);
    CHECK(refused_post("Content-Length: " + std::string(length) + "\r\n") == 400);
  }
  CHECK(refused_post("Content-Length: 3\r\nContent-Length: 3\r\n") == 400);
  CHECK(refused_post("Content-Length: 3\r\nContent-Length: 4\r\n") == 400);
  CHECK(refused_post("Content-Length: 18446744073709551617\r\n") == 413);
  CHECK(refused_post("Content-Length: 262145\r\n") == 413);
  CHECK(refused_post("Content-Length: 262144\r\n") == 0);
  CHECK(refused_post("Content-Length: 0\r\n") == 0);
  Limits limits;
  limits.body_limit = [](std::string_view method, std::string_view path) {
    return method == "POST" && path == "/v1/import" ? std::int64_t{1000} : std::int64_t{10};
  };
  CHECK(refused(head("POST /v1/import?x=1 HTTP/1.1", "Content-Length: 1000\r\n"), limits) == 0);
  CHECK(refused(head("POST /v1/cases HTTP/1.1", "Content-Length: 11\r\n"), limits) == 413);
}

TEST_CASE("fields are lines of name, colon, value", "[unit][http]") {
  for (const auto* fields :
       {" folded\r\n", "\tfolded\r\n", "A: b\r\n c\r\n", "A : b\r\n", "A\r\n", ": b\r\n", "A b: c\r\n",
        "A: b\nC: d\r\n", "A: b\rC: d\r\n", "A\x80: b\r\n", "A: \x01\r\n", "A: \x7f\r\n", "A(: b\r\n"}) {
    CAPTURE(fields);
    CHECK(refused_post(fields) == 400);
  }
  CHECK(refused_post(std::string("A: b\0c\r\n", 8)) == 400);
  for (const auto* twice : {"Authorization", "Content-Type", "Idempotency-Key", "If-Match", "Origin"}) {
    const std::string line = std::string(twice) + ": 1\r\n";
    CHECK(refused_post(line) == 0);
    CHECK(refused_post(line + line) == 400);
  }
  CHECK(refused_post("Accept: a\r\nAccept: b\r\nUser-Agent: \xE9\r\n") == 0);
}

TEST_CASE("limits bite at one over and not at one under", "[unit][http]") {
  std::string fields;
  for (int i = 0; i < 63; ++i) fields += "A: b\r\n";
  CHECK(refused_post(fields) == 0);
  CHECK(refused_post(fields + "A: b\r\n") == 431);
  const std::string path = "/" + std::string(2047, 'a');
  CHECK(refused(head("GET " + path + " HTTP/1.1")) == 0);
  CHECK(refused(head("GET " + path + "a HTTP/1.1")) == 414);
  const std::size_t rest = head("GET / HTTP/1.1", "A: \r\n").size();
  CHECK(refused(head("GET / HTTP/1.1", "A: " + std::string(8192 - rest, 'b') + "\r\n")) == 0);
  CHECK(refused(head("GET / HTTP/1.1", "A: " + std::string(8193 - rest, 'b') + "\r\n")) == 431);
}

TEST_CASE("encodings and expectations that cannot be met are said so", "[unit][http]") {
  CHECK(refused_post("Content-Encoding: gzip\r\n") == 415);
  CHECK(refused_post("Content-Encoding: identity\r\n") == 0);
  CHECK(refused_post("Expect: 100-continue, x\r\n") == 417);
  CHECK(refused_post("Expect: 200-ok\r\n") == 417);
  CHECK(examine(head("POST / HTTP/1.1", "Expect: 100-Continue\r\n"), {})->expects_continue);
  CHECK_FALSE(examine(head("POST / HTTP/1.0", "Expect: 100-continue\r\n"), {})->expects_continue);
}

TEST_CASE("a connection is kept where both ends want it", "[unit][http]") {
  CHECK_FALSE(examine(head("GET / HTTP/1.0"), {})->keep_alive);
  CHECK_FALSE(examine(head("GET / HTTP/1.1", "Connection: x, Close\r\n"), {})->keep_alive);
  CHECK(examine(head("GET / HTTP/1.1", "Connection: keep-alive\r\n"), {})->keep_alive);
}

TEST_CASE("a header that cannot be healed is refused before it has ended", "[unit][http]") {
  const auto status = [](std::string_view partial) {
    const auto refused = reviewd::hopeless(partial, {});
    return refused ? reviewd::fault_row(refused->fault).status : 0;
  };
  CHECK(status("GET / HTTP/1.1\r\nHos") == 0);
  CHECK(status("GET / HTTP/1.1\r") == 0);
  CHECK(status("GET / HTTP/1.1\n") == 400);
  CHECK(status("GET / HTTP/1.1\rX") == 400);
  CHECK(status("\n") == 400);
  CHECK(status("\x16\x03\x01") == 400);
  CHECK(status("GET /" + std::string(9000, 'a')) == 414);
  CHECK(status("GET / HTTP/1.1\r\nA: " + std::string(9000, 'a')) == 431);
  CHECK(status(std::string(9000, 'a')) == 431);
}
