#pragma once

#include "libreview/base/result.hpp"
#include "libreview/calendar/date.hpp"
#include "libreview/record/reviewed_with.hpp"
#include "review/v1/case_file.pb.h"

namespace review {

/// A correction loosens nothing between the cases of a review. What holds the report of one holds it for all, and what
/// an embargo covers in one it covers in all: so while one of them is held, none is taken out of the review, and no
/// document out from under an embargo of another. What holds it ends first, in the case where it stands.
/// `before` and `after` are the case without the correction and with it. `second-person-required`.
[[nodiscard]] Result<void> ties_kept(const v1::CaseFile& before, const v1::CaseFile& after, const FindCase& find,
                                     Date today);

/// Whether the embargo, of this case or of another case of the review, covers every document that it covers for what
/// was said of it still: as a review's own, or as a genogram. One that is lifted covers none.
[[nodiscard]] bool documents_stay_covered(const v1::EmbargoFile& embargo, const v1::CaseFile& before,
                                          const v1::CaseFile& after);

/// Whether an embargo is live and covers documents.
[[nodiscard]] bool covers_documents(const v1::EmbargoFile& embargo);

}  // namespace review
