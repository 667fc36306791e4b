#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libreview/calendar/date.hpp"
#include "libreview/law/past_words.hpp"
#include "libreview/past/known_words.hpp"
#include "libreview/past/mapping.hpp"
#include "libreview/past/workbook.hpp"
#include "libreview/past/written_day.hpp"

namespace review {

/// Something to say of a cell or a row. What was written is said again as `beginning_of` has it. An error keeps the
/// whole file out; a warning says what was made of it.
struct RowFinding {
  std::string sheet;
  int row = 0;
  std::string column{};  ///< its heading; empty where it is about the row or the file
  std::string code{};    ///< a refusal's name for an error; empty for a warning
  std::string says;      ///< with what to do about it

  [[nodiscard]] bool is_error() const { return !code.empty(); }
  [[nodiscard]] friend bool operator==(const RowFinding&, const RowFinding&) = default;
};

/// What rows are read with.
struct PastReading {
  const PastWords& words;
  const KnownWords& known;
  Date today;
  bool from_1904;
};

/// One row of a mapped sheet, cell by cell. What cannot be read leaves a finding.
class PastRow {
 public:
  /// All outlive this.
  PastRow(const PastReading& reading, const MappedSheet& sheet, const SheetRow& row)
      : reading_(reading), sheet_(sheet), row_(row) {}

  /// What the cell of the field says, without blanks around it; the mapping's default where it is empty.
  [[nodiscard]] std::string text(std::string_view field) const;
  /// Whether there is a column of the field.
  [[nodiscard]] bool has(std::string_view field) const;
  /// Its heading; the field's own label where there is no column.
  [[nodiscard]] std::string heading(std::string_view field) const;
  /// The day of a cell that is not empty and can be read.
  [[nodiscard]] std::optional<WrittenDay> day(std::string_view field);
  /// The same where it is known to the day; else empty.
  [[nodiscard]] std::string whole_day(std::string_view field);
  /// Today's word for a choice; empty where the cell is, or says that nobody knows.
  [[nodiscard]] std::string choice(std::string_view field) { return choice(field, text(field), field); }
  /// The same for one of several in a cell, with the words of another field.
  [[nodiscard]] std::string choice(std::string_view field, const std::string& written, std::string_view words_of);
  [[nodiscard]] std::optional<bool> yes_no(std::string_view field);
  /// The parts of a cell that holds several; of too many the first ones, and an error.
  [[nodiscard]] std::vector<std::string> parts(std::string_view field);
  /// The same of parts that were found in the cell otherwise.
  [[nodiscard]] std::vector<std::string> no_more(std::string_view field, std::vector<std::string> parts);
  /// The agencies of a cell, by their references or as bodies of the law.
  [[nodiscard]] std::vector<std::string> agencies(std::string_view field);

  void error(std::string_view field, std::string_view code, std::string says);
  void warn(std::string_view field, std::string says);
  /// Kept in the note of what the row becomes: a word of earlier law, an inexact day.
  void keep(std::string_view field, const std::string& written);

  /// What is kept of the row: where it stands, what was written, the columns that the mapping keeps.
  [[nodiscard]] std::string note() const;
  /// The columns that the mapping keeps, where they have anything in this row: `Weight: 6.1 kg`.
  [[nodiscard]] std::vector<std::string> kept_columns() const;
  /// What there is to say of it: of very much the first, its first error at any rate, and how much more.
  [[nodiscard]] std::vector<RowFinding> findings() const;
  [[nodiscard]] int number() const { return row_.number; }
  [[nodiscard]] const std::string& sheet() const { return sheet_.name; }
  [[nodiscard]] const PastReading& reading() const { return reading_; }

 private:
  void add(RowFinding finding);
  [[nodiscard]] const MappedColumn* column(std::string_view field) const;
  [[nodiscard]] std::string cell(std::size_t column) const;
  [[nodiscard]] std::string agency(std::string_view field, const std::string& written);

  const PastReading& reading_;
  const MappedSheet& sheet_;
  const SheetRow& row_;
  std::vector<RowFinding> findings_{};
  bool has_error_ = false;
  int unsaid_ = 0;         ///< more that there is to say
  int errors_unsaid_ = 0;  ///< errors among that
  std::vector<std::string> kept_{};
};

}  // namespace review
