#pragma once

#include <functional>
#include <string>
#include <vector>

#include "libreview/base/result.hpp"
#include "libreview/record/mirrors.hpp"
#include "libreview/record/occasion.hpp"
#include "review/v1/case_file.pb.h"
#include "review/v1/entries.pb.h"

namespace review {

/// The entries of another case, oldest first; none where there is no such case.
using ReadEntries = std::function<std::vector<v1::Entry>(const std::string& case_id)>;

/// The entry about a review that a withdrawal takes back: what followed from it in the cases that the review joins is
/// to be taken back with it. Null where it withdraws something else, or nothing. It points into `entries`, those of the
/// case without the withdrawal.
[[nodiscard]] const v1::Entry* mirrored_withdrawn(const std::vector<v1::Entry>& entries, const v1::Entry& withdrawal);

/// The withdrawals that follow in the joined cases: what the withdrawn entry of the lead brought there was recorded at
/// the same time. A case where it stands no longer has none.
[[nodiscard]] std::vector<Mirror> withdrawal_mirrors(const v1::CaseFile& lead, const std::vector<v1::Entry>& entries,
                                                     const v1::Entry& withdrawal,
                                                     const std::vector<v1::CaseFile>& joined, const ReadEntries& read);

/// Whether a withdrawal may be recorded for what it does to other cases: each that follows must be admissible in its
/// own, and what only followed from a lead is withdrawn there. `file` is the case that it is recorded in.
[[nodiscard]] Result<void> admit_withdrawal_mirrors(const v1::CaseFile& file, const std::vector<v1::Entry>& entries,
                                                    const v1::Entry& withdrawal, const Occasion& occasion,
                                                    const ReadEntries& read);

}  // namespace review
