#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "libreview/base/result.hpp"
#include "reviewd/http/fault.hpp"
#include "reviewd/http/response.hpp"

namespace reviewd {

/// What one caller may take of the service. `limit_table` names and explains each for the configuration reference.
struct Limits {
  std::chrono::milliseconds header_time{10'000};
  std::chrono::milliseconds body_time{30'000};
  std::chrono::milliseconds large_body_time{600'000};
  std::chrono::milliseconds body_grace{5'000};
  std::chrono::milliseconds idle_time{15'000};
  std::chrono::milliseconds connection_time{300'000};
  std::chrono::milliseconds handler_time{30'000};
  std::chrono::milliseconds write_time{30'000};
  std::chrono::milliseconds drain_time{10'000};

  std::int64_t body_rate = 1024;
  std::int64_t target_bytes = 2 * 1024;
  std::int64_t header_bytes = 8 * 1024;
  std::int64_t header_fields = 64;
  std::int64_t body_bytes = 256 * 1024;
  std::int64_t buffered_bytes = 256 * 1024 * 1024;
  std::int64_t connection_requests = 1000;
  std::int64_t connections = 2000;
  std::int64_t connections_per_address = 64;
  std::int64_t requests_per_second = 50;
  std::int64_t request_burst = 200;

  bool spare_loopback = true;  ///< no limits per address for loopback: a proxy on the same machine calls from there

  /// Names that this service answers to, without port; none means any.
  std::vector<std::string> allowed_hosts{};
  /// Bytes allowed for one route, for example an import; unset means `body_bytes` everywhere. The path is as sent,
  /// without the query. Called on the I/O threads.
  std::function<std::int64_t(std::string_view method, std::string_view path)> body_limit{};

  /// How a request that was refused before any handler was asked is answered at a path, where that is not with problem
  /// details: a page says it in words. Called on the I/O threads.
  std::function<std::optional<Response>(std::string_view path, const Refused& refused)> refusal{};

  [[nodiscard]] std::int64_t body_limit_of(std::string_view method, std::string_view path) const {
    return body_limit ? body_limit(method, path) : body_bytes;
  }
};

/// One limit that a configuration file may set.
struct LimitRow {
  std::string_view name;
  std::string_view says;
  std::variant<std::chrono::milliseconds Limits::*, std::int64_t Limits::*> field;  ///< a time is set in milliseconds
  std::int64_t least;
  std::int64_t most;
};

[[nodiscard]] const std::vector<LimitRow>& limit_table();

/// Sets the limit of that name. `unknown_field` where there is none, `wrong_type` outside its bounds; then nothing
/// has changed.
review::Result<std::monostate> set_limit(Limits& limits, std::string_view name, std::int64_t value);

}  // namespace reviewd
