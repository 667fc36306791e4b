#include "reviewd/documents/slow_part.hpp"

namespace reviewd {

std::function<Response()> then(std::function<Response()> rest, std::function<Response(Response)> after) {
  if (auto* part = rest.target<SlowPart>()) {
    part->work = [work = std::move(part->work), after = std::move(after)] { return after(work()); };
    return rest;
  }
  return [rest = std::move(rest), after = std::move(after)] { return after(rest()); };
}

}  // namespace reviewd
