#pragma once

#include "libreview/desk/recording.hpp"
#include "reviewd/api/call.hpp"

namespace reviewd {

/// What takes two people takes two hands. Whoever makes an access token for another has seen its secret, so in a real
/// store such a token neither proposes nor agrees to anything that takes two: `second-person-required`. Its person
/// signs in on the pages. A token of one's own, made by oneself or on the file of the store by whoever runs the
/// machine, is one's own hand. In a practice store nothing is kept from anybody by it.
[[nodiscard]] review::Result<void> by_own_hand(const Call& call);

/// The same for an entry of a case, where it takes two people there: to lift an embargo or agree to it, to name who
/// reads through one, to unseal, to let somebody back in whom a conflict of interest keeps out, and to correct or
/// withdraw what did; to check a learning product for names, and to share one with those for whom it takes another
/// person than who wrote it. Asked of who may record it.
[[nodiscard]] review::Result<void> by_own_hand_in_case(Call& call, const review::Recording& recording);

/// The same for an entry of a meeting.
[[nodiscard]] review::Result<void> by_own_hand_in_meeting(Call& call, const review::Recording& recording);

}  // namespace reviewd
