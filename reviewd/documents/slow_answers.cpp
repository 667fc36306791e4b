#include "reviewd/documents/slow_answers.hpp"

#include "reviewd/storage/store_failure.hpp"

namespace reviewd {

void SlowAnswers::give(Response response, const Answer& answer, const StorageThread::Refuse& refuse) {
  if (!response.rest) return answer(std::move(response));
  const bool begun = work_.add([rest = std::move(response.rest), route = response.route, answer, refuse] {
    try {
      auto rested = rest();
      rested.route = route;
      answer(std::move(rested));
    } catch (const std::exception& failure) {
      refuse(refusal_of(failure));
    }
  });
  if (!begun) refuse({review::Code::busy, "Too much waits at this moment. Try again in a few seconds."});
}

}  // namespace reviewd
