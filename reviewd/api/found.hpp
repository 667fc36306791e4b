#pragma once

#include <map>
#include <string>
#include <vector>

#include "libreview/base/result.hpp"
#include "libreview/views/finding_rows.hpp"
#include "review/v1/entries.pb.h"
#include "reviewd/api/call.hpp"

namespace reviewd {

/// A finding as the reader may see it.
struct Found {
  std::string case_id;
  std::string entry;
  std::string found_on;                        ///< as far as known
  review::v1::Finding finding;                 ///< without what is kept from the reader
  std::vector<review::BearingRow> borne_on{};  ///< the findings that bear on it, of those that the reader sees
};

/// A page of findings over all cases.
struct FoundPage {
  std::vector<Found> rows{};
  std::vector<std::string> next{};  ///< the key to go on after; empty at the end
};

/// Findings over all cases that the reader sees, newest first: those whose entries the reader reads. What is shown is
/// put on record as read. Refuses who does not read of incidents, and to narrow by what there is not.
[[nodiscard]] review::Result<FoundPage> read_findings(Call& call, review::FindingsWanted wanted, std::size_t most);

}  // namespace reviewd
