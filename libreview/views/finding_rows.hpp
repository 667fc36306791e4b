#pragma once

#include <string>
#include <vector>

#include "libreview/access/reader.hpp"
#include "libreview/base/result.hpp"
#include "libreview/calendar/date.hpp"
#include "libreview/store/store.hpp"
#include "libreview/views/filter.hpp"
#include "review/v1/case_file.pb.h"

namespace review {

/// Which findings are asked for.
struct FindingsWanted {
  std::vector<Term> terms{};         ///< on `case`, `theme`, `source` and `foundOn`
  std::vector<std::string> after{};  ///< the key of the last of the page before; empty for the first page
  int limit = 0;
};

/// Where a finding stands. Its words stand in its entry.
struct FindingRow {
  std::string found_on;  ///< the earliest day that it may have been found on
  std::string case_id;
  std::string place;  ///< among the findings of the case
  std::string finding;
  std::string entry;

  /// What the next page goes on after.
  [[nodiscard]] std::vector<std::string> key() const { return {found_on, case_id, place}; }
};

/// Another finding that bears on one.
struct BearingRow {
  std::string case_id;
  std::string finding;
  std::string entry;
  std::string bearing;  ///< `CONFIRMS`
};

/// Drops and makes the tables, empty: a part of `Views::reset`.
void make_finding_tables(Store& store);
/// Keeps those of a case in place of what was kept: a part of `Views::put`.
void put_finding_rows(Store& store, const v1::CaseFile& file);

/// What they can be filtered by. A day is compared with the whole time in which a finding may have been made: what was
/// found in December is on or after the 15th, and on or before it. `theme!=x` leaves out what is under x.
[[nodiscard]] std::vector<std::string_view> finding_fields();

/// The findings in cases that the reader sees on the day, newest first, then by case. Another field, or a key that is
/// none, is `malformed`.
[[nodiscard]] Result<std::vector<FindingRow>> finding_rows(Store& store, const FindingsWanted& wanted,
                                                           const Reader& reader, Date today);

/// The findings, in cases that the reader sees on the day, that bear on this one.
[[nodiscard]] std::vector<BearingRow> bearing_rows(Store& store, const std::string& case_id, const std::string& finding,
                                                   const Reader& reader, Date today);

}  // namespace review
