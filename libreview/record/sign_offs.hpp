#pragma once

#include <string>
#include <vector>

#include "libreview/record/handling.hpp"

namespace review {

/// The bodies that must sign and have not signed for a matter since the newest decision. A dissent is a signature
/// against. Which bodies must sign is the partnership's setting.
[[nodiscard]] std::vector<std::string> bodies_missing(const v1::CaseFile& file, const RuleBook& law,
                                                      v1::SignedMatter matter);

/// Finds `sign-off-missing` for each body that has not signed.
void sign_offs_given(const Question& question, v1::SignedMatter matter);

}  // namespace review
