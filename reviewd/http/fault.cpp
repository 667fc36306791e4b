#include "reviewd/http/fault.hpp"

#include <array>
#include <cstddef>

namespace reviewd {

const FaultRow& fault_row(Fault fault) {
  static constexpr std::array<FaultRow, 14> rows = {{
      {Fault::malformed, 400, "malformed", "The request cannot be read"},
      {Fault::method_refused, 405, "method-not-allowed", "This address does not take that method"},
      {Fault::timed_out, 408, "timed-out", "The request took too long to arrive"},
      {Fault::too_large, 413, "too-large", "The request is too large"},
      {Fault::target_too_long, 414, "target-too-long", "The address of the request is too long"},
      {Fault::unsupported_encoding, 415, "unsupported-media-type", "Send the content as it is, not compressed"},
      {Fault::expectation_failed, 417, "expectation-failed", "The only expectation that is met is 100-continue"},
      {Fault::misdirected, 421, "misdirected", "This service does not answer to that host name"},
      {Fault::too_many, 429, "too-many", "Too many requests"},
      {Fault::header_too_large, 431, "header-too-large", "The request header is too large"},
      {Fault::broken, 500, "broken", "Something is broken in the service"},
      {Fault::method_unknown, 501, "method-unknown", "The service does not know that method"},
      {Fault::busy, 503, "busy", "The service is busy"},
      {Fault::version_unknown, 505, "version-unknown", "The service speaks HTTP/1.1"},
  }};
  return rows[static_cast<std::size_t>(fault)];
}

}  // namespace reviewd
