#include "reviewd/api/csv_parts.hpp"

#include <fmt/format.h>

#include <memory>
#include <utility>

#include "reviewd/storage/stored_parts.hpp"

namespace reviewd {
namespace {

/// A file of which some parts are there.
class CsvMaking {
 public:
  CsvMaking(const Call& call, std::string_view what, const CsvLines& heads, NextCsvPart next, std::size_t most)
      : request_(call.request),
        match_(call.match),
        reader_(call.reader),
        moment_(call.moment),
        next_(std::move(next)),
        most_(most),
        made_(csv_file(call, what, heads)) {}

  [[nodiscard]] review::Result<CsvPart> work_out(Storage& storage) const {
    Call call{request_, match_, storage, reader_, moment_, nullptr};
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

  [[nodiscard]] const review::Reader& reader() const { return reader_; }

 private:
  Request request_;
  RouteMatch match_;
  review::Reader reader_;
  review::Moment moment_;
  NextCsvPart next_;
  std::size_t most_;
  Response made_;
  std::size_t rows_ = 0;
  std::vector<std::string> after_{};
};

review::Result<StoredParts::Take> next_of(const std::shared_ptr<CsvMaking>& making, Storage& storage) {
  auto part = making->work_out(storage);
  if (!part) return review::refuse(std::move(part.error()));
  if (const auto noted = storage.record_shown(making->reader()); !noted) return review::refuse(noted.error());
  return StoredParts::Take(
      [making, part = std::make_shared<const CsvPart>(std::move(*part))] { return making->take(*part); });
}

}  // namespace

Response csv_in_parts(Call& call, std::string_view what, const CsvLines& heads, NextCsvPart next, std::size_t most) {
  const auto making = std::make_shared<CsvMaking>(call, what, heads, std::move(next), most);
  const auto first = making->work_out(call.storage);
  if (!first) return refused(call, first.error());
  if (auto whole = making->take(*first)) return std::move(*whole);
  Response later;
  later.rest = StoredParts{call.reader.person, [making](Storage& storage) { return next_of(making, storage); }};
  return later;
}

}  // namespace reviewd
