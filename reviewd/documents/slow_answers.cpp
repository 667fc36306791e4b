#include "reviewd/documents/slow_answers.hpp"

#include "reviewd/documents/slow_part.hpp"
#include "reviewd/storage/store_failure.hpp"

namespace reviewd {

void SlowAnswers::give(Response response, const Answer& answer, const StorageThread::Refuse& refuse) {
  if (!response.rest) return answer(std::move(response));
  const auto* part = response.rest.target<SlowPart>();
  const std::string person = part == nullptr ? std::string() : part->person;
  auto& line = part != nullptr && part->line == SlowPart::Line::copies ? copies_ : checks_;
  auto work = [rest = std::move(response.rest), route = response.route, answer, refuse] {
    try {
      auto rested = rest();
      rested.route = route;
      answer(std::move(rested));
    } catch (const std::exception& failure) {
      refuse(refusal_of(failure));
    }
  };
  if (!line.add(std::move(work), person))
    refuse({review::Code::busy, "Too much waits at this moment. Try again in a few seconds."});
}

}  // namespace reviewd
