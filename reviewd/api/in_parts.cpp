#include "reviewd/api/in_parts.hpp"

#include <memory>
#include <utility>

#include "reviewd/http/rest_in_parts.hpp"

namespace reviewd {
namespace {

/// A request of which more is to be worked out after its call.
class Parted {
 public:
  Parted(const Call& call, NextPart next)
      : request_(call.request),
        match_(call.match),
        first_(call.reader),
        find_reader_(call.find_reader),
        today_(call.moment.today),
        on_file_(call.on_file),
        next_(std::move(next)) {}

  [[nodiscard]] review::Result<RestInParts::Take> next(Storage& storage) const {
    const auto reader = reader_now(storage);
    if (!reader) return review::refuse(reader.error());
    const auto moment = storage.moment();
    if (moment.today != today_) {
      return review::refuse(review::Code::busy, "The day changed while this was put together. Ask for it again.");
    }
    Call call{request_, match_, storage, *reader, moment, nullptr, on_file_};
    call.find_reader = find_reader_;
    auto take = next_(call);
    if (!take) return take;
    if (const auto noted = storage.record_shown(*reader); !noted) return review::refuse(noted.error());
    return take;
  }

 private:
  /// Who reads the next part: somebody who may read all that they might when the answer began.
  [[nodiscard]] review::Result<review::Reader> reader_now(Storage& storage) const {
    if (!find_reader_) return first_;
    auto found = find_reader_(storage);
    if (!found) return review::refuse(review::Code::unauthenticated, "Sign in again, and ask for this list anew.");
    auto same = first_;
    same.glass = found->glass;  // what is closed again is not seen, as any case that leaves the reader's sight
    if (*found != same) {
      return review::refuse(review::Code::not_permitted,
                            "What you may see has changed while this was put together. Ask for it again.");
    }
    return std::move(*found);
  }

  Request request_;
  RouteMatch match_;
  review::Reader first_;
  FindReader find_reader_;
  review::Date today_;
  bool on_file_;
  NextPart next_;
};

}  // namespace

Response in_parts(Call& call, NextPart next) {
  const auto first = next(call);
  if (!first) return refused(call, first.error());
  if (auto whole = (*first)()) return std::move(*whole);
  const auto parted = std::make_shared<const Parted>(call, std::move(next));
  Response later;
  later.rest = RestInParts{call.reader.person, [parted](Storage& storage) { return parted->next(storage); }};
  return later;
}

RestInParts parts_alone(const Call& call, NextPart next) {
  const auto parted = std::make_shared<const Parted>(call, std::move(next));
  return {call.reader.person, [parted](Storage& storage) { return parted->next(storage); }, true};
}

}  // namespace reviewd
