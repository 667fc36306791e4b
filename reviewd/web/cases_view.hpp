#pragma once

#include <boost/json/value.hpp>
#include <string>

#include "reviewd/web/render.hpp"

namespace reviewd {

/// What the list of cases was narrowed to, as it stands in the address.
struct CaseFilter {
  std::string stage;  ///< a code of the contract; empty for all
  bool held = false;
  std::string page;  ///< a page token of the API; empty for the first page
};

/// The filter of the API: `stage="LOGGED" AND held=true`; empty for none.
[[nodiscard]] std::string api_filter(const CaseFilter& filter);
/// The address of the list with the filter: `/cases?stage=LOGGED&held=yes`.
[[nodiscard]] std::string cases_address(const CaseFilter& filter);

/// The list of cases; `answer` is the API's list.
[[nodiscard]] View cases_view(const boost::json::value& answer, const CaseFilter& filter);

}  // namespace reviewd
