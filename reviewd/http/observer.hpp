#pragma once

#include <cstddef>
#include <string_view>

namespace reviewd {

/// One request that has been answered, in ids and enumerations only.
struct Served {
  std::string_view request_id;
  std::string_view method;  ///< `-` where the request could not be read
  std::string_view route;   ///< as the handler named it; `-` where none was reached
  int status = 0;
  double seconds = 0;  ///< from the last byte of the request to the last byte of the answer
  std::size_t bytes_in = 0;
  std::size_t bytes_out = 0;
};

/// Hears what the server does. Called from the I/O threads, several at once; must not block and must not throw.
class RequestObserver {
 public:
  virtual ~RequestObserver() = default;
  virtual void connection_opened() = 0;
  virtual void connection_closed() = 0;
  /// A connection over one of the limits; `reason` is `all` or `address`.
  virtual void connection_refused(std::string_view reason) = 0;
  virtual void request_started() = 0;
  virtual void request_served(const Served& served) = 0;
};

}  // namespace reviewd
