#include <fmt/format.h>

#include <algorithm>

#include "libreview/chronology/chronology_flags.hpp"

namespace review {
namespace {

/// The lines of which the day is not known that may lie between two days.
int may_lie_between(const std::vector<ChronologyLine>& lines, Date after, Date before) {
  return static_cast<int>(std::ranges::count_if(
      lines, [&](const ChronologyLine& one) { return !one.exact && one.last > after && one.first < before; }));
}

std::string maybe_words(int count) {
  if (count == 0) return {};
  return count == 1 ? " One line that is not known to the day may lie in this time."
                    : fmt::format(" {} lines that are not known to the day may lie in this time.", count);
}

class Gaps {
 public:
  Gaps(const std::vector<ChronologyLine>& lines, int longest) : lines_(lines), longest_(longest) {}

  /// The time between the last contact and what begins on this day, where it is too long.
  void close(Date begins, std::vector<std::size_t> of, const char* what) {
    const int days = last_->days_until(begins);
    if (days <= longest_) return;
    flags_.push_back({ChronologyFlag::Sort::gap,
                      fmt::format("Nothing is told here of the {} days between {} and {}{}.{}", days, last_->words(),
                                  begins.words(), what, maybe_words(may_lie_between(lines_, *last_, begins))),
                      std::move(of)});
  }

  void run(std::optional<Date> incident) {
    std::size_t before = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const auto& line = lines_[i];
      if (!line.exact) continue;
      if (incident && line.first > *incident) break;
      if (last_) close(line.first, {before, i}, "");
      if (last_ && line.last <= *last_) continue;
      last_ = line.last;
      before = i;
    }
    if (last_ && incident) close(*incident, {before}, ", the day of the incident");
  }

  [[nodiscard]] std::vector<ChronologyFlag> take() { return std::move(flags_); }

 private:
  const std::vector<ChronologyLine>& lines_;
  int longest_;
  std::optional<Date> last_{};  ///< the last day of contact so far
  std::vector<ChronologyFlag> flags_{};
};

}  // namespace

std::vector<ChronologyFlag> chronology_gaps(const std::vector<ChronologyLine>& lines, const ChronologyChoice& choice,
                                            const ChronologyLives& lives) {
  if (choice.gap_days < 1) return {};
  Gaps gaps(lines, choice.gap_days);
  gaps.run(lives.incident_on);
  return gaps.take();
}

}  // namespace review
