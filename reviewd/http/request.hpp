#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace reviewd {

using NameValues = std::vector<std::pair<std::string, std::string>>;

/// One request, framed and checked; nothing in it has been interpreted.
struct Request {
  std::string method;  ///< upper case; a HEAD request arrives as GET, and its answer loses its body on the way out
  std::string target;  ///< as sent; holds whatever the caller typed, so it is never logged
  std::string path;    ///< decoded, for reading only: routing goes by `segments`
  std::vector<std::string> segments;  ///< the path cut at `/`, then decoded: an encoded slash stays inside its segment
  std::string query;                  ///< as sent, after the `?`
  NameValues parameters;              ///< of the query, decoded, in order, duplicates kept
  NameValues headers;                 ///< in order, names as sent
  std::string body;
  std::string request_id;  ///< 16 hexadecimal digits, made here; none is accepted from outside
  std::string peer;        ///< address of the other end, without the port

  /// The first header of that name, whatever its case.
  [[nodiscard]] std::optional<std::string> header(std::string_view name) const;
  /// The first query parameter of exactly that name.
  [[nodiscard]] std::optional<std::string> parameter(std::string_view name) const;
};

}  // namespace reviewd
