#include "reviewd/web/session_cookie.hpp"

#include <sodium.h>

#include <algorithm>

#include "libreview/journal/digest.hpp"
#include "reviewd/web/cookie.hpp"

namespace reviewd {
namespace {

constexpr std::string_view cookie = "__Host-sid";

}  // namespace

std::string session_of(const Request& request) { return cookie_of(request, cookie); }

void set_session(Response& response, std::string_view line) {
  response.headers.emplace_back(
      "Set-Cookie", std::string(cookie) + "=" + std::string(line) + "; Path=/; Secure; HttpOnly; SameSite=Strict");
}

void clear_session(Response& response) {
  response.headers.emplace_back("Set-Cookie",
                                std::string(cookie) + "=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0");
  response.headers.emplace_back("Clear-Site-Data", "\"cache\", \"cookies\", \"storage\"");
}

std::string form_token(std::string_view session) {
  return review::to_hex(review::sha256({"form of the session ", session})).substr(0, 32);
}

bool is_form_token(std::string_view given, std::string_view session) {
  const auto wanted = form_token(session);
  return given.size() == wanted.size() && sodium_memcmp(given.data(), wanted.data(), wanted.size()) == 0;
}

bool is_from_here(const Request& request) {
  const auto origin = request.header("Origin");
  const auto host = request.header("Host").value_or("");
  const bool ours = origin && (*origin == "https://" + host || *origin == "http://" + host);
  const auto site = request.header("Sec-Fetch-Site");
  if (!site) return ours;
  // Our pages send no referrer, and then browsers call the origin of a form "null".
  return *site == "same-origin" && (!origin || ours || *origin == "null");
}

std::string safe_address(const std::string& wanted) {
  const bool ours =
      wanted.size() > 1 && wanted[0] == '/' && wanted[1] != '/' && wanted[1] != '\\' &&
      std::none_of(wanted.begin(), wanted.end(), [](char c) { return c < '!' || c == 0x7F || c == '\\'; });
  return ours ? wanted : "/";
}

}  // namespace reviewd
