#include "reviewd/delivery/webhook_post.hpp"

#include <curl/curl.h>
#include <sys/socket.h>

#include <memory>
#include <string_view>

#include "reviewd/delivery/public_address.hpp"

namespace reviewd {
namespace {

constexpr long connect_ms = 5'000;
constexpr long whole_ms = 15'000;
constexpr std::size_t most_read = 64 * 1024;

using Headers = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

struct Read {
  std::size_t bytes = 0;
  bool too_long = false;
};

std::size_t read_away(char*, std::size_t size, std::size_t count, void* into) {
  auto& read = *static_cast<Read*>(into);
  read.bytes += size * count;
  read.too_long = read.bytes > most_read;
  return read.too_long ? 0 : size * count;
}

int goes_on(void* stopping, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  return static_cast<const std::atomic<bool>*>(stopping)->load() ? 1 : 0;
}

struct Door {
  bool private_allowed;
  bool refused = false;
};

curl_socket_t open_socket(void* with, curlsocktype, curl_sockaddr* to) {
  auto& door = *static_cast<Door*>(with);
  if (!door.private_allowed && !is_public(to->addr)) {
    door.refused = true;
    return CURL_SOCKET_BAD;
  }
  return ::socket(to->family, to->socktype | SOCK_CLOEXEC, to->protocol);
}

std::string word_of(int status) {
  if (status >= 200 && status < 300) return {};
  if (status == 410) return "gone";
  return status >= 300 && status < 400 ? "redirected" : "status";
}

std::string word_of(CURLcode code) {
  switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
      return "no-such-host";
    case CURLE_COULDNT_CONNECT:
      return "no-connection";
    case CURLE_OPERATION_TIMEDOUT:
      return "too-slow";
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CIPHER:
      return "not-secure";
    case CURLE_ABORTED_BY_CALLBACK:
      return "stopped";
    default:
      return "no-answer";
  }
}

Headers lines_of(const WebhookPost& post) {
  Headers lines(nullptr, curl_slist_free_all);
  for (const auto& line : post.headers) {
    auto* const longer = curl_slist_append(lines.get(), line.c_str());
    if (longer == nullptr) throw std::bad_alloc();
    static_cast<void>(lines.release());
    lines.reset(longer);
  }
  return lines;
}

}  // namespace

Posted post_webhook(const WebhookPost& post, const std::atomic<bool>& stopping) {
  const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> handle(curl_easy_init(), curl_easy_cleanup);
  auto* const curl = handle.get();
  if (curl == nullptr) return {0, "no-answer"};
  const auto lines = lines_of(post);
  Read read;
  Door door{post.private_allowed};
  curl_easy_setopt(curl, CURLOPT_URL, post.address.c_str());
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, post.private_allowed ? "http,https" : "https");
  curl_easy_setopt(curl, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
  curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(curl, CURLOPT_PROXY, "");
  curl_easy_setopt(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);
  curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 2L);
  curl_easy_setopt(curl, CURLOPT_OPENSOCKETFUNCTION, open_socket);
  curl_easy_setopt(curl, CURLOPT_OPENSOCKETDATA, &door);
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, connect_ms);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, whole_ms);
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
  curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, goes_on);
  curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &stopping);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "reviewd-webhooks/1");
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, lines.get());
  curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(post.body.size()));
  curl_easy_setopt(curl, CURLOPT_POSTFIELDS, post.body.c_str());
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, read_away);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &read);
  const auto done = curl_easy_perform(curl);
  if (done != CURLE_OK && !read.too_long) {
    return {0, door.refused && done == CURLE_COULDNT_CONNECT ? "private-target" : word_of(done)};
  }
  long status = 0;
  curl_off_t retry_after = 0;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  curl_easy_getinfo(curl, CURLINFO_RETRY_AFTER, &retry_after);
  return {static_cast<int>(status), word_of(static_cast<int>(status)), std::chrono::seconds(retry_after)};
}

}  // namespace reviewd
