#include "tests/support/attacker.hpp"

#include <algorithm>
#include <boost/multiprecision/cpp_int.hpp>
#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <utility>

namespace review::test {
namespace {

using Number = boost::multiprecision::cpp_rational;
using Line = std::vector<Number>;  ///< coefficients of the unknowns, and the right-hand side at the end

/// A sum of a table as it was published.
struct ReadSum {
  std::string whole;
  std::vector<std::string> parts;
  bool guarded;
  bool whole_left_out;
  std::vector<std::string> shown_zeros;  ///< parts that are published there as 0
};

/// Numbers by name, and what is known of them.
struct Reading {
  std::map<std::string, int> known{};
  std::map<std::string, int> floors{};  ///< what a number is at least, as another table tells
  std::vector<ReadSum> sums{};

  [[nodiscard]] int floor_of(const std::string& key) const {
    const auto found = floors.find(key);
    return found == floors.end() ? 0 : found->second;
  }

  [[nodiscard]] bool is_known(const std::string& key) const { return known.contains(key); }
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
void read(Reading& out, const std::vector<FigureTable>& tables, const HiddenFigures& hidden, const Same& same,
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
      }
    }
    for (const auto& sum : table.sums) {
      ReadSum one{name(table, sum.whole), {}, table.guarded, is_hidden(table, sum.whole, hidden), {}};
      for (const auto& part : sum.parts) {
        one.parts.push_back(name(table, part));
        if (!is_hidden(table, part, hidden) && table.at(part).value() == 0) one.shown_zeros.push_back(one.parts.back());
      }
      out.sums.push_back(std::move(one));
    }
  }
}

/// Each case concerns a child at least: children of these numbers are as many as the cases of those together, or more.
struct CasesOfChildren {
  const char* children;
  std::vector<const char*> cases;
};

const std::vector<CasesOfChildren>& cases_of_children() {
  static const std::vector<CasesOfChildren> all = {
      {"children/notified", {"routes|notified|all"}},
      {"children/directed", {"routes|directed|all"}},
      {"children/all", {"routes|notified|all", "routes|directed|all"}},
  };
  return all;
}

void read_floors(Reading& out) {
  for (const auto& relation : cases_of_children()) {
    int floor = 0;
    for (const auto* cases : relation.cases) floor += out.is_known(cases) ? out.known.at(cases) : 0;
    out.floors[relation.children] = floor;
  }
}

/// What follows for the unknown numbers from the rule that a 0 is published, but not in the parts of a small whole that
/// no other whole tells, while one number is taken to be large.
class Least {
 public:
  Least(const Reading& all, int below, const std::string& large) : all_(all), below_(below) {
    for (const auto& sum : all.sums) {
      if (sum.guarded && sum.whole_left_out && shows_a_part(sum)) not_small_.insert(sum.whole);
    }
    for (const auto& [key, floor] : all.floors) {
      if (floor >= below) not_small_.insert(key);
    }
    if (!large.empty()) not_small_.insert(large);
    for (const auto& sum : all.sums) {
      if (!sum.guarded || !sum.whole_left_out || not_small_.contains(sum.whole)) continue;
      if (all.is_known(sum.whole) && all.known.at(sum.whole) >= below) continue;
      excused_.insert(sum.parts.begin(), sum.parts.end());
    }
    if (all.floor_of(large) < below) not_small_.erase(large);
  }

  [[nodiscard]] int of(const std::string& key) const {
    const int by_rule = not_small_.contains(key) ? below_ : excused_.contains(key) ? 0 : 1;
    return std::max(by_rule, all_.floor_of(key));
  }

 private:
  [[nodiscard]] bool shows_a_part(const ReadSum& sum) const {
    return std::ranges::any_of(sum.shown_zeros, [&](const std::string& part) { return !is_told_none(part); });
  }
  [[nodiscard]] bool is_told_none(const std::string& part) const {
    return std::ranges::any_of(all_.sums, [&](const ReadSum& sum) {
      return all_.is_known(sum.whole) && all_.known.at(sum.whole) == 0 &&
             std::ranges::find(sum.parts, part) != sum.parts.end();
    });
  }

  const Reading& all_;
  int below_;
  std::set<std::string> not_small_{};
  std::set<std::string> excused_{};
};

/// The sums that hang together with a number over unknown ones.
std::vector<const ReadSum*> sums_with(const Reading& all, const std::string& figure) {
  std::set<std::string> reached{figure};
  std::set<const ReadSum*> taken;
  for (bool grew = true; grew;) {
    grew = false;
    for (const auto& sum : all.sums) {
      auto members = sum.parts;
      members.push_back(sum.whole);
      std::erase_if(members, [&](const std::string& key) { return all.is_known(key); });
      const bool touches = std::ranges::any_of(members, [&](const std::string& key) { return reached.contains(key); });
      if (!touches || !taken.insert(&sum).second) continue;
      reached.insert(members.begin(), members.end());
      grew = true;
    }
  }
  return {taken.begin(), taken.end()};
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
    fits_ = best && *best == 0;
    if (fits_) drop_extra();
  }

  /// Whether there are any such numbers.
  [[nodiscard]] bool fits() const { return fits_; }

  [[nodiscard]] std::optional<Number> most_of(std::size_t unknown) {
    Line goal(rows_.empty() ? width_ : rows_.front().size() - 1, 0);
    if (unknown >= goal.size()) return std::nullopt;
    goal[unknown] = 1;
    return run(goal, width_);
  }

 private:
  void pivot(std::size_t row, std::size_t column) {
    const Number by = rows_[row][column];
    std::vector<std::size_t> filled;
    for (std::size_t j = 0; j < rows_[row].size(); ++j) {
      if (rows_[row][j] == 0) continue;
      rows_[row][j] /= by;
      filled.push_back(j);
    }
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (i == row || rows_[i][column] == 0) continue;
      const Number times = rows_[i][column];
      for (const auto j : filled) rows_[i][j] -= times * rows_[row][j];
    }
    basis_[row] = column;
  }

  /// The most of `goal`; nothing where there is no end.
  std::optional<Number> run(const Line& goal, std::size_t columns) {
    for (;;) {
      std::size_t enters = columns;
      for (std::size_t j = 0; j < columns && enters == columns; ++j) {
        Number gain = goal[j];
        for (std::size_t i = 0; i < rows_.size(); ++i) {
          if (goal[basis_[i]] != 0 && rows_[i][j] != 0) gain -= goal[basis_[i]] * rows_[i][j];
        }
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
  bool fits_ = false;
};

/// The equations of the unknown numbers, each told as what it is above the least that it can be.
class Unknowns {
 public:
  Unknowns(const Reading& all, const std::vector<const ReadSum*>& sums, const Least& least) : all_(all), least_(least) {
    for (const auto* sum : sums) {
      column_of(sum->whole);
      for (const auto& part : sum->parts) column_of(part);
    }
    for (const auto* sum : sums) {
      Line row(columns_.size() + 1, 0);
      add(row, sum->whole, -1);
      for (const auto& part : sum->parts) add(row, part, 1);
      rows_.push_back(std::move(row));
    }
  }

  [[nodiscard]] const std::vector<Line>& rows() const { return rows_; }
  [[nodiscard]] std::size_t at(const std::string& key) const { return columns_.at(key); }

 private:
  void column_of(const std::string& key) {
    if (!all_.is_known(key)) columns_.try_emplace(key, columns_.size());
  }
  void add(Line& row, const std::string& key, int times) const {
    if (all_.is_known(key)) {
      row.back() -= times * all_.known.at(key);
    } else {
      row[columns_.at(key)] += times;
      row.back() -= times * least_.of(key);
    }
  }

  const Reading& all_;
  const Least& least_;
  std::map<std::string, std::size_t> columns_{};
  std::vector<Line> rows_{};
};

std::string key_of(const std::vector<FigureTable>& tables, const FigureName& figure) {
  for (const auto& table : tables) {
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      for (std::size_t column = 0; column < table.columns.size(); ++column) {
        if (FigureName{table.id, table.rows[row].id, table.columns[column].id} == figure)
          return key_of(table, {row, column});
      }
    }
  }
  throw std::logic_error("there is no such figure");
}

Reading read_all(const std::vector<FigureTable>& tables, const HiddenFigures& hidden,
                 const std::vector<PublishedPack>& before) {
  Reading all;
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
  read_floors(all);
  return all;
}

}  // namespace

std::optional<int> Attacker::most(const std::vector<FigureTable>& tables, const HiddenFigures& hidden,
                                  const FigureName& figure, int below, const std::vector<PublishedPack>& before) {
  const auto all = read_all(tables, hidden, before);
  const auto key = key_of(tables, figure);
  if (all.is_known(key)) return all.known.at(key);
  const auto sums = sums_with(all, key);
  if (sums.empty()) return std::nullopt;
  // Were it large, it would excuse none of its parts from being shown as 0.
  const Least least(all, below, key);
  const Unknowns unknowns(all, sums, least);
  Simplex large(unknowns.rows());
  if (!large.fits()) {
    const Least any(all, below, "");
    if (!Simplex(Unknowns(all, sums, any).rows()).fits())
      throw std::logic_error("what is published contradicts itself");
    return below - 1;
  }
  const auto most = large.most_of(unknowns.at(key));
  if (!most) return std::nullopt;
  return least.of(key) +
         static_cast<int>(boost::multiprecision::numerator(*most) / boost::multiprecision::denominator(*most));
}

std::vector<std::string> Attacker::found_out(const std::vector<FigureTable>& tables, const HiddenFigures& hidden,
                                             int below, const std::vector<PublishedPack>& before) {
  std::vector<std::string> found;
  for (const auto& table : tables) {
    if (!table.guarded) continue;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      for (std::size_t column = 0; column < table.columns.size(); ++column) {
        const int value = table.at({row, column}).value();
        if (value == 0 || value >= below) continue;
        const FigureName name{table.id, table.rows[row].id, table.columns[column].id};
        const auto largest = most(tables, hidden, name, below, before);
        if (largest && *largest < below) found.push_back(name.table + "/" + name.row + "/" + name.column);
      }
    }
  }
  return found;
}

}  // namespace review::test
