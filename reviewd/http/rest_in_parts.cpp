#include "reviewd/http/rest_in_parts.hpp"

#include <utility>

#include "reviewd/http/response.hpp"

namespace reviewd {

RestInParts then(RestInParts parts, std::function<Response(Response)> after) {
  const auto next = std::move(parts.next);
  parts.next = [next, after = std::move(after)](Storage& storage) -> review::Result<RestInParts::Take> {
    auto take = next(storage);
    if (!take) return take;
    return RestInParts::Take([take = std::move(*take), after]() -> std::optional<Response> {
      auto whole = take();
      if (!whole) return std::nullopt;
      return after(std::move(*whole));
    });
  };
  return parts;
}

}  // namespace reviewd
