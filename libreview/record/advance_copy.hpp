#pragma once

#include <optional>
#include <string>
#include <vector>

#include "review/v1/case_file.pb.h"
#include "review/v1/entries.pb.h"

namespace review {

/// Whether what was done with a version of the report on a day is good for what is to be published: any version before
/// the partners accepted one, then that one alone.
[[nodiscard]] bool is_good(const v1::ReviewFile& review, const std::string& done_on, int version);
/// Whether the advance copy that is owed is with everybody who has to have it.
[[nodiscard]] bool has_good_copy(const v1::ReviewFile& review);

/// Who has no copy of a version, as a sentence names them.
[[nodiscard]] std::vector<std::string> without_copy(const v1::CaseFile& file, const v1::ReviewFile& review,
                                                    int version);
/// The day on which the last of them had that version; nothing while one has not. ISO.
[[nodiscard]] std::optional<std::string> copy_complete_on(const v1::CaseFile& file, const v1::ReviewFile& review,
                                                          int version);

/// Takes an entry that a copy went out. Several add up: the copy counts once everybody has it.
void take_copy(v1::CaseFile& file, const v1::Entry& entry, v1::ReviewFile& review);
/// Puts the copy that counts now in the review: that of the accepted version, else that of the newest one that
/// everybody has, whatever was recorded last. Where a clock waits for it and it is good, the clock is met on the day it
/// went out.
void settle_copy(v1::CaseFile& file, const v1::Entry& entry, v1::ReviewFile& review);

}  // namespace review
