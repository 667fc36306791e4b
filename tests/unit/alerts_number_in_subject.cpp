#include <catch2/catch.hpp>

#include "libreview/alerts/number_in_subject.hpp"

namespace review::test {

TEST_CASE("only the number of what is plainly numbered is taken from a subject", "[unit]") {
  CHECK(number_in_subject("embargo-2") == "2");
  CHECK(number_in_subject("review-12") == "12");
  for (const auto* typed :
       {"", "embargo-", "embargo-0", "embargo-2a", "embargo-2019-jones", "jones-2", "review-2014"}) {
    CHECK(number_in_subject(typed).empty());
  }
}

TEST_CASE("only a later request of an agency has a number", "[unit]") {
  CHECK(request_in_subject("police:2") == "2");
  CHECK(request_in_subject("police").empty());
  CHECK(request_in_subject("police:jones").empty());
}

}  // namespace review::test
