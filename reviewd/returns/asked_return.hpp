#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reviewd/storage/storage.hpp"

namespace reviewd {

/// A child as an agency needs it to find its own records.
struct AskedChild {
  std::string name;     ///< the pseudonym where no name is recorded, or it is kept back
  std::string born_on;  ///< empty where it is not recorded
  std::string address;
};

/// What one request asks of one agency, as the record stands now.
struct AskedReturn {
  std::string type;    ///< `SCOPING`, `SUMMARY`, `CHRONOLOGY`, `ANALYSIS`; empty where it was not said
  std::string period;  ///< without what an embargo of this case, or of one beside it, keeps back
  std::optional<review::Date> due;
  bool settled = false;  ///< it came in full, was declined or waived
  std::vector<AskedChild> children{};
  bool kept_back = false;  ///< an embargo keeps names, days of birth and addresses back
  /// How showing the children stands in the record of reads (`covered_read`), for each embargo that it goes through.
  std::vector<std::string> covered_reads{};
};

/// What the entry `request` asks of the agency, as the link shows it: what tells who a child is only if the link shows
/// through every live embargo on that (`shown_through`), and without a link only where there is none. Nothing
/// where the case, or such a request in it, is not there any more.
[[nodiscard]] std::optional<AskedReturn> asked_return(Storage& storage, std::string_view case_id,
                                                      std::string_view request, std::string_view agency,
                                                      review::Date today, std::string_view link = {});

}  // namespace reviewd
