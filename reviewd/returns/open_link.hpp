#pragma once

#include <optional>
#include <string_view>

#include "reviewd/storage/storage.hpp"

namespace reviewd {

/// Whether the case was sealed after the link was made: then it opens nothing more, also when the case is unsealed
/// later. Whoever is named on the list makes a new one where the agency is still to answer. A change of the list of a
/// case that is sealed already stops no link.
[[nodiscard]] bool is_stopped_by_seal(Storage& storage, const review::ReturnLink& link);

/// The link of a line, if it opens today (`ReturnLinks::live`, or `live_or_used`), its case was not sealed since, and
/// its contact was not excluded from the case. The same nothing for each of these and for a line that is no link.
[[nodiscard]] std::optional<review::ReturnLink> open_link(Storage& storage, std::string_view line, bool used = false);

}  // namespace reviewd
