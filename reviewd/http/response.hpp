#pragma once

#include <functional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "reviewd/http/request.hpp"
#include "reviewd/http/rest_in_parts.hpp"
#include "reviewd/http/slow_part.hpp"

namespace reviewd {

/// What a handler answers. Length, date, request id and the security headers are added on the way out; a header given
/// here wins over the default of the same name.
struct Response {
  int status = 200;
  std::string content_type{};
  std::string body{};
  NameValues headers{};  ///< ETag, Location, Cache-Control … A control character in one makes the answer a 500.
  std::string route{};   ///< name of the route, for logs and metrics: raw paths are never logged
  /// What is still to be worked out: nothing, or something whose result is the answer, and all above is empty but for
  /// the route. An answer that is not whole cannot be sent: see `SlowAnswers`.
  std::variant<std::monostate, SlowPart, RestInParts> rest{};

  [[nodiscard]] bool is_whole() const { return std::holds_alternative<std::monostate>(rest); }
};

/// May be called once, from any thread, also after the server is gone; later calls change nothing.
using Answer = std::function<void(Response)>;
/// Runs on an I/O thread, so it must not block: it keeps the Answer and gives it from the storage thread.
using Handler = std::function<void(Request, Answer)>;

}  // namespace reviewd
