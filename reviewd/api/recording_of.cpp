#include "reviewd/api/recording_of.hpp"

#include <algorithm>

namespace reviewd {
namespace {

using review::Code;

bool is_key(const std::string& key) {
  return !key.empty() && key.size() <= 255 &&
         std::all_of(key.begin(), key.end(), [](char c) { return c > ' ' && c < 127; });
}

}  // namespace

review::Result<review::Recording> recording_of(const Call& call, review::v1::Entry entry, const std::string& says) {
  review::Recording recording{
      call.path("case"), std::move(entry), call.reader, review::parse_match(call.request.header("If-Match")), {}, {},
      call.moment};
  if (const auto key = call.request.header("Idempotency-Key")) {
    if (!is_key(*key)) return review::refuse(Code::malformed, "An Idempotency-Key has 1 to 255 visible characters.");
    recording.idempotency_key = *key;
    recording.request = call.request.method + "\n" + call.request.target + "\n" + says;
  }
  return recording;
}

}  // namespace reviewd
