#include "reviewd/delivery/webhook_posts.hpp"

#include <curl/curl.h>
#include <sys/socket.h>

#include <algorithm>
#include <new>
#include <stdexcept>
#include <string_view>

#include "reviewd/delivery/public_address.hpp"

namespace reviewd {
namespace {

constexpr long connect_ms = 5'000;
constexpr long whole_ms = 15'000;
constexpr std::size_t most_read = 64 * 1024;

using Easy = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
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

/// One that is under way. libcurl has pointers into it.
struct WebhookPosts::Sending {
  Sending(std::int64_t with, WebhookPost what)
      : number(with), post(std::move(what)), lines(lines_of(post)), door{post.private_allowed} {
    if (!handle) throw std::bad_alloc();
  }

  void set_up();
  [[nodiscard]] Posted posted(CURLcode code) const;

  std::int64_t number;
  WebhookPost post;
  Headers lines;
  Read read{};
  Door door;
  Easy handle{curl_easy_init(), curl_easy_cleanup};
};

void WebhookPosts::Sending::set_up() {
  auto* const curl = handle.get();
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
  // A connection that another webhook was allowed is none of this one's.
  curl_easy_setopt(curl, CURLOPT_FRESH_CONNECT, 1L);
  curl_easy_setopt(curl, CURLOPT_FORBID_REUSE, 1L);
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, connect_ms);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, whole_ms);
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  // A name server that does not answer would hold up everybody: nobody waits for the thread that asks it.
  curl_easy_setopt(curl, CURLOPT_QUICK_EXIT, 1L);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "reviewd-webhooks/1");
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, lines.get());
  curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(post.body.size()));
  curl_easy_setopt(curl, CURLOPT_POSTFIELDS, post.body.c_str());
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, read_away);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &read);
}

Posted WebhookPosts::Sending::posted(CURLcode code) const {
  if (code != CURLE_OK && !read.too_long) {
    return {0, door.refused && code == CURLE_COULDNT_CONNECT ? "private-target" : word_of(code)};
  }
  long status = 0;
  curl_off_t retry_after = 0;
  curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &status);
  curl_easy_getinfo(handle.get(), CURLINFO_RETRY_AFTER, &retry_after);
  return {static_cast<int>(status), word_of(static_cast<int>(status)), std::chrono::seconds(retry_after)};
}

WebhookPosts::WebhookPosts() {
  if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) throw std::runtime_error("libcurl does not start");
  multi_ = curl_multi_init();
  if (multi_ == nullptr) throw std::bad_alloc();
}

WebhookPosts::~WebhookPosts() {
  for (const auto& [handle, sending] : sending_) curl_multi_remove_handle(multi_, handle);
  sending_.clear();
  curl_multi_cleanup(multi_);
}

void WebhookPosts::begin(std::int64_t number, WebhookPost post) {
  auto sending = std::make_unique<Sending>(number, std::move(post));
  sending->set_up();
  auto* const handle = sending->handle.get();
  if (curl_multi_add_handle(multi_, handle) != CURLM_OK) throw std::runtime_error("libcurl takes nothing to send");
  sending_.emplace(handle, std::move(sending));
}

void WebhookPosts::take_ended(std::vector<Ended>& ended) {
  int still = 0;
  curl_multi_perform(multi_, &still);
  int left = 0;
  while (const auto* message = curl_multi_info_read(multi_, &left)) {
    if (message->msg != CURLMSG_DONE) continue;
    const auto found = sending_.find(message->easy_handle);
    ended.push_back({found->second->number, found->second->posted(message->data.result)});
    curl_multi_remove_handle(multi_, found->first);
    sending_.erase(found);
  }
}

std::vector<WebhookPosts::Ended> WebhookPosts::wait(std::chrono::milliseconds longest) {
  std::vector<Ended> ended;
  take_ended(ended);
  if (!ended.empty()) return ended;
  curl_multi_poll(multi_, nullptr, 0, static_cast<int>(std::max<std::int64_t>(0, longest.count())), nullptr);
  take_ended(ended);
  return ended;
}

void WebhookPosts::wake() { curl_multi_wakeup(multi_); }

}  // namespace reviewd
