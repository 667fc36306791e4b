#include "libreview/figures/may_be_large.hpp"

#include <algorithm>
#include <optional>

namespace review {
namespace {

/// What a number may be.
struct Range {
  int least;
  int most;

  [[nodiscard]] bool settled() const { return least == most; }
};

/// How many choices are tried before the search gives up.
constexpr int most_choices = 4000;

/// Looks for whole numbers that fit every sum, by narrowing what each may be and choosing where that does not settle
/// it. Values near the true ones are tried first: most of them can stay.
class Search {
 public:
  Search(const PublishedSums& sums, std::vector<const PublishedSums::Sum*> open)
      : sums_(sums), open_(std::move(open)) {}

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

  [[nodiscard]] bool narrow(std::vector<Range>& ranges) const {
    for (bool changed = true; changed;) {
      changed = false;
      for (const auto* sum : open_) {
        if (!narrow_by(*sum, ranges, changed)) return false;
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

}  // namespace

bool may_be_large(const PublishedSums& sums, const std::vector<bool>& hidden, std::size_t number, int reach) {
  int most = reach;
  for (const auto& one : sums.numbers) most += one.value;
  std::vector<Range> ranges;
  for (std::size_t i = 0; i < sums.numbers.size(); ++i) {
    const int value = sums.numbers[i].value;
    ranges.push_back(hidden[i] ? Range{0, most} : Range{value, value});
  }
  ranges[number].least = reach;
  return Search(sums, sums_around(sums, hidden, number)).fits(std::move(ranges));
}

}  // namespace review
