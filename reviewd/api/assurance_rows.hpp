#pragma once

#include <functional>

#include "libreview/base/result.hpp"
#include "review/v1/assurance_answer.pb.h"
#include "review/v1/case_file.pb.h"
#include "reviewd/api/call.hpp"
#include "reviewd/api/words_at_hand.hpp"

namespace reviewd {

/// The state of the programme that the path names; `not-found` where the reader sees none.
[[nodiscard]] review::Result<review::v1::CaseFile> programme_at_hand(Call& call);

/// Adds what was asked of agencies in a programme that the reader sees, of a contact of an agency its own part alone,
/// with the words that the reader may read.
void add_assurance(review::v1::AssuranceRegister& into, Call& call, const review::v1::CaseFile& file,
                   WordsAtHand& words);

/// Orders by due day, then by programme and agency.
void sort_by_day(review::v1::AssuranceRegister& all);

/// Calls `visit` with the state of each programme that the reader sees and that is not closed.
[[nodiscard]] review::Result<void> each_open_programme(Call& call,
                                                       const std::function<void(const review::v1::CaseFile&)>& visit);

}  // namespace reviewd
