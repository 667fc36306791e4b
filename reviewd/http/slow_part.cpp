#include "reviewd/http/slow_part.hpp"

#include <utility>

#include "reviewd/http/response.hpp"

namespace reviewd {

SlowPart then(SlowPart part, std::function<Response(Response)> after) {
  part.work = [work = std::move(part.work), after = std::move(after)](const std::stop_token& stop) {
    return after(work(stop));
  };
  return part;
}

}  // namespace reviewd
