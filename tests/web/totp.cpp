#include "reviewd/identity/totp.hpp"

#include <catch2/catch.hpp>
#include <chrono>

#include "reviewd/identity/qr_code.hpp"

namespace reviewd {
namespace {

using review::Instant;
using std::chrono::seconds;

const std::string secret = "12345678901234567890";

Instant at(std::int64_t second) { return Instant{seconds{second}}; }

TEST_CASE("Codes are those of RFC 6238, appendix B, with six digits", "[web]") {
  const std::pair<std::int64_t, const char*> vectors[] = {{59, "287082"},         {1111111109, "081804"},
                                                          {1111111111, "050471"}, {1234567890, "005924"},
                                                          {2000000000, "279037"}, {20000000000, "353130"}};
  for (const auto& [second, code] : vectors) {
    INFO(second);
    CHECK(totp_code(secret, totp_step(at(second))) == code);
  }
}

TEST_CASE("A code counts one step early and one step late, and no further", "[web]") {
  const auto now = at(1234567890);
  const auto step = totp_step(now);
  for (const int away : {-1, 0, 1}) CHECK(totp_step_of(totp_code(secret, step + away), secret, now, 0) == step + away);
  for (const int away : {-2, 2}) CHECK_FALSE(totp_step_of(totp_code(secret, step + away), secret, now, 0));
  CHECK(totp_step_of("005 924", secret, now, 0) == step);
  for (const auto* wrong : {"", "5924", "0059240", "000000", "abcdef"})
    CHECK_FALSE(totp_step_of(wrong, secret, now, 0));
}

TEST_CASE("A code counts once, and none before it any more", "[web]") {
  const auto now = at(1234567890);
  const auto step = totp_step(now);
  CHECK_FALSE(totp_step_of(totp_code(secret, step), secret, now, step));
  CHECK_FALSE(totp_step_of(totp_code(secret, step - 1), secret, now, step));
  CHECK(totp_step_of(totp_code(secret, step + 1), secret, now, step) == step + 1);
}

TEST_CASE("An app gets the secret in base32, by hand or by an address", "[web]") {
  CHECK(base32("") == "");
  CHECK(base32("f") == "MY");
  CHECK(base32("foobar") == "MZXW6YTBOI");
  CHECK(in_groups("MZXW6YTBOI") == "MZXW 6YTB OI");
  CHECK(totp_address(secret, "a-smith") ==
        "otpauth://totp/Learning%20reviews:a-smith?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&"
        "issuer=Learning%20reviews&algorithm=SHA1&digits=6&period=30");
}

TEST_CASE("A QR code is a picture without style or script", "[web]") {
  const auto picture = qr_code(totp_address(secret, "a-smith"));
  CHECK(picture.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""));
  CHECK(picture.find("style") == std::string::npos);
  CHECK(picture.find("script") == std::string::npos);
  CHECK(picture.find("GEZDGNBV") == std::string::npos);
}

}  // namespace
}  // namespace reviewd
