#include "reviewd/api/answer_by_parts.hpp"

#include <memory>
#include <utility>

namespace reviewd {
namespace {

/// An answer of which some parts are there.
class Making {
 public:
  Making(const Call& call, NextPart next)
      : request_(call.request),
        match_(call.match),
        first_(call.reader),
        find_reader_(call.find_reader),
        today_(call.moment.today),
        next_(std::move(next)) {}

  /// Who reads the next part: somebody who may read all that they might when the list began.
  [[nodiscard]] review::Result<review::Reader> reader_now(Storage& storage) const {
    if (!find_reader_) return first_;
    auto found = find_reader_(storage);
    if (!found) return review::refuse(review::Code::unauthenticated, "Sign in again, and ask for this list anew.");
    auto same = first_;
    same.glass = found->glass;  // what is closed again is not seen, as any case that leaves the reader's sight
    if (*found != same) {
      return review::refuse(review::Code::not_permitted,
                            "What you may see has changed while this list was put together. Ask for it again.");
    }
    return std::move(*found);
  }

  [[nodiscard]] review::Result<RestInParts::Take> work_out(Storage& storage, const review::Reader& reader,
                                                           const review::Moment& moment) const {
    if (moment.today != today_) {
      return review::refuse(review::Code::busy, "The day changed while this list was put together. Ask for it again.");
    }
    Call call{request_, match_, storage, reader, moment, nullptr};
    return next_(call);
  }

 private:
  Request request_;
  RouteMatch match_;
  review::Reader first_;
  FindReader find_reader_;
  review::Date today_;
  NextPart next_;
};

review::Result<RestInParts::Take> next_of(const Making& making, Storage& storage) {
  const auto reader = making.reader_now(storage);
  if (!reader) return review::refuse(reader.error());
  auto take = making.work_out(storage, *reader, storage.moment());
  if (!take) return take;
  if (const auto noted = storage.record_shown(*reader); !noted) return review::refuse(noted.error());
  return take;
}

}  // namespace

Response answer_by_parts(Call& call, NextPart next) {
  const auto making = std::make_shared<const Making>(call, std::move(next));
  const auto first = making->work_out(call.storage, call.reader, call.moment);
  if (!first) return refused(call, first.error());
  if (auto whole = (*first)()) return std::move(*whole);
  Response later;
  later.rest = RestInParts{call.reader.person, [making](Storage& storage) { return next_of(*making, storage); }};
  return later;
}

}  // namespace reviewd
