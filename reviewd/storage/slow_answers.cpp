#include "reviewd/storage/slow_answers.hpp"

#include <memory>

#include "reviewd/storage/answer_in_parts.hpp"
#include "reviewd/storage/store_failure.hpp"

namespace reviewd {
namespace {

review::Refusal too_much_waits() {
  return {review::Code::busy, "Too much waits at this moment. Try again in a few seconds."};
}

/// The answer leaves when it is on record.
void note_then(StorageThread& storage, const SlowPart& part, Response rested, const Answer& answer,
               const StorageThread::Refuse& refuse) {
  const auto shared = std::make_shared<Response>(std::move(rested));
  const auto work = [note = part.note, shared, answer](Storage& store) {
    const auto noted = note(store);
    return Written{[shared, answer] { answer(std::move(*shared)); }, !noted};
  };
  if (!storage.write({work, refuse})) refuse(too_much_waits());
}

}  // namespace

SlowWork& SlowAnswers::line_of(SlowPart::Line line) {
  return line == SlowPart::Line::checks ? checks_ : line == SlowPart::Line::copies ? copies_ : written_;
}

void SlowAnswers::give(Response response, const Answer& answer, const StorageThread::Refuse& refuse) {
  if (!response.rest) return answer(std::move(response));
  if (auto* parts = response.rest.target<StoredParts>())
    return answer_in_parts(storage_, under_way_, std::move(*parts), response.route, answer, refuse);
  auto* given = response.rest.target<SlowPart>();
  auto part = given != nullptr ? std::move(*given)
                               : SlowPart{SlowPart::Line::written,
                                          {},
                                          [rest = std::move(response.rest)](const std::stop_token&) { return rest(); }};
  auto& line = line_of(part.line);
  const auto person = part.person;
  auto work = [this, part = std::move(part), route = response.route, stop = line.stopping(), answer, refuse] {
    try {
      auto rested = part.work(stop);
      rested.route = route;
      if (part.note && is_done(rested)) return note_then(storage_, part, std::move(rested), answer, refuse);
      answer(std::move(rested));
    } catch (const std::exception& failure) {
      refuse(refusal_of(failure));
    }
  };
  if (!line.add(std::move(work), person)) refuse(too_much_waits());
}

}  // namespace reviewd
