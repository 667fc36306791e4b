#pragma once

#include <string>

#include "reviewd/web/frame/page.hpp"

namespace reviewd {

/// Recalls a publication in the cases that the review of the address joins, as it was recalled in the lead: the entry
/// that each of them has of it is withdrawn. `lead` is the case as it was before. Gives the cases in which it stands
/// still, with commas; empty where it is recalled in all that the visitor sees.
[[nodiscard]] std::string recall_joined(const PageCall& call, const boost::json::value& lead,
                                        const std::string& reasons);

}  // namespace reviewd
