#pragma once

#include <string>
#include <string_view>

#include "review/v1/case_file.pb.h"

namespace review {

/// The clock of each step before publication: `legal-read` for LEGAL_READ.
[[nodiscard]] std::string clock_of(v1::PublicationStep step);

/// Who took on what a clock waits for, as a bare id, so that they are told of it: the owner of a step before
/// publication. The check of the report for names is no step that somebody takes on: it is told to who has the legal
/// read, as both look for what may not be published. `clock` is as `Line::id`, `legal-read` or `legal-read:review-2`.
/// Empty where nobody has it, and for every other clock.
[[nodiscard]] std::string owner_of(const v1::CaseFile& file, std::string_view clock);

}  // namespace review
