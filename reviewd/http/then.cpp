#include "reviewd/http/then.hpp"

#include <optional>
#include <utility>

namespace reviewd {

Response then(Response response, const std::function<Response(Response)>& after) {
  if (auto* part = std::get_if<SlowPart>(&response.rest)) {
    response.rest = then(std::move(*part), after);
    return response;
  }
  auto* parts = std::get_if<RestInParts>(&response.rest);
  if (parts == nullptr) return after(std::move(response));
  parts->next = [next = std::move(parts->next), after](Storage& storage) -> review::Result<RestInParts::Take> {
    auto take = next(storage);
    if (!take) return take;
    return RestInParts::Take([take = std::move(*take), after]() -> std::optional<Response> {
      auto whole = take();
      return whole ? std::optional(then(std::move(*whole), after)) : std::nullopt;
    });
  };
  return response;
}

}  // namespace reviewd
