#include "reviewd/identity/password.hpp"

#include <catch2/catch.hpp>

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

TEST_CASE("A digest is of one password, and no two are alike", "[web]") {
  const auto digest = password_digest("violet harbour teapot");
  CHECK(digest.starts_with("$argon2id$v=19$m=65536,t=2,p=1$"));
  CHECK(is_password("violet harbour teapot", digest));
  CHECK_FALSE(is_password("violet harbour teapots", digest));
  CHECK_FALSE(is_password("", digest));
  CHECK(password_digest("violet harbour teapot") != digest);
}

TEST_CASE("Nobody's password is right", "[web]") {
  CHECK_FALSE(is_password("the password of nobody at all", ""));
  CHECK_FALSE(is_password("", ""));
}

}  // namespace
}  // namespace reviewd
