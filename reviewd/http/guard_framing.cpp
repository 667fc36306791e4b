#include <algorithm>
#include <charconv>

#include "reviewd/http/ascii.hpp"
#include "reviewd/http/guard.hpp"

namespace reviewd {
namespace {

/// RFC 9112 section 6: who disagrees about where a body ends can be made to read one request as two.
std::optional<Refused> read_coding(RequestHead& head) {
  const auto coding = head.field("transfer-encoding");
  if (!coding) return std::nullopt;
  if (head.minor == 0) return Refused{Fault::malformed, "HTTP/1.0 has no Transfer-Encoding."};
  if (*coding != "chunked") return Refused{Fault::malformed, "The only Transfer-Encoding taken is chunked."};
  if (head.field("content-length")) {
    return Refused{Fault::malformed, "Content-Length and Transfer-Encoding exclude each other."};
  }
  head.chunked = true;
  return std::nullopt;
}

std::optional<Refused> read_length(RequestHead& head) {
  const auto text = head.field("content-length");
  if (!text) return std::nullopt;
  const bool digits = !text->empty() && std::all_of(text->begin(), text->end(), is_digit);
  if (!digits || (text->size() > 1 && text->front() == '0')) {
    return Refused{Fault::malformed, "Content-Length is one number without leading zeros."};
  }
  std::uint64_t length = 0;
  const auto read = std::from_chars(text->data(), text->data() + text->size(), length);
  if (read.ec != std::errc{}) return Refused{Fault::too_large, "The content is longer than this service takes."};
  head.length = length;
  return std::nullopt;
}

void read_connection(RequestHead& head) {
  head.keep_alive = head.minor == 1;
  for (const auto& [name, value] : head.fields) {
    if (!same_ignoring_case(name, "connection")) continue;
    std::string_view rest = value;
    while (!rest.empty()) {
      const auto comma = std::min(rest.find(','), rest.size());
      if (same_ignoring_case(trimmed(rest.substr(0, comma)), "close")) head.keep_alive = false;
      rest.remove_prefix(std::min(comma + 1, rest.size()));
    }
  }
}

}  // namespace

std::optional<Refused> check_framing(const Limits& limits, RequestHead& head) {
  if (auto refused = read_coding(head)) return refused;
  if (auto refused = read_length(head)) return refused;
  if (head.field("trailer")) return Refused{Fault::malformed, "Fields after the content are not taken."};
  if (const auto encoding = head.field("content-encoding"); encoding && !same_ignoring_case(*encoding, "identity")) {
    return Refused{Fault::unsupported_encoding, "Leave out Content-Encoding."};
  }
  if (const auto expect = head.field("expect"); expect && head.minor == 1) {
    if (!same_ignoring_case(*expect, "100-continue")) {
      return Refused{Fault::expectation_failed, "Leave out the Expect field."};
    }
    head.expects_continue = true;
  }
  read_connection(head);
  const auto limit = static_cast<std::uint64_t>(limits.body_limit_of(head.method, head.path));
  if (head.length.value_or(0) > limit) {
    return Refused{Fault::too_large, "The content is longer than this address takes."};
  }
  return std::nullopt;
}

}  // namespace reviewd
