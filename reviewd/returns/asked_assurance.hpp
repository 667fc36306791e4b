#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "review/v1/assurance.pb.h"
#include "review/v1/assurance_file.pb.h"
#include "reviewd/storage/storage.hpp"

namespace reviewd {

/// What an agency is asked about its duty, with what it answered last.
struct AskedAssurance {
  review::v1::AssuranceFile asked;
  std::string what;
  std::optional<review::v1::AssuranceReturned> said{};
};

/// What a link asks that was made for assurance, whether the programme names the agency by its id or as the body of the
/// law that it is. What is no longer asked for is not among it.
struct AskedAssurances {
  std::vector<AskedAssurance> requests;
  std::vector<std::string> reads;  ///< what was shown by it, as Read::what; whoever answers puts it on record
};

/// Whether the entry asked the agency for assurance, and still does. A link whose request is such an entry is for all
/// that the programme asks of the agency.
[[nodiscard]] bool asked_for_assurance(Storage& storage, std::string_view programme, std::string_view request,
                                       std::string_view agency);

/// The earliest day by which the agency still owes an answer; nothing where it owes none.
[[nodiscard]] std::optional<review::Date> next_assurance_due(Storage& storage, std::string_view programme,
                                                             std::string_view agency);

/// What the link asks; nothing where it is for no assurance.
[[nodiscard]] std::optional<AskedAssurances> asked_assurances(Storage& storage, const review::ReturnLink& link);

/// Whether an answer is still owed: none came, or a part alone.
[[nodiscard]] bool is_owed(const review::v1::AssuranceFile& asked);

}  // namespace reviewd
