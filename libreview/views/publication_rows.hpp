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

/// Which published reviews are asked for.
struct PublicationsWanted {
  std::vector<Term> terms{};         ///< on `case`, `form`, `publishedOn` and `takenDown`
  std::vector<std::string> after{};  ///< the key of the last of the page before; empty for the first page
  int limit = 0;
};

/// Where a published review stands.
struct PublicationRow {
  std::string published_on;
  std::string case_id;
  std::string place;  ///< among the reviews of the case
  std::string review;

  /// What the next page goes on after.
  [[nodiscard]] std::vector<std::string> key() const { return {published_on, case_id, place}; }
};

/// Drops and makes the table, empty: a part of `Views::reset`.
void make_publication_table(Store& store);
/// Keeps those of a case in place of what was kept: a part of `Views::put`. A review that another case leads is that
/// one's.
void put_publication_rows(Store& store, const v1::CaseFile& file);

/// What they can be filtered by.
[[nodiscard]] std::vector<std::string_view> publication_fields();

/// The reviews that were published, in cases that the reader sees on the day, newest first, then by case; also those
/// that were taken down since, and those that may still be recalled. It costs what there is of them, whatever there is
/// of cases. Another field, or a key that is none, is `malformed`.
[[nodiscard]] Result<std::vector<PublicationRow>> publication_rows(Store& store, const PublicationsWanted& wanted,
                                                                   const Reader& reader, Date today);

}  // namespace review
