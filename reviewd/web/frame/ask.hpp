#pragma once

#include <boost/json/value.hpp>
#include <string>

#include "reviewd/web/frame/page.hpp"

namespace reviewd {

/// A request to the API, as a script would send it.
struct Asking {
  std::string method = "GET";
  std::string target;  ///< path and query, percent-encoded, for example `/v1/cases/26-0001/clocks`
  std::string body{};
  NameValues headers{};  ///< JSON is meant where there is a body and no Content-Type
};

struct ApiAnswer {
  int status;
  boost::json::value json;
  std::string etag;

  [[nodiscard]] bool good() const { return status < 300; }
};

/// What the API answers to the visitor: through the endpoint's own row, with its rights, and refused where the visitor
/// must first show anew who they are (`proof_table`). A page may ask only what its
/// use allows: an endpoint that writes is asked by a page whose use is `write`.
[[nodiscard]] ApiAnswer ask(const PageCall& call, const Asking& asking);

/// The same as it came, for what is no JSON: the bytes of a document with their headers.
[[nodiscard]] Response answer_to(const PageCall& call, const Asking& asking);
/// What the API answers to everybody alike: only an endpoint without rights is asked so. Throws std::logic_error for
/// any other.
[[nodiscard]] ApiAnswer ask_openly(Storage& storage, const Request& request, const std::string& target);

}  // namespace reviewd
