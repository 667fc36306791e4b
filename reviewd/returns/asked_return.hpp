#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reviewd/storage/storage.hpp"

namespace reviewd {

/// A child as an agency needs it to find its own records.
struct AskedChild {
  std::string name;     ///< the pseudonym where no name is recorded
  std::string born_on;  ///< empty where it is not recorded
  std::string address;
};

/// What one request asks of one agency, as the record stands now.
struct AskedReturn {
  std::string type;  ///< `SCOPING`, `SUMMARY`, `CHRONOLOGY`, `ANALYSIS`; empty where it was not said
  std::string period;
  std::optional<review::Date> due;
  bool settled = false;  ///< it came in full, was declined or waived
  std::vector<AskedChild> children{};
};

/// What the entry `request` asks of the agency. Nothing where the case, or such a request in it, is not there any more.
[[nodiscard]] std::optional<AskedReturn> asked_return(Storage& storage, std::string_view case_id,
                                                      std::string_view request, std::string_view agency,
                                                      review::Date today);

}  // namespace reviewd
