#pragma once

#include <compare>
#include <string>
#include <vector>

namespace review {

/// What a figure counts one of: a case, an entry of it, or something that has a name in it.
struct Behind {
  std::string case_id;
  std::string entry{};  ///< empty where it is the case
  std::string of{};     ///< a child, review, action, or a second thing that one entry says; empty where it is the entry
  auto operator<=>(const Behind&) const = default;
};

/// One number, with what stands behind it. It is how many those are, and is kept nowhere else.
struct Figure {
  std::vector<Behind> behind{};
  /// The name of a number that stands in several tables, such as all children; empty for one that stands here alone.
  std::string shared{};

  [[nodiscard]] int value() const { return static_cast<int>(behind.size()); }
};

/// A row or a column.
struct FigureLine {
  std::string id;  ///< `in-time`
  std::string title;
  /// A column that grows from year to year: from two years' reports the number of one could be taken, so where the
  /// table is guarded nothing of the column is published.
  bool cumulative = false;
  bool ours = false;  ///< a column of our own view: see `published_form`
};

/// Where a figure stands in its table.
struct FigurePlace {
  std::size_t row;
  std::size_t column;
  auto operator<=>(const FigurePlace&) const = default;
};

/// A total that everybody who reads the table knows: `whole` is the sum of `parts`.
struct FigureSum {
  FigurePlace whole;
  std::vector<FigurePlace> parts;
};

/// A word about one thing behind a figure, for those who may see cases: why it was late, what was corrected.
struct FigureRemark {
  Behind about;
  std::string says;
};

/// A table of the yearly report.
struct FigureTable {
  std::string id;
  std::string title;
  std::string note;
  bool guarded = false;  ///< small numbers in it are kept out of what is published
  bool chart = false;
  bool categories = false;  ///< its rows are sorts of things: see `rows_of_none`
  std::vector<FigureLine> rows{};
  std::vector<FigureLine> columns{};
  std::vector<std::vector<Figure>> figures{};  ///< by row, then by column
  std::vector<FigureSum> sums{};
  std::vector<FigureRemark> remarks{};

  [[nodiscard]] const Figure& at(FigurePlace place) const { return figures[place.row][place.column]; }
  [[nodiscard]] Figure& at(FigurePlace place) { return figures[place.row][place.column]; }
};

}  // namespace review
