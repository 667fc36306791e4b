#include <catch2/catch.hpp>
#include <stdexcept>

#include "reviewd/http/percent.hpp"
#include "reviewd/http/router.hpp"

using reviewd::Route;
using reviewd::RouteMatch;
using reviewd::Router;
using Kind = RouteMatch::Kind;

namespace {

Router table() {
  return Router({{"GET", "/healthz", "health"},
                 {"POST", "/v1/cases", "open-case"},
                 {"GET", "/v1/cases", "list-cases"},
                 {"GET", "/v1/cases/{case}", "get-case"},
                 {"GET", "/v1/cases/{case}/entries/{entry}", "get-entry"},
                 {"GET", "/v1/cases/{case}/clocks", "case-clocks"},
                 {"GET", "/v1/cases/{case}/clocks/{clock}", "get-clock"},
                 {"GET", "/v1/cases/-/clocks", "all-clocks"},
                 {"GET", "/v1/journal/head", "journal-head"},
                 {"POST", "/v1/journal:verify", "verify-journal"},
                 {"GET", "/v1/tokens/{token}", "get-token"},
                 {"POST", "/v1/tokens/{token}:revoke", "revoke-token"},
                 {"PUT", "/v1/practice/today", "set-today"}});
}

RouteMatch match(const Router& router, std::string_view method, std::string_view path) {
  return router.match(method, reviewd::path_segments(path).value());
}

std::string name(const Router& router, std::string_view method, std::string_view path) {
  const auto found = match(router, method, path);
  return found.route ? found.route->name : "";
}

}  // namespace

TEST_CASE("a request finds its route and its path parameters", "[unit][http]") {
  const Router router = table();
  CHECK(name(router, "GET", "/healthz") == "health");
  CHECK(name(router, "POST", "/v1/cases") == "open-case");
  CHECK(name(router, "GET", "/v1/cases") == "list-cases");
  const auto entry = match(router, "GET", "/v1/cases/26-0007/entries/e%2D1");
  REQUIRE(entry.kind == Kind::found);
  CHECK(entry.route->name == "get-entry");
  CHECK(entry.parameter("case") == "26-0007");
  CHECK(entry.parameter("entry") == "e-1");
  CHECK(entry.parameter("clock").empty());
}

TEST_CASE("a literal segment wins over a parameter", "[unit][http]") {
  const Router router = table();
  CHECK(name(router, "GET", "/v1/cases/-/clocks") == "all-clocks");
  CHECK(name(router, "GET", "/v1/cases/26-0001/clocks") == "case-clocks");
}

TEST_CASE("custom verbs are part of their segment", "[unit][http]") {
  const Router router = table();
  CHECK(name(router, "POST", "/v1/journal:verify") == "verify-journal");
  const auto revoke = match(router, "POST", "/v1/tokens/t-9:revoke");
  REQUIRE(revoke.kind == Kind::found);
  CHECK(revoke.parameter("token") == "t-9");
  CHECK(match(router, "POST", "/v1/tokens/:revoke").kind == Kind::method_not_allowed);
  CHECK(match(router, "GET", "/v1/cases/26-0001/clocks/agency-return:police:2").parameter("clock") ==
        "agency-return:police:2");
}

TEST_CASE("what is not in the table is not found", "[unit][http]") {
  const Router router = table();
  for (const auto* path : {"/", "/v1", "/v1/", "/v1/cases/", "/v1//entries/e", "/v1/cases/a%2Fclocks/x/y", "/V1/cases",
                           "/v1/cases/../cases", "/v1/cases/x/entries/e/", "/v1/journal:burn", "/healthz/"}) {
    CAPTURE(path);
    const auto found = match(router, "GET", path);
    CHECK(found.kind == Kind::not_found);
    const auto answer = reviewd::answer_without_route(found, "0123456789abcdef");
    REQUIRE(answer);
    CHECK(answer->status == 404);
  }
}

TEST_CASE("a known address with another method says which it takes", "[unit][http]") {
  const Router router = table();
  const auto found = match(router, "DELETE", "/v1/cases");
  CHECK(found.kind == Kind::method_not_allowed);
  CHECK(found.allow == "GET, HEAD, OPTIONS, POST");
  const auto answer = reviewd::answer_without_route(found, "0123456789abcdef");
  REQUIRE(answer);
  CHECK(answer->status == 405);
  CHECK(answer->headers == reviewd::NameValues{{"Allow", "GET, HEAD, OPTIONS, POST"}});
  CHECK(match(router, "GET", "/v1/journal:verify").allow == "OPTIONS, POST");
}

TEST_CASE("OPTIONS is answered with the methods and nothing about other origins", "[unit][http]") {
  const Router router = table();
  const auto answer = reviewd::answer_without_route(match(router, "OPTIONS", "/v1/practice/today"), "id");
  REQUIRE(answer);
  CHECK(answer->status == 204);
  CHECK(answer->headers == reviewd::NameValues{{"Allow", "OPTIONS, PUT"}});
  const auto all = router.match("OPTIONS", {"*"});
  CHECK(all.kind == Kind::options);
  CHECK(all.allow == "GET, HEAD, OPTIONS, POST, PUT");
  CHECK(router.match("GET", {"*"}).kind == Kind::not_found);
  CHECK_FALSE(reviewd::answer_without_route(match(router, "GET", "/healthz"), "id"));
}

TEST_CASE("a table that cannot be meant is refused", "[unit][http]") {
  using Routes = std::vector<Route>;
  for (const auto* pattern : {"", "v1", "/{", "/{}", "/a{b}", "/{a}b", "/{a}:", "/}"}) {
    CAPTURE(pattern);
    CHECK_THROWS_AS(Router(Routes{{"GET", pattern, "x"}}), std::invalid_argument);
  }
  CHECK_THROWS_AS(Router(Routes{{"GET", "/a/{b}", "x"}, {"GET", "/a/{c}", "y"}}), std::invalid_argument);
  CHECK_NOTHROW(Router(Routes{{"GET", "/a/{b}", "x"}, {"POST", "/a/{c}", "y"}}));
}
