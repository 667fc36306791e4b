#include "reviewd/http/rest_in_parts.hpp"

#include <utility>

#include "reviewd/http/response.hpp"

namespace reviewd {

RestInParts then(RestInParts parts, std::function<Response(Response)> after) {
  parts.next = [next = std::move(parts.next), after = std::move(after)](Storage& storage) {
    return next(storage).map([&](RestInParts::Take take) -> RestInParts::Take {
      return [take = std::move(take), after]() -> std::optional<Response> {
        auto whole = take();
        return whole ? std::optional(after(std::move(*whole))) : std::nullopt;
      };
    });
  };
  return parts;
}

}  // namespace reviewd
