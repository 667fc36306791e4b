#include "reviewd/storage/slow_answers.hpp"

#include <memory>

#include "reviewd/storage/answer_in_parts.hpp"
#include "reviewd/storage/store_failure.hpp"

namespace reviewd {
namespace {

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
  switch (line) {
    case SlowPart::Line::checks:
      return checks_;
    case SlowPart::Line::copies:
      return copies_;
    case SlowPart::Line::papers:
      return papers_;
    case SlowPart::Line::written:
      break;
  }
  return written_;
}

void SlowAnswers::give(Response response, const Answer& answer, const StorageThread::Refuse& refuse) {
  if (auto* parts = std::get_if<RestInParts>(&response.rest)) {
    // The last part may leave something that needs no store.
    const auto go_on = [self = weak_from_this(), answer, refuse](Response whole) {
      if (whole.is_whole()) return answer(std::move(whole));
      if (const auto alive = self.lock()) return alive->give(std::move(whole), answer, refuse);
      refuse(too_much_waits());
    };
    return answer_in_parts(storage_, under_way_, std::move(*parts), response.route, go_on, refuse);
  }
  if (auto* part = std::get_if<SlowPart>(&response.rest))
    return wait_in_line(std::move(*part), response.route, answer, refuse);
  answer(std::move(response));
}

void SlowAnswers::wait_in_line(SlowPart part, const std::string& route, const Answer& answer,
                               const StorageThread::Refuse& refuse) {
  auto& line = line_of(part.line);
  const auto person = part.person;
  auto work = [this, part = std::move(part), route, stop = line.stopping(), answer, refuse] {
    try {
      auto rested = part.work(stop);
      rested.route = route;
      if (!rested.is_whole()) return give(std::move(rested), answer, refuse);
      if (part.note && is_done(rested)) return note_then(storage_, part, std::move(rested), answer, refuse);
      answer(std::move(rested));
    } catch (const std::exception& failure) {
      refuse(refusal_of(failure));
    }
  };
  if (!line.add(std::move(work), person)) refuse(too_much_waits());
}

}  // namespace reviewd
