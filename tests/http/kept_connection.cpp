#include <catch2/catch.hpp>
#include <chrono>

#include "tests/http/framing_support.hpp"
#include "tests/support/http_caller.hpp"

/// Whoever asks over a connection that the service has closed meanwhile hears nothing, and may not send what writes
/// again: so tests look first.
namespace framing {
namespace {

TEST_CASE("What is sent after the service closed an idle connection goes over a new one", "[service][http]") {
  TestServer server(impatient());
  review::test::HttpCaller caller(server.port(), "");
  REQUIRE(caller.post("/echo", "first").status == 200);
  // Another caller who says as little is closed no sooner.
  Client other(server.port());
  REQUIRE(other.status_of(get("/")) == 200);
  other.patience = std::chrono::seconds(30);
  REQUIRE(other.closes());
  CHECK(caller.post("/echo", "second").status == 200);
  CHECK(server.requests() == 3);
}

}  // namespace
}  // namespace framing
