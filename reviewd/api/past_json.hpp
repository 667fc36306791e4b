#pragma once

#include <boost/json/object.hpp>

#include "reviewd/api/csv_file.hpp"
#include "reviewd/api/past_run.hpp"
#include "reviewd/storage/past_files.hpp"

namespace reviewd {

/// A spreadsheet as it was read, with its mapping and what columns can be; none of its rows.
[[nodiscard]] boost::json::object past_file_json(const PastFile& file);
/// What an import did or would do, row by row.
[[nodiscard]] boost::json::object past_run_json(const PastFile& file, const PastRun& run);
/// The same as lines of a file for a spreadsheet.
[[nodiscard]] CsvLines past_run_lines(const PastRun& run);

}  // namespace reviewd
