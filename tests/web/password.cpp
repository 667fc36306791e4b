#include <catch2/catch.hpp>

#include "reviewd/identity/password_rule.hpp"

namespace reviewd {
namespace {

TEST_CASE("A password is 12 to 128 characters, and no word that anybody would try", "[web]") {
  CHECK(check_password("violet harbour teapot", "a-smith"));
  CHECK(check_password("twelve chars", "a-smith"));
  CHECK(check_password(std::string(64, 'a') + "bcdefghij", "a-smith"));
  for (const auto& refused : {std::string("eleven char"), std::string(129, 'x') + "abcdef",
                              std::string("aaaaaaaaaaaaaaaa"), std::string("passwordpassword"),
                              std::string("Safeguarding123456"), std::string("a-smitha-smith1"), std::string()}) {
    INFO(refused);
    CHECK_FALSE(check_password(refused, "a-smith"));
  }
}

TEST_CASE("A password counts in characters, not in bytes", "[web]") {
  CHECK_FALSE(check_password("éèêëàâäô", "a-smith"));  // eight of them, in sixteen bytes
  CHECK(check_password("éèêëàâäôöùûü", "a-smith"));
}

TEST_CASE("A password that many people have is refused, in whatever case and with digits at its end", "[web]") {
  for (const auto* common : {"sonyericsson", "SonyEricsson", "sony ericsson", "sonyericsson1!", "123456qwerty",
                             "finalfantasy", "leavemealone", "LeaveMeAlone2026"}) {
    INFO(common);
    CHECK(is_common_password(common));
    CHECK_FALSE(check_password(common, "a-smith"));
  }
  CHECK_FALSE(is_common_password("violet harbour teapot"));
}

TEST_CASE("A password made of the person's name or of the service's words is refused", "[web]") {
  for (const auto* easy : {"a-smith-a-smith-1", "Smith smith 1", "Learning Reviews", "safeguarding2026",
                           "council children", "panel review 11"}) {
    INFO(easy);
    CHECK_FALSE(check_password(easy, "a-smith"));
  }
  CHECK(check_password("the review of smith was at noon", "a-smith"));
}

TEST_CASE("An administrator's password is 15 characters or more", "[web]") {
  CHECK(shortest_password_of(review::Role::administrator) == 15);
  CHECK(shortest_password_of(review::Role::coordinator) == 12);
  CHECK(check_password("violet harbour", "a-smith", 12));
  const auto refused = check_password("violet harbour", "a-smith", 15);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().says == "Use 15 characters or more.");
}

}  // namespace
}  // namespace reviewd
