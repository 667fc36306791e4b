#include "reviewd/delivery/webhook_address.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <boost/asio/ip/address.hpp>
#include <memory>
#include <string_view>

#include "reviewd/delivery/public_address.hpp"

namespace reviewd {
namespace {

using review::Code;
using review::refuse;
using review::Result;

constexpr std::size_t longest_address = 1024;

using Url = std::unique_ptr<CURLU, decltype(&curl_url_cleanup)>;

std::string part(const Url& url, CURLUPart which) {
  char* text = nullptr;
  if (curl_url_get(url.get(), which, &text, 0) != CURLUE_OK) return {};
  const std::unique_ptr<char, decltype(&curl_free)> owned(text, curl_free);
  return owned.get();
}

/// Without the brackets of IPv6, in small letters, without the last dot of a whole name.
std::string bare_host(const Url& url) {
  auto host = part(url, CURLUPART_HOST);
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
  std::transform(host.begin(), host.end(), host.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  if (host.ends_with('.')) host.pop_back();
  return host;
}

/// Names that no public network has (RFC 6761, RFC 6762, RFC 8375, and what IANA set apart).
bool is_own_name(std::string_view host) {
  constexpr std::array<std::string_view, 8> ends = {".localhost", ".local",    ".internal", ".home.arpa",
                                                    ".lan",       ".intranet", ".test",     ".invalid"};
  return host.find('.') == std::string_view::npos ||
         std::any_of(ends.begin(), ends.end(), [&](std::string_view end) { return host.ends_with(end); });
}

Result<void> fits(const Url& url, const std::string& host, bool private_allowed) {
  boost::system::error_code is_name;
  const auto literal = boost::asio::ip::make_address(host, is_name);
  const bool here = !is_name && literal.is_loopback();
  const auto scheme = part(url, CURLUPART_SCHEME);
  if (scheme != "https" && !(scheme == "http" && private_allowed && here)) {
    return refuse(Code::malformed, "An event goes to an address that begins with https://.");
  }
  if (!part(url, CURLUPART_USER).empty() || !part(url, CURLUPART_PASSWORD).empty() ||
      !part(url, CURLUPART_FRAGMENT).empty()) {
    return refuse(Code::malformed, "Leave out of the address a name, a password, and what comes after #.");
  }
  const bool is_open = is_name ? !is_own_name(host) : is_public(literal);
  if (!private_allowed && !is_open) {
    return refuse(Code::malformed, "This address is in a private network. Events go to public addresses only.");
  }
  return {};
}

}  // namespace

Result<WebhookAddress> webhook_address(const std::string& text, bool private_allowed) {
  const Url url(curl_url(), curl_url_cleanup);
  const bool reads = url && text.size() <= longest_address &&
                     std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < 0x7F; }) &&
                     curl_url_set(url.get(), CURLUPART_URL, text.c_str(), 0) == CURLUE_OK;
  const auto host = reads ? bare_host(url) : std::string();
  if (host.empty()) return refuse(Code::malformed, "Give an address such as https://receiver.example.org/events.");
  if (const auto fit = fits(url, host, private_allowed); !fit) return refuse(fit.error());
  return WebhookAddress{part(url, CURLUPART_URL), host};
}

}  // namespace reviewd
