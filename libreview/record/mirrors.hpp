#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "review/v1/case_file.pb.h"
#include "review/v1/entries.pb.h"

namespace review {

/// An entry that follows in another case from one in the case that leads.
struct Mirror {
  std::string case_id;
  v1::Entry entry;  ///< without id, recorder and time, which the desk gives
};

/// The review that an entry is about, for the kinds that are mirrored into the cases it covers; else empty.
[[nodiscard]] std::string mirrored_review(const v1::Entry& entry);

/// What an entry says, without what is given when it is recorded and what was set aside for it.
[[nodiscard]] v1::Entry mirror_copy(const v1::Entry& entry);

/// The other cases that an entry concerns: those it joins itself, those that the lead's review or rapid review covers,
/// and what a learning product draws on. They are all loaded before the entry is weighed.
[[nodiscard]] std::vector<std::string> cases_concerned(const v1::CaseFile& lead, const v1::Entry& entry);

/// Whether an entry of this record may name the other one: a case is joined with cases alone; a programme joins
/// nothing, and what it follows from may be of any record with members.
[[nodiscard]] bool may_concern(const v1::CaseFile& file, std::string_view other);

/// What follows in the joined cases. `lead` is the case after the entry; `joined` are those of `cases_concerned`.
[[nodiscard]] std::vector<Mirror> mirrors(const v1::CaseFile& lead, const v1::Entry& entry,
                                          const std::vector<v1::CaseFile>& joined);

/// Whether an entry of a case followed from one in the case that leads it, and was not recorded by anybody.
[[nodiscard]] bool is_mirror(const v1::CaseFile& file, const v1::Entry& entry);

}  // namespace review
