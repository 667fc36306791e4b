#include "libreview/figures/suppress.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "libreview/figures/may_be_large.hpp"
#include "libreview/figures/published_sums.hpp"

namespace review {
namespace {

/// Hides numbers until none that is small can be told.
class Suppression {
 public:
  Suppression(const PublishedSums& sums, int below)
      : sums_(sums),
        below_(below),
        why_(sums.numbers.size(), Hidden::no),
        unknown_(sums.numbers.size()),
        stands_in_(sums.numbers.size()) {
    for (std::size_t i = 0; i < sums.numbers.size(); ++i) {
      // A number that is told no more, and that nobody published before, is not known.
      unknown_[i] = !sums.numbers[i].published_before;
    }
    for (const auto& [name, number] : sums.of) unknown_[number] = false;
    for (const auto& sum : sums.sums) {
      ++stands_in_[sum.whole];
      for (const auto part : sum.parts) ++stands_in_[part];
    }
  }

  void run() {
    hide_small();
    for (std::size_t number = 0; number < why_.size(); ++number) {
      while (needs_cover(number) && !may_be_large(sums_, unknown_, number, doubt_of(number))) {
        const auto cover = cover_for(number);
        if (!cover) break;  // every number that hangs together with it is hidden
        hide(*cover, Hidden::beside);
      }
    }
  }

  [[nodiscard]] Hidden why(std::size_t number) const { return why_[number]; }

 private:
  [[nodiscard]] bool is_small(std::size_t number) const {
    return sums_.numbers[number].value > 0 && sums_.numbers[number].value < below_;
  }
  [[nodiscard]] bool is_none(std::size_t number) const { return sums_.numbers[number].value == 0; }
  /// Whether it is to be kept uncertain. What was published before, and is the same, is known already. A 0 that is left
  /// out says, where it is told after all, that its whole is small.
  [[nodiscard]] bool needs_cover(std::size_t number) const {
    return why_[number] == Hidden::small && unknown_[number] &&
           (is_small(number) || is_none(number) || sums_.numbers[number].changed_little);
  }
  /// What somebody must think that it may reach.
  [[nodiscard]] int doubt_of(std::size_t number) const { return is_none(number) ? 1 : sums_.numbers[number].doubt; }
  /// Whether a whole that is published says that it is 0.
  [[nodiscard]] bool is_told_none(std::size_t number) const {
    return std::ranges::any_of(sums_.sums, [&](const PublishedSums::Sum& sum) {
      return is_none(sum.whole) && why_[sum.whole] == Hidden::no && !unknown_[sum.whole] &&
             std::ranges::find(sum.parts, number) != sum.parts.end();
    });
  }

  void hide(std::size_t number, Hidden why) {
    if (why_[number] != Hidden::no) return;
    why_[number] = why;
    unknown_[number] = !sums_.numbers[number].published_before;
  }

  void hide_small() {
    for (std::size_t i = 0; i < why_.size(); ++i) {
      const auto& number = sums_.numbers[i];
      if (number.guarded && (is_small(i) || number.changed_little)) hide(i, Hidden::small);
      if (number.cumulative) hide(i, Hidden::beside);
    }
    // Of a whole that is small, or left out although it is 0, which part is 0 says something of everybody in it.
    for (bool grew = true; grew;) {
      grew = false;
      for (const auto& sum : sums_.sums) {
        if (why_[sum.whole] != Hidden::small || sums_.numbers[sum.whole].value >= below_) continue;
        for (const auto part : sum.parts) {
          if (!sums_.numbers[part].guarded || why_[part] != Hidden::no || is_told_none(part)) continue;
          hide(part, Hidden::small);
          grew = true;
        }
      }
    }
  }

  /// What would help least to be told: guarded before not guarded, then what hangs together with least, then the
  /// smallest.
  [[nodiscard]] bool is_better(std::size_t left, std::size_t right) const {
    const auto& one = sums_.numbers[left];
    const auto& other = sums_.numbers[right];
    if (one.guarded != other.guarded) return one.guarded;
    return std::pair(stands_in_[left], one.value) < std::pair(stands_in_[right], other.value);
  }

  /// The numbers that hang together with it over hidden ones and are told themselves. A 0 is never left out beside
  /// another number: c would no longer mean somebody.
  [[nodiscard]] std::vector<std::size_t> told_around(std::size_t number) const {
    std::vector<bool> reached(why_.size());
    std::vector<bool> told(why_.size());
    reached[number] = true;
    for (bool grew = true; grew;) {
      grew = false;
      for (const auto& sum : sums_.sums) {
        auto all = sum.parts;
        all.push_back(sum.whole);
        bool touched = false;
        for (const auto one : all) touched = touched || (reached[one] && unknown_[one]);
        if (!touched) continue;
        for (const auto one : all) {
          if (unknown_[one]) {
            grew = grew || !reached[one];
            reached[one] = true;
          } else if (why_[one] == Hidden::no && !sums_.numbers[one].published_before && !is_none(one)) {
            told[one] = true;
          }
        }
      }
    }
    std::vector<std::size_t> numbers;
    for (std::size_t i = 0; i < told.size(); ++i) {
      if (told[i]) numbers.push_back(i);
    }
    return numbers;
  }

  /// The number to hide next: the best of those that are enough alone; else the best, and then another.
  [[nodiscard]] std::optional<std::size_t> cover_for(std::size_t number) const {
    std::optional<std::size_t> best;
    std::optional<std::size_t> enough;
    for (const auto one : told_around(number)) {
      if (!best || is_better(one, *best)) best = one;
      if (enough && !is_better(one, *enough)) continue;
      auto tried = unknown_;
      tried[one] = true;
      if (may_be_large(sums_, tried, number, doubt_of(number))) enough = one;
    }
    return enough ? enough : best;
  }

  const PublishedSums& sums_;
  int below_;
  std::vector<Hidden> why_;
  std::vector<bool> unknown_;   ///< to somebody who reads all that is published
  std::vector<int> stands_in_;  ///< how many sums
};

/// Whether what is published of the row says that there is none of it.
bool is_told_none(const FigureTable& table, std::size_t row, const HiddenFigures& hidden) {
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    if (table.at({row, column}).value() != 0) return false;
    if (hidden_in(hidden, {table.id, table.rows[row].id, table.columns[column].id}) != Hidden::no) return false;
  }
  return true;
}

void hide_own_columns(const FigureTable& table, HiddenFigures& hidden) {
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    if (is_told_none(table, row, hidden)) continue;
    for (const auto& column : table.columns) {
      if (column.ours) hidden.emplace(FigureName{table.id, table.rows[row].id, column.id}, Hidden::beside);
    }
  }
}

}  // namespace

HiddenFigures suppress(const std::vector<FigureTable>& tables, int below, const std::vector<PublishedPack>& before) {
  const auto sums = published_sums(tables, below, before);
  Suppression suppression(sums, below);
  suppression.run();
  HiddenFigures hidden;
  for (const auto& [name, number] : sums.of) {
    if (const auto why = suppression.why(number); why != Hidden::no) hidden.emplace(name, why);
  }
  for (const auto& table : tables) hide_own_columns(table, hidden);
  return hidden;
}

Hidden hidden_in(const HiddenFigures& hidden, const FigureName& name) {
  const auto found = hidden.find(name);
  return found == hidden.end() ? Hidden::no : found->second;
}

}  // namespace review
