#include "libreview/figures/published_sums.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "libreview/figures/published_form.hpp"

namespace review {
namespace {

bool is_cumulative(const FigureTable& table, const FigureName& name) {
  return table.guarded && std::ranges::any_of(table.columns, [&](const FigureLine& column) {
           return column.cumulative && column.id == name.column;
         });
}

FigureName name_of(const FigureTable& table, FigurePlace place) {
  return {table.id, table.rows[place.row].id, table.columns[place.column].id};
}

class Gathering {
 public:
  explicit Gathering(int below) : below_(below) { sums_.below = below; }

  /// The tables that are published now come first.
  void add(const std::vector<FigureTable>& tables) {
    for (const auto& table : published_form(tables)) {
      add_table(table, [&](const Figure& figure, const FigureName& name) {
        const auto number = number_of(key_of(figure, name), figure.value());
        sums_.numbers[number].guarded |= table.guarded;
        sums_.numbers[number].cumulative |= is_cumulative(table, name);
        sums_.of[name] = number;
        return number;
      });
    }
  }

  void add(const PublishedPack& pack, std::size_t age) {
    for (const auto& table : published_form(pack.tables)) {
      add_table(table, [&](const Figure& figure, const FigureName& name) {
        const bool told = hidden_in(pack.hidden, name) == Hidden::no;
        const auto now = numbers_.find(key_of(figure, name));
        if (now != numbers_.end() && sums_.numbers[now->second].value == figure.value()) {
          sums_.numbers[now->second].published_before |= told;
          return now->second;
        }
        if (now != numbers_.end() && told) {
          auto& changed = sums_.numbers[now->second];
          if (std::abs(changed.value - figure.value()) < below_) {
            changed.changed_little = true;
            changed.doubt = std::max(changed.doubt, figure.value() + below_);
          }
        }
        const auto then = number_of(key_of(figure, name) + " of pack " + std::to_string(age), figure.value());
        sums_.numbers[then].published_before |= told;
        sums_.numbers[then].guarded |= table.guarded;
        sums_.numbers[then].cumulative |= is_cumulative(table, name);
        return then;
      });
    }
  }

  [[nodiscard]] PublishedSums take() { return std::move(sums_); }

 private:
  static std::string key_of(const Figure& figure, const FigureName& name) {
    return figure.shared.empty() ? name.table + "/" + name.row + "/" + name.column : figure.shared;
  }

  std::size_t number_of(const std::string& key, int value) {
    const auto [at, is_new] = numbers_.try_emplace(key, sums_.numbers.size());
    if (is_new) sums_.numbers.push_back({.value = value, .doubt = below_});
    return at->second;
  }

  template <class NumberOf>
  void add_table(const FigureTable& table, const NumberOf& number_of) {
    std::map<FigurePlace, std::size_t> numbers;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      for (std::size_t column = 0; column < table.columns.size(); ++column) {
        const FigurePlace place{row, column};
        numbers[place] = number_of(table.at(place), name_of(table, place));
      }
    }
    for (const auto& sum : table.sums) {
      PublishedSums::Sum added{numbers.at(sum.whole), {}};
      for (const auto& part : sum.parts) added.parts.push_back(numbers.at(part));
      sums_.sums.push_back(std::move(added));
    }
  }

  int below_;
  PublishedSums sums_{};
  std::map<std::string, std::size_t> numbers_{};
};

}  // namespace

PublishedSums published_sums(const std::vector<FigureTable>& tables, int below,
                             const std::vector<PublishedPack>& before) {
  Gathering gathering(below);
  gathering.add(tables);
  for (std::size_t i = 0; i < before.size(); ++i) gathering.add(before[i], i);
  return gathering.take();
}

}  // namespace review
