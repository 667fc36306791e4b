#include <catch2/catch.hpp>
#include <optional>
#include <string>
#include <vector>

#include "reviewd/http/percent.hpp"

using reviewd::NameValues;
using Segments = std::vector<std::string>;

TEST_CASE("percent-decoding is strict", "[unit][http]") {
  CHECK(reviewd::percent_decoded("a%2Fb") == "a/b");
  CHECK(reviewd::percent_decoded("%c3%A9") == "\xC3\xA9");
  CHECK(reviewd::percent_decoded("a+b") == "a+b");
  CHECK(reviewd::percent_decoded("a+b", reviewd::Plus::is_space) == "a b");
  CHECK(reviewd::percent_decoded("a%2Bb", reviewd::Plus::is_space) == "a+b");
  CHECK(reviewd::percent_decoded("") == "");
  for (const auto* broken : {"%", "%2", "a%2", "%zz", "%2g", "%%20", "%00", "%0a", "%7f", "%ff", "%c3", "%c0%af",
                             "%ed%a0%80", "%f4%90%80%80"}) {
    CAPTURE(broken);
    CHECK_FALSE(reviewd::percent_decoded(broken));
  }
}

TEST_CASE("what is encoded decodes to itself", "[unit][http]") {
  const std::string text = "state=\"OVERDUE\" & 100% caf\xC3\xA9/~";
  CHECK(reviewd::percent_encoded("a b/c") == "a%20b%2Fc");
  CHECK(reviewd::percent_decoded(reviewd::percent_encoded(text)) == text);
}

TEST_CASE("a path is cut before it is decoded, and never normalised", "[unit][http]") {
  CHECK(reviewd::path_segments("/") == Segments{""});
  CHECK(reviewd::path_segments("/v1/cases") == Segments{"v1", "cases"});
  CHECK(reviewd::path_segments("/v1/cases/") == Segments{"v1", "cases", ""});
  CHECK(reviewd::path_segments("/a%2Fb/c") == Segments{"a/b", "c"});
  CHECK(reviewd::path_segments("/../%2e%2E//x") == Segments{"..", "..", "", "x"});
  CHECK_FALSE(reviewd::path_segments("v1"));
  CHECK_FALSE(reviewd::path_segments(""));
  CHECK_FALSE(reviewd::path_segments("/%zz"));
}

TEST_CASE("a query is cut at ampersands and first equals signs", "[unit][http]") {
  CHECK(reviewd::query_parameters("") == NameValues{});
  CHECK(reviewd::query_parameters("filter=state=\"OVERDUE\"&orderBy=dueOn") ==
        NameValues{{"filter", "state=\"OVERDUE\""}, {"orderBy", "dueOn"}});
  CHECK(reviewd::query_parameters("a=1&a=2&&b&c=") == NameValues{{"a", "1"}, {"a", "2"}, {"b", ""}, {"c", ""}});
  CHECK(reviewd::query_parameters("q=two+words%20more") == NameValues{{"q", "two words more"}});
  CHECK(reviewd::query_parameters("d=2026-03-31;e") == NameValues{{"d", "2026-03-31;e"}});
  CHECK_FALSE(reviewd::query_parameters("a=%"));
  CHECK_FALSE(reviewd::query_parameters("%00=a"));
}
