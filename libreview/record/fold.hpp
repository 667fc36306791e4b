#pragma once

#include <functional>
#include <vector>

#include "review/v1/case_file.pb.h"
#include "review/v1/entries.pb.h"

namespace review {

/// Lays one admitted entry onto the case. It asks no rule; a reference to something that is not in the case is
/// corruption and throws `std::logic_error`.
void apply(v1::CaseFile& case_file, const v1::Entry& entry);

/// The entries as they count: a replacement stands in the place of the entry it corrects and keeps its id, recorder
/// and time; withdrawn entries, and withdrawn corrections, are gone, and so is what came from another store without its
/// content. Corrections and withdrawals themselves are not among them.
[[nodiscard]] std::vector<v1::Entry> effective(const std::vector<v1::Entry>& entries);

/// Lays on what stays of an entry where it is withdrawn: for most kinds nothing.
void leave(v1::CaseFile& case_file, const v1::Entry& withdrawn, const v1::Entry& withdrawal);

/// The case that the entries add up to: what counts, and what stays of what was withdrawn, in the order of the record.
/// `entries` are those of one record, oldest first.
[[nodiscard]] v1::CaseFile fold(const std::vector<v1::Entry>& entries);

/// An entry as it counts, with the case as it stands before it.
using EachEntry = std::function<void(const v1::CaseFile& before, const v1::Entry& entry)>;

/// The same, and tells of each entry that counts before it is laid on.
[[nodiscard]] v1::CaseFile fold(const std::vector<v1::Entry>& entries, const EachEntry& each);

/// The same with one more, which has no id yet.
[[nodiscard]] v1::CaseFile fold_with(std::vector<v1::Entry> entries, const v1::Entry& added);

}  // namespace review
