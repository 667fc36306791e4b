#include "reviewd/identity/oidc/fetch.hpp"

#include <curl/curl.h>

#include <memory>
#include <stdexcept>

#include "reviewd/settings/sign_on_config.hpp"

namespace reviewd {
namespace {

constexpr long connect_ms = 5'000;
constexpr long whole_ms = 10'000;

std::size_t receive(char* bytes, std::size_t size, std::size_t count, void* into) {
  auto& text = *static_cast<std::string*>(into);
  if (text.size() + size * count > longest_fetched) return 0;
  text.append(bytes, size * count);
  return size * count;
}

int goes_on(void* stopping, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  return static_cast<const std::atomic<bool>*>(stopping)->load() ? 1 : 0;
}

/// Name and secret are form-encoded before they are put together (RFC 6749, 2.3.1).
std::string escaped(CURL* curl, const std::string& text) {
  const std::unique_ptr<char, decltype(&curl_free)> out(
      curl_easy_escape(curl, text.data(), static_cast<int>(text.size())), curl_free);
  return out ? out.get() : std::string();
}

}  // namespace

Fetch::Fetch() {
  if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) throw std::runtime_error("libcurl does not start");
}

review::Result<Fetched> Fetch::get(const std::string& address) const { return ask(address, nullptr, {}); }

review::Result<Fetched> Fetch::post(const std::string& address, const std::string& form, const Basic& basic) const {
  return ask(address, &form, basic);
}

review::Result<Fetched> Fetch::ask(const std::string& address, const std::string* form, const Basic& basic) const {
  using review::Code;
  if (!is_safe_address(address)) return review::refuse(Code::unauthenticated, "The provider's address is not secure.");
  const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> handle(curl_easy_init(), curl_easy_cleanup);
  CURL* const curl = handle.get();
  if (curl == nullptr || stopping_) return review::refuse(Code::busy, "The provider is not asked.");
  Fetched fetched{};
  const bool plain = address.starts_with("http://");
  curl_easy_setopt(curl, CURLOPT_URL, address.c_str());
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, plain ? "http" : "https");
  curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);
  curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 2L);
  if (plain) curl_easy_setopt(curl, CURLOPT_PROXY, "");
  if (form != nullptr) {
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, form->c_str());
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(form->size()));
  }
  if (!basic.name.empty()) {
    curl_easy_setopt(curl, CURLOPT_HTTPAUTH, CURLAUTH_BASIC);
    curl_easy_setopt(curl, CURLOPT_USERNAME, escaped(curl, basic.name).c_str());
    curl_easy_setopt(curl, CURLOPT_PASSWORD, escaped(curl, basic.secret).c_str());
  }
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, connect_ms);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, whole_ms);
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
  curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, goes_on);
  curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &stopping_);
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, receive);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &fetched.body);
  if (curl_easy_perform(curl) != CURLE_OK) return review::refuse(Code::busy, "The provider does not answer.");
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &fetched.status);
  return fetched;
}

}  // namespace reviewd
