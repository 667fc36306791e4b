#pragma once

#include <vector>

#include "libreview/base/refusal.hpp"
#include "libreview/base/result.hpp"
#include "libreview/record/occasion.hpp"
#include "review/v1/case_file.pb.h"
#include "review/v1/entries.pb.h"

namespace review {

/// Whether an entry may be recorded in a case. `case_file` is empty for the first entry of a new case.
///
/// The answer is the entry as it is to be stored: defaults filled in, and an irregularity for each rule that it does
/// not keep and that `despite` sets aside. A refusal names the first rule, in the order of the refusal table, that is
/// not set aside. `despite` must name exactly the rules that would refuse.
[[nodiscard]] Result<v1::Entry> admit(const v1::CaseFile& case_file, const v1::Entry& entry, const Occasion& occasion);

/// The same, where the rules find `elsewhere` besides against what the entry says, in the record as it stands by now.
[[nodiscard]] Result<v1::Entry> admit(const v1::CaseFile& case_file, const v1::Entry& entry, const Occasion& occasion,
                                      const std::vector<Refusal>& elsewhere);

/// Everything that the rules find against an entry, set aside or not, in the order of the refusal table. It is what
/// the next entries and the check of corrections read.
[[nodiscard]] std::vector<Refusal> objections(const v1::CaseFile& case_file, const v1::Entry& entry,
                                              const Occasion& occasion);

}  // namespace review
