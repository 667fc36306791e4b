#include "libreview/figures/may_be_large.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace review {
namespace {

/// What a number may be.
struct Range {
  int least;
  int most;

  [[nodiscard]] bool settled() const { return least == most; }
};

/// How many choices are tried before the search gives up: tables of a year need some fifty, and where a few hundred do
/// not settle it more seldom do.
constexpr int most_choices = 500;

/// A hidden number that is 0 only where one of these hidden wholes is small: every other 0 is published.
struct Excused {
  std::size_t number;
  std::vector<std::size_t> wholes;
};

/// Looks for whole numbers that fit every sum, by narrowing what each may be and choosing where that does not settle
/// it. Values near the true ones are tried first: most of them can stay.
class Search {
 public:
  Search(const PublishedSums& sums, std::vector<const PublishedSums::Sum*> open, std::vector<Excused> excused)
      : sums_(sums), open_(std::move(open)), excused_(std::move(excused)) {}

  [[nodiscard]] bool fits(std::vector<Range> ranges) {
    if (!narrow(ranges)) return false;
    const auto next = next_open(ranges);
    if (!next) return true;
    const Range range = ranges[*next];
    const int near = std::clamp(sums_.numbers[*next].value, range.least, range.most);
    for (int away = 0; away <= range.most - range.least; ++away) {
      for (const int value : {near + away, near - away}) {
        if (value < range.least || value > range.most || (away == 0 && value != near)) continue;
        if (++tried_ > most_choices) return false;
        ranges[*next] = {value, value};
        if (fits(ranges)) return true;
        if (away == 0) break;
      }
    }
    return false;
  }

 private:
  static bool tighten(Range& range, int least, int most, bool& changed) {
    if (least > range.least) {
      range.least = least;
      changed = true;
    }
    if (most < range.most) {
      range.most = most;
      changed = true;
    }
    return range.least <= range.most;
  }

  static bool narrow_by(const PublishedSums::Sum& sum, std::vector<Range>& ranges, bool& changed) {
    int least = 0;
    int most = 0;
    for (const auto part : sum.parts) {
      least += ranges[part].least;
      most += ranges[part].most;
    }
    if (!tighten(ranges[sum.whole], least, most, changed)) return false;
    const Range whole = ranges[sum.whole];
    for (const auto part : sum.parts) {
      const Range was = ranges[part];
      if (!tighten(ranges[part], whole.least - (most - was.most), whole.most - (least - was.least), changed))
        return false;
      least += ranges[part].least - was.least;
      most += ranges[part].most - was.most;
    }
    return true;
  }

  [[nodiscard]] bool narrow_zero(const Excused& one, std::vector<Range>& ranges, bool& changed) const {
    if (ranges[one.number].least > 0) return true;
    std::optional<std::size_t> small;
    for (const auto whole : one.wholes) {
      if (ranges[whole].least >= sums_.below) continue;
      if (small) return true;  // either may excuse it
      small = whole;
    }
    if (!small) return tighten(ranges[one.number], 1, ranges[one.number].most, changed);
    if (ranges[one.number].most > 0) return true;
    return tighten(ranges[*small], 0, sums_.below - 1, changed);
  }

  [[nodiscard]] bool narrow(std::vector<Range>& ranges) const {
    for (bool changed = true; changed;) {
      changed = false;
      for (const auto* sum : open_) {
        if (!narrow_by(*sum, ranges, changed)) return false;
      }
      for (const auto& one : excused_) {
        if (!narrow_zero(one, ranges, changed)) return false;
      }
    }
    return true;
  }

  /// The number that is in a sum, is not settled and has the fewest values left.
  [[nodiscard]] std::optional<std::size_t> next_open(const std::vector<Range>& ranges) const {
    std::optional<std::size_t> next;
    const auto look = [&](std::size_t number) {
      const auto& range = ranges[number];
      if (range.settled()) return;
      if (!next || range.most - range.least < ranges[*next].most - ranges[*next].least) next = number;
    };
    for (const auto* sum : open_) {
      look(sum->whole);
      for (const auto part : sum->parts) look(part);
    }
    return next;
  }

  const PublishedSums& sums_;
  std::vector<const PublishedSums::Sum*> open_;
  std::vector<Excused> excused_;
  int tried_ = 0;
};

bool has_hidden(const PublishedSums::Sum& sum, const std::vector<bool>& hidden) {
  return hidden[sum.whole] ||
         std::ranges::any_of(sum.parts, [&](std::size_t part) { return static_cast<bool>(hidden[part]); });
}

/// The sums that hang together with the number over hidden ones: the others say nothing of it.
std::vector<const PublishedSums::Sum*> sums_around(const PublishedSums& sums, const std::vector<bool>& hidden,
                                                   std::size_t number) {
  std::vector<bool> reached(sums.numbers.size());
  reached[number] = true;
  std::vector<bool> taken(sums.sums.size());
  std::vector<const PublishedSums::Sum*> around;
  for (bool grew = true; grew;) {
    grew = false;
    for (std::size_t i = 0; i < sums.sums.size(); ++i) {
      const auto& sum = sums.sums[i];
      if (taken[i] || !has_hidden(sum, hidden)) continue;
      const auto touches = [&](std::size_t one) { return hidden[one] && reached[one]; };
      if (!touches(sum.whole) && std::ranges::none_of(sum.parts, touches)) continue;
      taken[i] = grew = true;
      around.push_back(&sum);
      reached[sum.whole] = true;
      for (const auto part : sum.parts) reached[part] = true;
    }
  }
  return around;
}

/// The hidden numbers that a hidden whole around may excuse from being 1 or more.
std::vector<Excused> excused_in(const PublishedSums& sums, const std::vector<const PublishedSums::Sum*>& around,
                                const std::vector<bool>& hidden) {
  std::map<std::size_t, std::vector<std::size_t>> wholes;
  for (const auto* sum : around) {
    if (!hidden[sum->whole] || !sums.numbers[sum->whole].guarded) continue;
    for (const auto part : sum->parts) {
      if (hidden[part] && sums.numbers[part].guarded) wholes[part].push_back(sum->whole);
    }
  }
  std::vector<Excused> excused;
  for (auto& [number, by] : wholes) excused.push_back({number, std::move(by)});
  return excused;
}

/// The parts that are published as 0 and that no whole that is 0 tells: the whole of such a part is not small, for else
/// they were left out with it.
std::vector<bool> shown_parts(const PublishedSums& sums, const std::vector<bool>& hidden) {
  std::vector<bool> shown(sums.numbers.size());
  for (std::size_t i = 0; i < shown.size(); ++i)
    shown[i] = sums.numbers[i].guarded && !hidden[i] && sums.numbers[i].value == 0;
  for (const auto& sum : sums.sums) {
    if (hidden[sum.whole] || sums.numbers[sum.whole].value != 0) continue;
    for (const auto part : sum.parts) shown[part] = false;
  }
  return shown;
}

}  // namespace

bool may_be_large(const PublishedSums& sums, const std::vector<bool>& hidden, std::size_t number, int reach) {
  int most = reach;
  for (const auto& one : sums.numbers) most += one.value + 1;
  auto around = sums_around(sums, hidden, number);
  auto excused = excused_in(sums, around, hidden);
  std::vector<Range> ranges;
  for (std::size_t i = 0; i < sums.numbers.size(); ++i) {
    const int value = sums.numbers[i].value;
    ranges.push_back(hidden[i] ? Range{sums.numbers[i].cumulative ? 0 : 1, most} : Range{value, value});
  }
  for (const auto& one : excused) ranges[one.number].least = 0;
  const auto shown = shown_parts(sums, hidden);
  for (const auto* sum : around) {
    if (!hidden[sum->whole] || !sums.numbers[sum->whole].guarded) continue;
    if (std::ranges::any_of(sum->parts, [&](std::size_t part) { return static_cast<bool>(shown[part]); }))
      ranges[sum->whole].least = std::max(ranges[sum->whole].least, sums.below);
  }
  ranges[number].least = std::max(ranges[number].least, reach);
  return Search(sums, std::move(around), std::move(excused)).fits(std::move(ranges));
}

}  // namespace review
