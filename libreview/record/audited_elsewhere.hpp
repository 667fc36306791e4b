#pragma once

#include "libreview/base/result.hpp"
#include "libreview/record/reviewed_with.hpp"
#include "review/v1/entries.pb.h"

namespace review {

/// Whether the case that an audit selects, or that took up what it refers onward, is there; so of what a correction
/// says instead. `find` gives a case that the recorder sees: one that is hidden is refused (`missing-reference`) word
/// for word as one that there is not.
[[nodiscard]] Result<void> audited_elsewhere(const v1::Entry& entry, const FindCase& find);

/// The cases of the record that a programme audits, or that took up what it referred onward, each once, whoever may see
/// them: none for any other record.
[[nodiscard]] std::vector<v1::CaseFile> audited_cases(const v1::CaseFile& file, const FindCase& find);

}  // namespace review
