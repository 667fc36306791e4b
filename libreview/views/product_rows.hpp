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

/// Which learning products are asked for.
struct ProductsWanted {
  std::vector<Term> terms{};         ///< on `case`, `programme`, `sort`, `theme` and `draftedOn`
  std::vector<std::string> after{};  ///< the key of the last of the page before; empty for the first page
  int limit = 0;
};

/// Where a product stands. Its words stand in the entry of its newest draft.
struct ProductRow {
  std::string drafted_on;
  std::string case_id;  ///< a case or a programme
  std::string place;    ///< among the products of the record
  std::string product;

  /// What the next page goes on after.
  [[nodiscard]] std::vector<std::string> key() const { return {drafted_on, case_id, place}; }
};

/// Drops and makes the tables, empty: a part of `Views::reset`.
void make_product_tables(Store& store);
/// Keeps those of a record in place of what was kept: a part of `Views::put`.
void put_product_rows(Store& store, const v1::CaseFile& file);

/// What they can be filtered by. `theme!=x` leaves out what is under x.
[[nodiscard]] std::vector<std::string_view> product_fields();

/// The products of cases and programmes that the reader sees on the day, by the day of their newest draft, newest
/// first. Another field, or a key that is none, is `malformed`.
[[nodiscard]] Result<std::vector<ProductRow>> product_rows(Store& store, const ProductsWanted& wanted,
                                                           const Reader& reader, Date today);

}  // namespace review
