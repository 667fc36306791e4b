#pragma once

#include "libreview/embargo/delay_letter.hpp"
#include "reviewd/api/published.hpp"

namespace reviewd {

/// The letter that says why the publication of this review is late, of what the reader may read today. The cases that
/// it rests on are noted as shown.
[[nodiscard]] review::DelayLetter delay_letter_at_hand(Call& call, const ReviewAtHand& at_hand);

}  // namespace reviewd
