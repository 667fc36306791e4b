#include "tools/reviewctl/http_service.hpp"

#include <curl/curl.h>
#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace reviewctl {
namespace {

constexpr long connect_ms = 10'000;
/// A backup or a check of a large store takes its time.
constexpr long whole_seconds = 900;

std::size_t receive(char* bytes, std::size_t size, std::size_t count, void* into) {
  static_cast<std::string*>(into)->append(bytes, size * count);
  return size * count;
}

struct HeldFields {
  curl_slist* list = nullptr;
  HeldFields() = default;
  HeldFields(const HeldFields&) = delete;
  HeldFields& operator=(const HeldFields&) = delete;
  ~HeldFields() { curl_slist_free_all(list); }
  void add(const std::string& name, const std::string& value) {
    if (!value.empty()) list = curl_slist_append(list, fmt::format("{}: {}", name, value).c_str());
  }
  /// Keeps curl from adding its own.
  void drop(const std::string& name) { list = curl_slist_append(list, (name + ":").c_str()); }
};

bool visible(const std::string& text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7f; });
}

/// `host` or `host:port` of an address; empty where it has a path, a name for signing in, or nothing.
std::string authority(const std::string& address, std::size_t scheme) {
  const std::string rest = address.substr(scheme);
  return rest.find_first_of("/?#@") == std::string::npos && visible(rest) ? rest : std::string();
}

bool is_of_this_machine(const std::string& authority) {
  if (authority.rfind("[::1]", 0) == 0) return true;
  const std::string host = authority.substr(0, authority.find(':'));
  return host == "localhost" || host.rfind("127.", 0) == 0;
}

}  // namespace

struct HttpService::Connection {
  CURL* curl = curl_easy_init();
  Connection() {
    if (curl == nullptr) throw std::runtime_error("libcurl does not start");
  }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  ~Connection() { curl_easy_cleanup(curl); }
};

HttpService::HttpService(std::string server, std::string token)
    : server_(std::move(server)), token_(std::move(token)), connection_(std::make_unique<Connection>()) {}

HttpService::~HttpService() = default;

Outcome<std::unique_ptr<HttpService>> HttpService::reach(const std::string& server, const std::string& token) {
  std::string address = server;
  while (!address.empty() && address.back() == '/') address.pop_back();
  const bool plain = address.rfind("http://", 0) == 0;
  const bool secure = address.rfind("https://", 0) == 0;
  const std::string where = plain ? authority(address, 7) : secure ? authority(address, 8) : std::string();
  if (where.empty())
    return misused("The server is an address such as http://127.0.0.1:8080 or https://reviews.example.org.");
  if (plain && !is_of_this_machine(where)) {
    return misused("The token would travel readable to another machine. Use an https:// address.");
  }
  if (!visible(token)) return misused("The access token has characters that no token has.");
  return std::unique_ptr<HttpService>(new HttpService(address, token));
}

Outcome<Answered> HttpService::send(const Ask& ask) { return send_as(ask, token_); }

Outcome<Answered> HttpService::send_as(const Ask& ask, const std::string& token) {
  CURL* const curl = connection_->curl;
  curl_easy_reset(curl);
  Answered answered;
  char fault[CURL_ERROR_SIZE] = "";
  HeldFields fields;
  if (!token.empty()) fields.add("Authorization", "Bearer " + token);
  fields.add("If-Match", ask.if_match);
  fields.add("Idempotency-Key", ask.idempotency_key);
  fields.drop("Expect");
  const std::string url = server_ + ask.target;
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, ask.method.c_str());
  if (!ask.body.empty()) {
    fields.add("Content-Type", ask.content_type);
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, ask.body.data());
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(ask.body.size()));
  } else if (ask.method != "GET") {
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, "");
    fields.drop("Content-Type");
  }
  if (is_of_this_machine(server_.substr(server_.find("//") + 2))) curl_easy_setopt(curl, CURLOPT_PROXY, "");
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, fields.list);
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, connect_ms);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, whole_seconds);
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, fault);
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, receive);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &answered.body);
  if (const auto done = curl_easy_perform(curl); done != CURLE_OK) {
    return failed(fmt::format("The service at {} does not answer: {}.", server_,
                              fault[0] != '\0' ? fault : curl_easy_strerror(done)),
                  {"Is reviewd running there? Name another address with --server or REVIEW_SERVER."});
  }
  long status = 0;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  answered.status = static_cast<int>(status);
  return answered;
}

}  // namespace reviewctl
