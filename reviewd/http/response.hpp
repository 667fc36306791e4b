#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "reviewd/http/request.hpp"

namespace reviewd {

/// What a handler answers. Length, date, request id and the security headers are added on the way out; a header given
/// here wins over the default of the same name.
struct Response {
  int status = 200;
  std::string content_type{};
  std::string body{};
  NameValues headers{};  ///< ETag, Location, Cache-Control … A control character in one makes the answer a 500.
  std::string route{};   ///< name of the route, for logs and metrics: raw paths are never logged
  /// Where this is set, the answer is what it gives, and all above is empty. Either work that takes long and needs no
  /// store (`SlowPart`): called once, on a thread of its own, after what was asked of the store is on disk. Or work
  /// that needs the store (`StoredParts`): done part by part on the storage thread, where a part may be asked for
  /// again.
  std::function<Response()> rest{};
};

/// May be called once, from any thread, also after the server is gone; later calls change nothing.
using Answer = std::function<void(Response)>;
/// Runs on an I/O thread, so it must not block: it keeps the Answer and gives it from the storage thread.
using Handler = std::function<void(Request, Answer)>;

}  // namespace reviewd
