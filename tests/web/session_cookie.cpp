#include "reviewd/web/frame/session_cookie.hpp"

#include <catch2/catch.hpp>

namespace reviewd {
namespace {

Request with(const NameValues& headers) {
  Request request;
  request.headers = headers;
  return request;
}

TEST_CASE("The session is in the cookie of that name, and in no other", "[web]") {
  CHECK(session_of(with({{"Cookie", "__Host-sid=abc"}})) == "abc");
  CHECK(session_of(with({{"cookie", "x=1; __Host-sid=abc; y=2"}})) == "abc");
  CHECK(session_of(with({{"Cookie", "__Host-sidx=abc; x__Host-sid=abc; sid=abc"}})).empty());
  CHECK(session_of(with({{"Cookie", "__Host-sid=abc; __Host-sid=def"}})).empty());
  CHECK(session_of(with({{"Cookie", "__Host-sid=abc"}, {"Cookie", "__Host-sid=def"}})).empty());
  CHECK(session_of(with({})).empty());
}

TEST_CASE("A form belongs to its session", "[web]") {
  CHECK(is_form_token(form_token("abc"), "abc"));
  CHECK_FALSE(is_form_token(form_token("abc"), "abd"));
  CHECK_FALSE(is_form_token("", "abc"));
  CHECK(form_token("abc").find("abc") == std::string::npos);
}

TEST_CASE("A request from elsewhere is not from here", "[web]") {
  CHECK(is_from_here(with({{"Host", "a.example"}, {"Origin", "https://a.example"}})));
  CHECK(is_from_here(with({{"Host", "127.0.0.1:8080"}, {"Origin", "http://127.0.0.1:8080"}})));
  CHECK(is_from_here(with({{"Host", "a.example"}, {"Sec-Fetch-Site", "same-origin"}})));
  CHECK(is_from_here(with({{"Host", "a.example"}, {"Origin", "null"}, {"Sec-Fetch-Site", "same-origin"}})));
  const NameValues elsewhere[] = {
      {{"Host", "a.example"}},
      {{"Host", "a.example"}, {"Origin", "null"}},
      {{"Host", "a.example"}, {"Origin", "https://b.example"}},
      {{"Host", "a.example"}, {"Origin", "https://a.example.evil.example"}},
      {{"Host", "a.example"}, {"Sec-Fetch-Site", "cross-site"}},
      {{"Host", "a.example"}, {"Sec-Fetch-Site", "same-site"}, {"Origin", "https://a.example"}},
      {{"Host", "a.example"}, {"Sec-Fetch-Site", "none"}},
      {{"Host", "a.example"}, {"Sec-Fetch-Site", "same-origin"}, {"Origin", "https://b.example"}},
      {{"Host", "a.example"}, {"Sec-Fetch-Site", "cross-site"}, {"Origin", "null"}},
  };
  for (const auto& headers : elsewhere) CHECK_FALSE(is_from_here(with(headers)));
}

TEST_CASE("After signing in nobody is sent elsewhere", "[web]") {
  CHECK(safe_address("/cases/26-0001?page=2") == "/cases/26-0001?page=2");
  for (const auto* wanted : {"", "/", "//evil.example", "/\\evil.example", "https://evil.example",
                             "javascript:alert(1)", "/a\r\nSet-Cookie: x", "/a b", "cases"}) {
    INFO(wanted);
    CHECK(safe_address(wanted) == "/");
  }
}

}  // namespace
}  // namespace reviewd
