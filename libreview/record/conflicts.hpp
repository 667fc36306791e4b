#pragma once

#include <string_view>

#include "libreview/base/result.hpp"
#include "libreview/record/occasion.hpp"
#include "review/v1/case_file.pb.h"

namespace review {

/// How a person's conflict of interest is managed where this meeting looks at the case: the newest word about the whole
/// case and the newest about this meeting, whichever keeps the person further away. A word about a meeting never lifts
/// one about the case. Unspecified where none was declared.
[[nodiscard]] v1::ConflictManaged conflict_in(const v1::CaseFile& file, std::string_view person,
                                              std::string_view meeting);
/// The same, whatever meeting a word is about.
[[nodiscard]] v1::ConflictManaged conflict_anywhere(const v1::CaseFile& file, std::string_view person);

/// Nobody lets themselves back in: refuses with `second-person-required` what would make a conflict of the person who
/// records it milder, or take it away. That one only stays declared may be taken back.
[[nodiscard]] Result<void> conflicts_kept(const v1::CaseFile& before, const v1::CaseFile& after,
                                          const Occasion& occasion);

}  // namespace review
