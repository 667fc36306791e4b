#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "reviewd/api/csv_file.hpp"
#include "reviewd/api/past_run.hpp"
#include "reviewd/storage/past_files.hpp"

namespace reviewd {

/// A spreadsheet as it was read, with its mapping and what columns can be on sheets of these sorts; none of its rows.
[[nodiscard]] boost::json::object past_file_json(const PastFile& file,
                                                 const review::SheetSorts& sorts = review::past_sheets);
/// What there is to say of cells, rows and the file.
[[nodiscard]] boost::json::array findings_json(const std::vector<review::RowFinding>& findings);
/// What an import of the file of that name did or would do, row by row.
[[nodiscard]] boost::json::object past_run_json(const std::string& past, const PastRun& run);
/// The same as lines of a file for a spreadsheet.
[[nodiscard]] CsvLines past_run_lines(const PastRun& run);

}  // namespace reviewd
