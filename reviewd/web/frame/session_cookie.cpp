#include "reviewd/web/frame/session_cookie.hpp"

#include <sodium.h>

#include <algorithm>

#include "libreview/registers/devices.hpp"
#include "libreview/registers/sign_ins.hpp"
#include "libreview/store/digest.hpp"
#include "reviewd/web/frame/cookie.hpp"

namespace reviewd {
namespace {

constexpr std::string_view session = "__Host-sid";
constexpr std::string_view pending = "__Host-signing-in";
constexpr std::string_view device = "__Host-device";

}  // namespace

std::string session_of(const Request& request) { return cookie_of(request, session); }

void set_session(Response& response, std::string_view line) { set_cookie(response, session, line); }

void clear_session(Response& response) {
  clear_cookie(response, session);
  // Not the cookies: the browser stays known as the person's.
  response.headers.emplace_back("Clear-Site-Data", "\"cache\", \"storage\"");
}

std::string pending_of(const Request& request) { return cookie_of(request, pending); }

void set_pending(Response& response, std::string_view line) {
  set_cookie(response, pending, line, review::pending_life);
}

void clear_pending(Response& response) { clear_cookie(response, pending); }

std::string device_of(const Request& request) { return cookie_of(request, device); }

void set_device(Response& response, std::string_view line) { set_cookie(response, device, line, review::device_life); }

std::string form_token(std::string_view line) {
  return review::to_hex(review::sha256({"form of the session ", line})).substr(0, 32);
}

bool is_form_token(std::string_view given, std::string_view line) {
  const auto wanted = form_token(line);
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
