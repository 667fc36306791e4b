#include "reviewd/web/return_link/return_cookie.hpp"

#include "reviewd/web/frame/cookie.hpp"

namespace reviewd {

constexpr std::string_view cookie = "__Host-return";

std::string return_session_of(const Request& request) { return cookie_of(request, cookie); }

void set_return_session(Response& response, std::string_view line) {
  response.headers.emplace_back(
      "Set-Cookie", std::string(cookie) + "=" + std::string(line) + "; Path=/; Secure; HttpOnly; SameSite=Strict");
}

}  // namespace reviewd
