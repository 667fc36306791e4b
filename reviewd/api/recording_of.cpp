#include "reviewd/api/recording_of.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "libreview/base/refuse_at.hpp"
#include "libreview/vocabulary/kinds.hpp"
#include "libreview/vocabulary/read_message.hpp"

namespace reviewd {
namespace {

using review::Code;

review::Result<void> fits(const review::v1::Entry& entry, std::string_view record) {
  const auto& kind = *review::kind_of(entry);
  if (kind.is_of(record)) return {};
  return review::refuse_at(
      Code::not_one_kind,
      fmt::format("\"{}\" is recorded in a {}, not in a {}.", kind.label, kind.records.front(), record),
      review::pointer_to(kind.json));
}

}  // namespace

bool is_idempotency_key(std::string_view key) {
  return !key.empty() && key.size() <= 255 &&
         std::all_of(key.begin(), key.end(), [](char c) { return c > ' ' && c < 127; });
}

review::Result<review::Recording> recording_of(const Call& call, std::string_view record) {
  const auto body = json_body(call);
  if (!body) return review::refuse(body.error());
  auto entry = review::read_entry(*body, review::Origin::request);
  if (!entry) return review::refuse(entry.error());
  if (const auto of_this = fits(*entry, record); !of_this) return review::refuse(of_this.error());
  return recording_of(call, std::move(*entry), call.request.body, record);
}

review::Result<review::Recording> recording_of(const Call& call, review::v1::Entry entry, const std::string& says,
                                               std::string_view record) {
  review::Recording recording{
      call.path(record), std::move(entry),   call.reader, review::parse_match(call.request.header("If-Match")), {}, {},
      call.moment,       std::string(record)};
  if (const auto key = call.request.header("Idempotency-Key")) {
    if (!is_idempotency_key(*key))
      return review::refuse(Code::malformed, "An Idempotency-Key has 1 to 255 visible characters.");
    recording.idempotency_key = *key;
    recording.request = call.request.method + "\n" + call.request.target + "\n" + says;
  }
  return recording;
}

}  // namespace reviewd
