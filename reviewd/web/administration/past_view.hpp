#pragma once

#include <boost/json/value.hpp>
#include <string>

#include "reviewd/web/form/sections.hpp"

namespace reviewd {

/// Which column is which: what the API answers of a spreadsheet, as a form; below it the mapping as a file.
[[nodiscard]] PlainPage past_mapping_page(const boost::json::value& file, const std::string& here);
/// What an import would do, or did; `asks_two` where another person must approve.
[[nodiscard]] PlainPage past_report_page(const boost::json::value& report, const std::string& here, bool asks_two);
/// That an import was refused, why, and what to do now.
[[nodiscard]] PlainPage past_refused_page(const boost::json::value& problem, const std::string& here, bool asks_two);

}  // namespace reviewd
