#include <fmt/format.h>

#include <algorithm>

#include "libreview/chronology/chronology_flags.hpp"
#include "libreview/learning/likeness.hpp"
#include "libreview/past/plain_words.hpp"

namespace review {
namespace {

/// What is compared at once, in words: some tenths of a second. Agencies that told of every day for three years stay
/// well below.
constexpr std::size_t most_compared = 10'000'000;
/// More than anybody looks at.
constexpr std::size_t most_flags = 1000;

class Clashes {
 public:
  Clashes(const std::vector<ChronologyLine>& lines, const ChronologyChoice& choice) : lines_(lines), choice_(choice) {
    words_.reserve(lines.size());
    for (const auto& line : lines) words_.push_back(telling_words(line.row.what()));
  }

  std::vector<ChronologyFlag> run() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (!lines_[i].exact) continue;
      // They are in the order of their days.
      for (auto k = i + 1; k < lines_.size() && apart(i, k) <= choice_.clash_days; ++k) {
        ++compared_;
        if (lines_[k].exact && lines_[k].agency != lines_[i].agency) compare(i, k);
        if (is_too_much()) return stopped_at(i);
      }
    }
    return std::move(flags_);
  }

 private:
  /// Days from the end of one line to the begin of a later one; less than 1 where they share a day.
  [[nodiscard]] int apart(std::size_t one, std::size_t later) const {
    return lines_[one].last.days_until(lines_[later].first);
  }

  [[nodiscard]] bool is_too_much() const { return compared_ > most_compared || flags_.size() >= most_flags; }

  std::vector<ChronologyFlag> stopped_at(std::size_t line) {
    flags_.push_back({ChronologyFlag::Sort::not_compared,
                      fmt::format("So much is told of the days around {} that agencies' lines from here on were not "
                                  "compared with each other. Compare them yourself, or take in a shorter table.",
                                  lines_[line].first.words()),
                      {line}});
    return std::move(flags_);
  }

  [[nodiscard]] bool are_alike(std::size_t one, std::size_t other) {
    compared_ += words_[one].size() + words_[other].size();
    return in_percent(likeness(words_[one], words_[other]).measure) >= choice_.same_event;
  }

  /// Whether the line has its like from that agency on its own first day.
  [[nodiscard]] bool has_like(std::size_t line, const std::string& agency) {
    const auto same_day = std::ranges::equal_range(lines_, lines_[line].first, {}, &ChronologyLine::first);
    for (const auto& one : same_day) {
      const auto i = static_cast<std::size_t>(&one - lines_.data());
      ++compared_;
      if (i != line && one.agency == agency && are_alike(line, i)) return true;
    }
    return false;
  }

  [[nodiscard]] bool other_times(std::size_t one, std::size_t other) const {
    const auto& left = lines_[one].row.at();
    const auto& right = lines_[other].row.at();
    return !left.empty() && !right.empty() && left != right;
  }

  void put(ChronologyFlag::Sort sort, std::size_t one, std::size_t other, std::string says) {
    flags_.push_back({sort, std::move(says), {one, other}, likeness(words_[one], words_[other]).shared});
  }

  void compare(std::size_t one, std::size_t other) {
    const auto& left = lines_[one];
    const auto& right = lines_[other];
    const bool alike = are_alike(one, other);
    if (apart(one, other) >= 1) {
      if (!alike || has_like(one, right.agency) || has_like(other, left.agency)) return;
      put(ChronologyFlag::Sort::other_day, one, other,
          fmt::format("What looks like one event stands on {} and on {}.", left.first.words(), right.first.words()));
    } else if (alike && other_times(one, other)) {
      put(ChronologyFlag::Sort::other_time, one, other,
          fmt::format("What looks like one event on {} was at {} and at {}.", right.first.words(), left.row.at(),
                      right.row.at()));
    } else if (!alike && !other_times(one, other) && same_sort(left, right)) {
      put(ChronologyFlag::Sort::told_differently, one, other,
          fmt::format("Two agencies tell of the same sort of contact on {} in other words.", right.first.words()));
    }
  }

  [[nodiscard]] static bool same_sort(const ChronologyLine& one, const ChronologyLine& other) {
    const auto sort = plain_words(one.row.sort());
    return !sort.empty() && sort == plain_words(other.row.sort()) && one.first == other.first;
  }

  const std::vector<ChronologyLine>& lines_;
  const ChronologyChoice& choice_;
  std::vector<std::vector<TellingWord>> words_{};
  std::vector<ChronologyFlag> flags_{};
  std::size_t compared_ = 0;
};

}  // namespace

std::vector<ChronologyFlag> chronology_clashes(const std::vector<ChronologyLine>& lines,
                                               const ChronologyChoice& choice) {
  return Clashes(lines, choice).run();
}

}  // namespace review
