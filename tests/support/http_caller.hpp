#pragma once

#include <boost/json/value.hpp>
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace review::test {

/// One answer as it came over the wire.
struct HttpAnswer {
  int status = 0;  ///< 0 where the connection ended without one
  std::string head{};
  std::string body{};

  /// The value of a header; empty where there is none.
  [[nodiscard]] std::string header(const std::string& name) const;
  /// The body as JSON; null where it is none.
  [[nodiscard]] boost::json::value json() const;
  /// A text below the body, by JSON Pointer: `/code`, `/violations/0/pointer`. Empty where there is none.
  [[nodiscard]] std::string text(std::string_view pointer) const;
  /// The code of a problem.
  [[nodiscard]] std::string code() const { return text("/code"); }
};

/// Whether the body, or the text, has these words. A failing check shows it.
[[nodiscard]] bool says(const HttpAnswer& answer, std::string_view words);
[[nodiscard]] bool says(const std::string& text, std::string_view words);

using HttpFields = std::vector<std::pair<std::string, std::string>>;

/// Somebody with a token, who asks the service over a connection of their own, which is opened again when it has ended
/// or has long been idle: the service closes it then, and what is sent as it does is lost. One thread uses it.
class HttpCaller {
 public:
  HttpCaller(std::uint16_t port, std::string token) : port_(port), token_(std::move(token)) {}
  HttpCaller(HttpCaller&& from) noexcept;
  HttpCaller(const HttpCaller&) = delete;
  HttpCaller& operator=(const HttpCaller&) = delete;
  ~HttpCaller();

  [[nodiscard]] HttpAnswer get(const std::string& target, const HttpFields& fields = {});
  /// JSON, unless the fields say another Content-Type.
  HttpAnswer post(const std::string& target, const std::string& body, const HttpFields& fields = {});
  HttpAnswer put(const std::string& target, const std::string& body);
  HttpAnswer send(const std::string& method, const std::string& target, const std::string& body,
                  const HttpFields& fields);

  [[nodiscard]] const std::string& token() const { return token_; }

 private:
  [[nodiscard]] bool connect();
  [[nodiscard]] bool is_stale() const;
  [[nodiscard]] HttpAnswer exchange(const std::string& request);
  void close();

  std::uint16_t port_;
  std::string token_;
  int socket_ = -1;
  std::chrono::steady_clock::time_point answered_{};
  std::string inbox_;
};

}  // namespace review::test
