#pragma once

#include <boost/json/object.hpp>
#include <string>
#include <vector>

#include "reviewd/api/chronology_of.hpp"
#include "reviewd/api/csv_file.hpp"

namespace reviewd {

/// The chronology with what to look at. Lines have numbers, which stay the same when it is narrowed to an agency; then
/// it has the lines of that agency, the gaps, and what else concerns one of its lines. Empty: all.
[[nodiscard]] boost::json::object chronology_json(const std::string& case_id, const ShownChronology& shown,
                                                  const std::string& agency);
/// The lines, each with what to look at, for a spreadsheet.
[[nodiscard]] CsvLines chronology_lines(const ShownChronology& shown, const std::string& agency);

/// When a line was, for people: `Thu 4 March 2021 to Sun 7 March 2021, 14:30, not exact`.
[[nodiscard]] std::string when_words(const review::v1::ChronologyRow& row);

}  // namespace reviewd
