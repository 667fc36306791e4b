#include <catch2/catch.hpp>

#include "reviewd/identity/oidc/base64url.hpp"

namespace {

TEST_CASE("Bytes have one text in base64url", "[unit]") {
  CHECK(reviewd::base64url_decoded("") == "");
  CHECK(reviewd::base64url_decoded("Zm9v") == "foo");
  CHECK(reviewd::base64url_decoded("_-8") == "\xff\xef");
  for (const auto* text : {"Zm9v=", "Zg==", "Zh", "Z", "Zm9v\n", " Zm9v", "Zm+v", "Zm/v", "Zm9v.", "Zm 9v"}) {
    INFO(text);
    CHECK_FALSE(reviewd::base64url_decoded(text));
  }
}

}  // namespace
