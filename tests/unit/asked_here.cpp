#include "reviewd/http/asked_here.hpp"

#include <catch2/catch.hpp>

namespace {

reviewd::Request request(const std::string& peer, const std::string& host, reviewd::NameValues more = {}) {
  reviewd::Request made;
  made.peer = peer;
  made.headers = std::move(more);
  if (!host.empty()) made.headers.emplace_back("Host", host);
  return made;
}

TEST_CASE("A request is of this machine if it comes from it, names it and came past no proxy", "[unit]") {
  using reviewd::is_asked_here;
  for (const auto* host : {"127.0.0.1:8080", "localhost:8080", "localhost", "[::1]:8080"}) {
    INFO(host);
    CHECK(is_asked_here(request("127.0.0.1", host)));
    CHECK(is_asked_here(request("::1", host)));
    CHECK_FALSE(is_asked_here(request("192.0.2.7", host)));
    for (const auto* name : {"X-Forwarded-For", "x-forwarded-host", "Forwarded", "X-Real-IP", "Via"}) {
      INFO(name);
      CHECK_FALSE(is_asked_here(request("127.0.0.1", host, {{name, "192.0.2.7"}})));
    }
  }
  for (const auto* host : {"", "reviews.example.org", "localhost.example.org", "[", "127.evil.example"}) {
    INFO(host);
    CHECK_FALSE(is_asked_here(request("127.0.0.1", host)));
  }
}

}  // namespace
