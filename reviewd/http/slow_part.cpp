#include "reviewd/http/slow_part.hpp"

#include <utility>

#include "reviewd/http/response.hpp"

namespace reviewd {

bool is_done(const Response& answer) { return answer.status == 200 || answer.status == 303; }

SlowPart then(SlowPart part, std::function<Response(Response)> after) {
  part.work = [work = std::move(part.work), after = std::move(after)](const std::stop_token& stop) {
    return after(work(stop));
  };
  return part;
}

}  // namespace reviewd
