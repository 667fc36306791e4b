#include "reviewd/api/csv_parts.hpp"

#include <fmt/format.h>

#include <memory>
#include <utility>

#include "reviewd/api/in_parts.hpp"

namespace reviewd {
namespace {

/// A file of which some parts are there.
class CsvMaking {
 public:
  CsvMaking(const Call& call, std::string_view what, const CsvLines& heads, NextCsvPart next, std::size_t most)
      : next_(std::move(next)), most_(most), made_(csv_file(call, what, heads)) {}

  [[nodiscard]] review::Result<CsvPart> work_out(Call& call) const {
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
  NextCsvPart next_;
  std::size_t most_;
  Response made_;
  std::size_t rows_ = 0;
  std::vector<std::string> after_{};
};

}  // namespace

Response csv_in_parts(Call& call, std::string_view what, const CsvLines& heads, NextCsvPart next, std::size_t most) {
  const auto making = std::make_shared<CsvMaking>(call, what, heads, std::move(next), most);
  return in_parts(call, [making](Call& now) -> review::Result<RestInParts::Take> {
    auto part = making->work_out(now);
    if (!part) return review::refuse(std::move(part.error()));
    return RestInParts::Take(
        [making, part = std::make_shared<const CsvPart>(std::move(*part))] { return making->take(*part); });
  });
}

}  // namespace reviewd
