#pragma once

#include <boost/json/object.hpp>
#include <map>
#include <string>
#include <vector>

#include "libreview/past/past_row.hpp"

namespace review {

/// An entry that a row becomes.
struct PastEntry {
  boost::json::object entry;  ///< as the import of entries takes it, with its case
  std::string sheet;          ///< where it comes from
  int row = 0;
  std::map<std::string, std::string> from{};  ///< JSON Pointer → heading of the column that it was read from

  /// The heading for the place of a refusal: that of the longest pointer that leads there; empty where none does.
  [[nodiscard]] std::string column_of(const std::string& pointer) const;
};

/// A case that a row becomes, with what other rows add to it.
struct PastCase {
  std::string case_id{};    ///< made of its reference; empty where it has none
  std::string reference{};  ///< as the spreadsheet writes it; may be empty
  std::string sheet{};
  int row = 0;
  std::vector<std::string> pseudonyms{};
  std::string incident_on{};         ///< where it is known to the day
  std::string closed_on{};           ///< as far as it is known; may be empty
  std::vector<PastEntry> entries{};  ///< the first brings the case in
  std::vector<RowFinding> findings{};
};

/// What a spreadsheet would become.
struct PastPlan {
  std::vector<PastCase> cases{};
  std::vector<RowFinding> findings{};  ///< of the file, its sheets and columns, and of rows that belong to no case
};

/// Reads every row of the mapped sheets, in time that grows with the file and no faster, whatever is in it; of very
/// many findings only some are told (`ToldFindings`). Of a sheet that is not the mapping's no row is read. Asks no rule
/// of the record and no store: what these say comes later. A column or a sheet of which nobody has said what it is, is
/// an error: nothing is dropped in silence.
[[nodiscard]] PastPlan plan_past(const Workbook& book, const Mapping& mapping, const PastWords& words,
                                 const std::vector<KnownAgency>& agencies, const std::vector<KnownTheme>& themes,
                                 Date today);

}  // namespace review
