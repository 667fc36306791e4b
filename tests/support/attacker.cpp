#include "tests/support/attacker.hpp"

#include <boost/multiprecision/cpp_int.hpp>
#include <map>
#include <stdexcept>
#include <string>

namespace review::test {
namespace {

using Number = boost::multiprecision::cpp_rational;
using Line = std::vector<Number>;  ///< coefficients of the unknowns, and the right-hand side at the end

/// Unknown numbers and what is known of them, as equations.
struct Equations {
  std::map<std::string, std::size_t> unknowns{};
  std::map<std::string, int> known{};
  std::vector<std::map<std::string, int>> sums{};  ///< each adds up to 0: 1 for a part, -1 for the whole
};

std::string key_of(const FigureTable& table, FigurePlace place) {
  const auto& shared = table.at(place).shared;
  return shared.empty() ? table.id + "|" + table.rows[place.row].id + "|" + table.columns[place.column].id : shared;
}

bool is_hidden(const FigureTable& table, FigurePlace place, const HiddenFigures& hidden) {
  return hidden.contains({table.id, table.rows[place.row].id, table.columns[place.column].id});
}

/// `same` says of a number whether it is the same as the one that is published now.
template <class Same>
void read(Equations& out, const std::vector<FigureTable>& tables, const HiddenFigures& hidden, const Same& same,
          const std::string& otherwise) {
  const auto name = [&](const FigureTable& table, FigurePlace place) {
    const auto key = key_of(table, place);
    return same(key, table.at(place).value()) ? key : key + otherwise;
  };
  for (const auto& table : tables) {
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      for (std::size_t column = 0; column < table.columns.size(); ++column) {
        const FigurePlace place{row, column};
        const auto key = name(table, place);
        if (!is_hidden(table, place, hidden)) out.known[key] = table.at(place).value();
        out.unknowns.try_emplace(key, out.unknowns.size());
      }
    }
    for (const auto& sum : table.sums) {
      auto& equation = out.sums.emplace_back();
      equation[name(table, sum.whole)] -= 1;
      for (const auto& part : sum.parts) equation[name(table, part)] += 1;
    }
  }
}

/// The simplex method with Bland's rule, which ends always: the most of one unknown, where all are 0 or more.
class Simplex {
 public:
  explicit Simplex(std::vector<Line> rows)
      : rows_(std::move(rows)), width_(rows_.empty() ? 0 : rows_.front().size() - 1) {
    for (auto& row : rows_) {
      if (row.back() < 0) {
        for (auto& one : row) one = -one;
      }
    }
    // One more unknown a row, to begin with; their sum goes to 0 if anything fits.
    const std::size_t extra = rows_.size();
    for (std::size_t i = 0; i < extra; ++i) {
      const Number right = rows_[i].back();
      rows_[i].back() = 0;
      rows_[i].resize(width_ + extra, 0);
      rows_[i][width_ + i] = 1;
      rows_[i].push_back(right);
      basis_.push_back(width_ + i);
    }
    Line goal(width_ + extra, 0);
    for (std::size_t i = 0; i < extra; ++i) goal[width_ + i] = -1;
    const auto best = run(goal, width_ + extra);
    if (!best || *best != 0) throw std::logic_error("what is published contradicts itself");
    drop_extra();
  }

  [[nodiscard]] std::optional<Number> most_of(std::size_t unknown) {
    Line goal(rows_.empty() ? width_ : rows_.front().size() - 1, 0);
    if (unknown >= goal.size()) return std::nullopt;
    goal[unknown] = 1;
    return run(goal, width_);
  }

 private:
  void pivot(std::size_t row, std::size_t column) {
    const Number by = rows_[row][column];
    for (auto& one : rows_[row]) one /= by;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (i == row || rows_[i][column] == 0) continue;
      const Number times = rows_[i][column];
      for (std::size_t j = 0; j < rows_[i].size(); ++j) rows_[i][j] -= times * rows_[row][j];
    }
    basis_[row] = column;
  }

  /// The most of `goal`; nothing where there is no end.
  std::optional<Number> run(const Line& goal, std::size_t columns) {
    for (;;) {
      std::size_t enters = columns;
      for (std::size_t j = 0; j < columns && enters == columns; ++j) {
        Number gain = goal[j];
        for (std::size_t i = 0; i < rows_.size(); ++i) gain -= goal[basis_[i]] * rows_[i][j];
        if (gain > 0) enters = j;
      }
      if (enters == columns) break;
      std::optional<std::size_t> leaves;
      for (std::size_t i = 0; i < rows_.size(); ++i) {
        if (rows_[i][enters] <= 0) continue;
        if (!leaves) {
          leaves = i;
          continue;
        }
        const Number mine = rows_[i].back() / rows_[i][enters];
        const Number best = rows_[*leaves].back() / rows_[*leaves][enters];
        if (mine < best || (mine == best && basis_[i] < basis_[*leaves])) leaves = i;
      }
      if (!leaves) return std::nullopt;
      pivot(*leaves, enters);
    }
    Number value = 0;
    for (std::size_t i = 0; i < rows_.size(); ++i) value += goal[basis_[i]] * rows_[i].back();
    return value;
  }

  /// No extra unknown stays: one that is 0 gives its row to another, or its row says nothing.
  void drop_extra() {
    for (std::size_t i = 0; i < rows_.size();) {
      if (basis_[i] < width_) {
        ++i;
        continue;
      }
      std::size_t column = 0;
      while (column < width_ && rows_[i][column] == 0) ++column;
      if (column < width_) {
        pivot(i, column);
        ++i;
      } else {
        rows_.erase(rows_.begin() + static_cast<std::ptrdiff_t>(i));
        basis_.erase(basis_.begin() + static_cast<std::ptrdiff_t>(i));
      }
    }
  }

  std::vector<Line> rows_;
  std::size_t width_;
  std::vector<std::size_t> basis_{};
};

}  // namespace

std::optional<int> Attacker::most(const std::vector<FigureTable>& tables, const HiddenFigures& hidden,
                                  const FigureName& figure, const std::vector<PublishedPack>& before) {
  Equations all;
  read(
      all, tables, hidden, [](const std::string&, int) { return true; }, "");
  std::map<std::string, int> now;
  for (const auto& table : tables) {
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      for (std::size_t column = 0; column < table.columns.size(); ++column)
        now[key_of(table, {row, column})] = table.at({row, column}).value();
    }
  }
  for (std::size_t i = 0; i < before.size(); ++i) {
    const auto same = [&](const std::string& key, int value) {
      const auto found = now.find(key);
      return found != now.end() && found->second == value;
    };
    read(all, before[i].tables, before[i].hidden, same, " then " + std::to_string(i));
  }
  std::map<std::string, std::size_t> columns;
  for (const auto& [key, index] : all.unknowns) {
    if (!all.known.contains(key)) columns.emplace(key, columns.size());
  }
  std::vector<Line> rows;
  for (const auto& sum : all.sums) {
    Line row(columns.size() + 1, 0);
    for (const auto& [key, times] : sum) {
      if (const auto known = all.known.find(key); known != all.known.end()) {
        row.back() -= times * known->second;
      } else {
        row[columns.at(key)] += times;
      }
    }
    rows.push_back(std::move(row));
  }
  for (const auto& table : tables) {
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      for (std::size_t column = 0; column < table.columns.size(); ++column) {
        if (FigureName{table.id, table.rows[row].id, table.columns[column].id} != figure) continue;
        const auto key = key_of(table, {row, column});
        if (all.known.contains(key)) return all.known.at(key);
        const auto most = Simplex(rows).most_of(columns.at(key));
        if (!most) return std::nullopt;
        return static_cast<int>(boost::multiprecision::numerator(*most) / boost::multiprecision::denominator(*most));
      }
    }
  }
  throw std::logic_error("there is no such figure");
}

}  // namespace review::test
