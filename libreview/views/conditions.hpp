#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "libreview/base/result.hpp"
#include "libreview/views/list_query.hpp"

namespace review {

/// A part of a WHERE clause with what is bound to its question marks. No text of a caller stands in `sql`.
struct Condition {
  std::string sql;
  std::vector<std::string> bound;

  void add(std::string_view more, const std::vector<std::string>& values = {}) {
    sql += more;
    bound.insert(bound.end(), values.begin(), values.end());
  }
};

/// The columns that a list may be filtered and ordered by.
struct Column {
  std::string_view field;
  std::string_view sql;
};

/// What a list can be filtered by: its columns, and what there is besides.
[[nodiscard]] std::vector<std::string_view> fields_of(const std::vector<Column>& columns,
                                                      const std::vector<std::string_view>& besides = {});

/// The conditions of a list of clocks. A state depends on the day: it is a condition on the due day, which the index
/// answers without a scan. `person` is who belongs to the case on the day, in whatever role: its review coordinator,
/// its reviewer, the contact of an agency that owes a return. A clock that ends with `:*` stands for that clock and
/// all with a subject: `agency-return:*`.
[[nodiscard]] Result<Condition> clock_condition(const Term& term, Date today);
/// The conditions of a list of cases.
[[nodiscard]] Result<Condition> case_condition(const Term& term, Date today);
/// The conditions of a list of programmes.
[[nodiscard]] Result<Condition> programme_condition(const Term& term, Date today);
/// The conditions of a list of clocks of programmes.
[[nodiscard]] Result<Condition> programme_clock_condition(const Term& term, Date today);
/// The conditions of a list of meetings.
[[nodiscard]] Result<Condition> meeting_condition(const Term& term, Date today);

/// What a list of clocks can be filtered by besides its columns.
[[nodiscard]] const std::vector<std::string_view>& clock_conditions();
[[nodiscard]] const std::vector<Column>& case_columns();
[[nodiscard]] const std::vector<Column>& programme_columns();
/// The columns of a list of records of this sort, or of their clocks.
[[nodiscard]] const std::vector<Column>& columns_of(std::string_view sort);
[[nodiscard]] const std::vector<Column>& clock_columns_of(std::string_view sort);
/// Rows of records of this sort alone. It is no search by `record`, so that the order of the list chooses the index.
[[nodiscard]] Condition of_sort(std::string_view sort);
[[nodiscard]] const std::vector<Column>& meeting_columns();

}  // namespace review
