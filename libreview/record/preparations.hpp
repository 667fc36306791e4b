#pragma once

#include <string>

#include "review/v1/case_file.pb.h"
#include "review/v1/entries.pb.h"

namespace review {

/// Begins what is done before the planned day of publication anew: the legal read, the family's, who is told, the check
/// for names. A step stays done where it was done with the version that is accepted.
void prepare_for(v1::CaseFile& file, const v1::Entry& entry, const v1::ReviewFile& review);

/// The version that is there: the accepted one, before that the newest draft; 0 where there is neither.
[[nodiscard]] int present_version(const v1::ReviewFile& review);

/// Whether the report is checked for names as it stands: the version that is accepted was, no newer version of the
/// document that was checked is filed since, and it was not published and recalled since.
[[nodiscard]] bool is_rehearsed(const v1::ReviewFile& review);

/// A new version of a document is filed: what was checked for names was an older one, and is to be checked again.
void document_has_changed(v1::CaseFile& file, const v1::Entry& entry, const std::string& document);

/// A publication was recalled, whatever for: the report is to be checked for names again before it goes out. Nothing
/// where it was not checked, or the review is not there any more.
void publication_was_recalled(v1::CaseFile& file, const v1::Entry& entry, const std::string& review);

/// The document that was checked for names last; empty where none was named, or nothing was checked.
[[nodiscard]] std::string rehearsed_document(const v1::CaseFile& file, const v1::ReviewFile& review);

}  // namespace review
