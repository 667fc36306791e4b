#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace review {

/// A sort of record: something that has entries of its own.
struct RecordSort {
  std::string_view name;        ///< `programme`: what the schema, a path and JSON call one of them
  std::string_view collection;  ///< `programmes/`: what the name of its record begins with
  std::string_view letter;      ///< what its references begin with; empty for those of cases
  bool has_members;             ///< its state is a CaseFile: it has clocks, members and alerts
};

/// Every sort there is, cases first.
[[nodiscard]] const std::vector<RecordSort>& record_sorts();
/// The sort of this name. Throws std::logic_error where there is none.
[[nodiscard]] const RecordSort& record_sort(std::string_view name);
/// The sort that a reference is of: `m26-0001` is of a meeting, `p26-0001` of a programme, every other of a case.
[[nodiscard]] const RecordSort& sort_of(std::string_view reference);

/// The record of a reference, as the journal and the rows of views name it: `cases/26-0007`, `programmes/p26-0001`.
[[nodiscard]] std::string record_of(std::string_view reference);
/// The reference by the name of its record: `26-0007`.
[[nodiscard]] std::string reference_of(std::string_view record);
/// Whether the record of this name is a case, a programme, or another that has clocks, members and alerts.
[[nodiscard]] bool has_members(std::string_view record);

/// The reference of the so-manieth record of a sort in a year: `26-0007`, `p26-0001`.
[[nodiscard]] std::string numbered_reference(const RecordSort& sort, int year, long long number);

}  // namespace review
