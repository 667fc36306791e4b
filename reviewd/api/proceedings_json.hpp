#pragma once

#include <boost/json/object.hpp>
#include <vector>

#include "libreview/embargo/forecast.hpp"
#include "review/v1/case.pb.h"
#include "review/v1/entries.pb.h"

namespace reviewd {

/// `MappedCase`, and what it shows of the entries of the case: of each only the fields that are in it.
struct MappedCase {
  boost::json::object json;
  std::vector<review::v1::Entry> shown;
};

/// Proceedings, orders, embargoes and warnings of a case, from what the reader is shown of it and of its entries; the
/// file gives only how often dates slipped.
[[nodiscard]] MappedCase write_mapped_case(const review::v1::Case& shown, const review::v1::CaseFile& file,
                                           const std::vector<review::v1::Entry>& entries);

/// `Forecast`
[[nodiscard]] boost::json::object write_forecast(const review::Forecast& made);

}  // namespace reviewd
