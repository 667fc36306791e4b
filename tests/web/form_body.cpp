#include "reviewd/web/frame/form_body.hpp"

#include <catch2/catch.hpp>

namespace reviewd {
namespace {

TEST_CASE("A form keeps order, blanks, new lines and what is sent twice", "[web]") {
  const auto values = form_values("a=1+2&b=x%0D%0Ay%09z&a=%C3%AB%26%3D&empty=&bare");
  REQUIRE(values);
  CHECK(*values == NameValues{{"a", "1 2"}, {"b", "x\ny\tz"}, {"a", "\xC3\xAB&="}, {"empty", ""}, {"bare", ""}});
  CHECK(value_of(*values, "a") == "1 2");
  CHECK(value_of(*values, "none").empty());
  CHECK(form_values("")->empty());
}

TEST_CASE("A form that is broken is not taken", "[web]") {
  for (const auto* body : {"a=%", "a=%4", "a=%zz", "a=%00", "a=%1B", "a=%FF", "%80=a", "a=%0D%0A%ED%A0%80"}) {
    INFO(body);
    CHECK_FALSE(form_values(body));
  }
}

}  // namespace
}  // namespace reviewd
