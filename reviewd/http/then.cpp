#include "reviewd/http/then.hpp"

#include <optional>
#include <utility>

namespace reviewd {

namespace {

/// Goes on with what the last part leaves.
void at_the_end(RestInParts& parts, const std::function<Response(Response)>& go_on) {
  parts.next = [next = std::move(parts.next), go_on](Storage& storage) -> review::Result<RestInParts::Take> {
    auto take = next(storage);
    if (!take) return take;
    return RestInParts::Take([take = std::move(*take), go_on]() -> std::optional<Response> {
      auto whole = take();
      return whole ? std::optional(go_on(std::move(*whole))) : std::nullopt;
    });
  };
}

}  // namespace

Response then(Response response, const std::function<Response(Response)>& after) {
  if (auto* part = std::get_if<SlowPart>(&response.rest)) {
    part->work = [work = std::move(part->work), after](const std::stop_token& stop) { return then(work(stop), after); };
    return response;
  }
  auto* parts = std::get_if<RestInParts>(&response.rest);
  if (parts == nullptr) return after(std::move(response));
  at_the_end(*parts, [after](Response whole) { return then(std::move(whole), after); });
  return response;
}

Response then_in_line(Response response, SlowPart::Line line, const std::string& person,
                      const std::function<Response(Response, const std::stop_token&)>& after) {
  if (auto* part = std::get_if<SlowPart>(&response.rest)) {
    part->line = line;
    part->person = person;
    part->work = [work = std::move(part->work), line, person, after](const std::stop_token& stop) {
      auto made = work(stop);
      return made.is_whole() ? after(std::move(made), stop) : then_in_line(std::move(made), line, person, after);
    };
    return response;
  }
  if (auto* parts = std::get_if<RestInParts>(&response.rest)) {
    at_the_end(*parts,
               [line, person, after](Response whole) { return then_in_line(std::move(whole), line, person, after); });
    return response;
  }
  Response later;
  later.rest = SlowPart{
      line, person, [whole = std::move(response), after](const std::stop_token& stop) { return after(whole, stop); }};
  return later;
}

}  // namespace reviewd
