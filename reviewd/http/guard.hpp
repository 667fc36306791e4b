#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "reviewd/http/fault.hpp"
#include "reviewd/http/limits.hpp"
#include "reviewd/http/request.hpp"

namespace reviewd {

/// The header section of a request, after every check that can be made on it. How the body is framed is decided here
/// and nowhere else; whatever the guard refuses closes the connection.
struct RequestHead {
  std::string method;
  int minor = 1;  ///< of HTTP/1.x: 0 or 1
  std::string target;
  std::string path;  ///< as sent, without the query
  std::string query;
  std::vector<std::string> segments;
  NameValues parameters;
  NameValues fields;
  std::optional<std::uint64_t> length;  ///< from Content-Length
  bool chunked = false;
  bool keep_alive = true;
  bool expects_continue = false;

  [[nodiscard]] std::optional<std::string_view> field(std::string_view name) const;
  [[nodiscard]] std::size_t count(std::string_view name) const;
};

template <class T>
using Guarded = tl::expected<T, Refused>;

/// Decides from the raw bytes whether a request may be read any further. `section` ends with the empty line. Stricter
/// than RFC 9112 where a lenient reading has let requests be smuggled past a proxy: repeated or zero-padded lengths,
/// any transfer coding but exactly `chunked`, folded lines, trailers.
[[nodiscard]] Guarded<RequestHead> examine(std::string_view section, const Limits& limits);

/// A fault that no further byte can heal in a header that is still arriving: a bare LF or CR, or a control character
/// (a TLS greeting on the plain port). Whatever is longer than the limits is found here too.
[[nodiscard]] std::optional<Refused> hopeless(std::string_view partial, const Limits& limits);

/// The steps of `examine`, each filling in its part of the head.
[[nodiscard]] std::optional<Refused> read_request_line(std::string_view line, const Limits& limits, RequestHead& head);
[[nodiscard]] std::optional<Refused> read_fields(std::string_view lines, const Limits& limits, RequestHead& head);
[[nodiscard]] std::optional<Refused> check_host(const Limits& limits, RequestHead& head);
[[nodiscard]] std::optional<Refused> check_framing(const Limits& limits, RequestHead& head);

}  // namespace reviewd
