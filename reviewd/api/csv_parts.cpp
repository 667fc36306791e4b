#include "reviewd/api/csv_parts.hpp"

#include <fmt/format.h>

#include <memory>
#include <utility>

#include "reviewd/http/rest_in_parts.hpp"

namespace reviewd {
namespace {

/// A file of which some parts are there.
class CsvMaking {
 public:
  CsvMaking(const Call& call, std::string_view what, const CsvLines& heads, NextCsvPart next, std::size_t most)
      : request_(call.request),
        match_(call.match),
        first_(call.reader),
        find_reader_(call.find_reader),
        today_(call.moment.today),
        next_(std::move(next)),
        most_(most),
        made_(csv_file(call, what, heads)) {}

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

  [[nodiscard]] review::Result<CsvPart> work_out(Storage& storage, const review::Reader& reader,
                                                 const review::Moment& moment) const {
    if (moment.today != today_) {
      return review::refuse(review::Code::busy, "The day changed while this list was put together. Ask for it again.");
    }
    Call call{request_, match_, storage, reader, moment, nullptr};
    auto part = next_(call, after_);
    if (part && rows_ + part->lines.size() > most_) {
      return review::refuse(
          review::Code::malformed,
          fmt::format("This list has more than {} rows, and a part of it would look like all of it. Narrow it.",
                      most_));
    }
    return part;
  }

  /// The file, where this was its last part.
  std::optional<Response> take(const CsvPart& part) {
    add_csv_lines(made_, part.lines);
    rows_ += part.lines.size();
    after_ = part.next;
    return after_.empty() ? std::optional(std::move(made_)) : std::nullopt;
  }

 private:
  Request request_;
  RouteMatch match_;
  review::Reader first_;
  FindReader find_reader_;
  review::Date today_;
  NextCsvPart next_;
  std::size_t most_;
  Response made_;
  std::size_t rows_ = 0;
  std::vector<std::string> after_{};
};

review::Result<RestInParts::Take> next_of(const std::shared_ptr<CsvMaking>& making, Storage& storage) {
  const auto reader = making->reader_now(storage);
  if (!reader) return review::refuse(reader.error());
  auto part = making->work_out(storage, *reader, storage.moment());
  if (!part) return review::refuse(std::move(part.error()));
  if (const auto noted = storage.record_shown(*reader); !noted) return review::refuse(noted.error());
  return RestInParts::Take(
      [making, part = std::make_shared<const CsvPart>(std::move(*part))] { return making->take(*part); });
}

}  // namespace

Response csv_in_parts(Call& call, std::string_view what, const CsvLines& heads, NextCsvPart next, std::size_t most) {
  const auto making = std::make_shared<CsvMaking>(call, what, heads, std::move(next), most);
  const auto first = making->work_out(call.storage, call.reader, call.moment);
  if (!first) return refused(call, first.error());
  if (auto whole = making->take(*first)) return std::move(*whole);
  Response later;
  later.rest = RestInParts{call.reader.person, [making](Storage& storage) { return next_of(making, storage); }};
  return later;
}

}  // namespace reviewd
