#include "reviewd/storage/slow_part.hpp"

namespace reviewd {

std::function<Response()> then(std::function<Response()> rest, std::function<Response(Response)> after) {
  if (auto* part = rest.target<SlowPart>()) {
    part->work = [work = std::move(part->work), after = std::move(after)](const std::stop_token& stop) {
      return after(work(stop));
    };
    return rest;
  }
  return [rest = std::move(rest), after = std::move(after)] { return after(rest()); };
}

}  // namespace reviewd
