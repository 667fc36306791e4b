#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libreview/access/reader.hpp"
#include "libreview/base/result.hpp"
#include "libreview/calendar/date.hpp"
#include "libreview/store/store.hpp"
#include "review/v1/case_file.pb.h"

namespace review {

/// Which embargoes are asked for.
struct EmbargoesWanted {
  std::string case_id{};             ///< of one case; empty for all
  bool live = false;                 ///< those alone that are not lifted
  std::optional<Date> overdue_on{};  ///< those alone that hold on, and were to be looked at before this day
  std::string since{};               ///< placed on this ISO day or later; empty for all
  std::vector<std::string> after{};  ///< the key of the last of the page before; empty for the first page
  int limit = 0;
};

/// Where an embargo stands.
struct EmbargoRow {
  std::string since;
  std::string case_id;
  std::string place;  ///< among those of the case
  std::string embargo;

  /// What the next page goes on after.
  [[nodiscard]] std::vector<std::string> key() const { return {since, case_id, place}; }
};

/// Drops and makes the table, empty: a part of `Views::reset`.
void make_embargo_table(Store& store);
/// Keeps those of a case in place of what was kept: a part of `Views::put`.
void put_embargo_rows(Store& store, const v1::CaseFile& file);

/// The embargoes of cases that the reader sees on the day, those that hold longest first, then by case. It costs what
/// there is of embargoes, whatever there is of cases. A key that is none is `malformed`.
[[nodiscard]] Result<std::vector<EmbargoRow>> embargo_rows(Store& store, const EmbargoesWanted& wanted,
                                                           const Reader& reader, Date today);

}  // namespace review
