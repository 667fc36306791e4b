#include "reviewd/storage/work_out.hpp"

#include <optional>
#include <utility>

namespace reviewd {
namespace {

review::Result<Response> done(const SlowPart& part, Storage& storage) {
  auto made = part.work({});
  if (!made.is_whole()) return work_out(std::move(made), storage);
  if (!part.note || !is_done(made)) return made;
  if (const auto noted = storage.store().in_one_transaction([&] { return part.note(storage); }); !noted)
    return review::refuse(noted.error());
  return made;
}

review::Result<Response> put_together(const RestInParts& parts, Storage& storage) {
  std::optional<Response> whole;
  while (!whole) {
    const auto take =
        parts.alone ? parts.next(storage) : storage.store().in_one_transaction([&] { return parts.next(storage); });
    if (!take) return review::refuse(take.error());
    whole = (*take)();
  }
  return std::move(*whole);
}

}  // namespace

review::Result<Response> work_out(Response response, Storage& storage) {
  if (const auto* part = std::get_if<SlowPart>(&response.rest)) return done(*part, storage);
  if (const auto* parts = std::get_if<RestInParts>(&response.rest)) {
    auto whole = put_together(*parts, storage);
    return whole ? work_out(std::move(*whole), storage) : whole;
  }
  return response;
}

}  // namespace reviewd
