#include "reviewd/api/past_in_parts.hpp"

#include <optional>
#include <utility>

#include "reviewd/api/in_parts.hpp"
#include "reviewd/api/past_under_way.hpp"

namespace reviewd {
namespace {

using review::Code;
using review::Result;
using Shared = std::shared_ptr<PastUnderWay>;
/// Works on the store; true where nothing is left to do.
using Step = std::function<Result<bool>(PastUnderWay&, Call&)>;

Result<RestInParts::Take> take_of(const Shared& under_way, Call& call, const Step& step, const OfPast& make) {
  std::optional<Response> whole;
  const auto last = step(*under_way, call);
  // A disk that is full is told as everywhere; any other refusal is the answer.
  if (!last && last.error().code == Code::store_full) return review::refuse(last.error());
  if (!last) {
    whole = refused(call, last.error());
  } else if (*last) {
    whole = make(call, under_way->file(), std::shared_ptr<const PastRun>(under_way, &under_way->run()));
  }
  return RestInParts::Take([whole = std::move(whole)] { return whole; });
}

Response past_in_parts(const Call& call, const PastFile& file, Step step, OfPast make) {
  const auto under_way = std::make_shared<PastUnderWay>(call, file);
  auto parts = parts_alone(call, [under_way, step = std::move(step), make = std::move(make)](Call& now) {
    return take_of(under_way, now, step, make);
  });
  Response later;
  later.rest = SlowPart{SlowPart::Line::checks, call.reader.person,
                        [under_way, parts = std::move(parts)](const std::stop_token&) {
                          under_way->read();
                          Response read;
                          read.rest = parts;
                          return read;
                        }};
  return later;
}

}  // namespace

Response past_tried(const Call& call, const PastFile& file, OfPast make) {
  return past_in_parts(
      call, file, [](PastUnderWay& under_way, Call& now) { return under_way.try_more(now); }, std::move(make));
}

Response past_stored(const Call& call, const PastFile& file, OfPast make) {
  const auto store = [](PastUnderWay& under_way, Call& now) -> Result<bool> {
    if (const auto done = under_way.store(now); !done) return review::refuse(done.error());
    return true;
  };
  return past_in_parts(call, file, store, std::move(make));
}

}  // namespace reviewd
