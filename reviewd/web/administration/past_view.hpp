#pragma once

#include <boost/json/value.hpp>
#include <string>

#include "libreview/base/result.hpp"
#include "libreview/past/mapping.hpp"
#include "reviewd/http/request.hpp"
#include "reviewd/web/form/sections.hpp"

namespace reviewd {

/// Which column is which: what the API answers of a spreadsheet, as a form; below it the mapping as a file.
[[nodiscard]] PlainPage past_mapping_page(const boost::json::value& file, const std::string& here);
/// The mapping of that file with what was chosen in the form.
[[nodiscard]] review::Result<review::Mapping> chosen_mapping(const boost::json::value& file, const NameValues& chosen);
/// What an import would do, or did; `asks_two` where another person must approve.
[[nodiscard]] PlainPage past_report_page(const boost::json::value& report, const std::string& here, bool asks_two);

}  // namespace reviewd
