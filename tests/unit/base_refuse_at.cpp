#include <catch2/catch.hpp>

#include "libreview/base/refuse_at.hpp"

namespace review {
namespace {

TEST_CASE("A pointer to a field is written as RFC 6901 says", "[unit]") {
  CHECK(pointer_to("from") == "/from");
  CHECK(pointer_to("0", "/scopes") == "/scopes/0");
  CHECK(pointer_to("a/b~c") == "/a~1b~0c");
  CHECK(pointer_to("") == "/");
}

TEST_CASE("A refusal of one place says the same of the whole and of the place", "[unit]") {
  const Result<void> refused = refuse_at(Code::not_a_date, "There is no such day.", "/from");
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().code == Code::not_a_date);
  CHECK(refused.error().says == "There is no such day.");
  REQUIRE(refused.error().violations.size() == 1);
  CHECK(refused.error().violations.front().pointer == "/from");
  CHECK(refused.error().violations.front().message == "There is no such day.");
}

TEST_CASE("A refusal that is given its place keeps what it had", "[unit]") {
  const Result<void> refused =
      refuse_at(Refusal{Code::malformed, "The rules do not hold.", {"An act"}, {{"/value/0", "A line."}}}, "/value");
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().cites == std::vector<std::string>{"An act"});
  REQUIRE(refused.error().violations.size() == 2);
  CHECK(refused.error().violations.back().pointer == "/value");
  CHECK(refused.error().violations.back().message == "The rules do not hold.");
}

}  // namespace
}  // namespace review
