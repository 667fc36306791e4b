#pragma once

#include "review/v1/assurance_answer.pb.h"
#include "review/v1/programme_file.pb.h"

namespace review {

/// How a pledge stands as it is worded now.
[[nodiscard]] v1::PledgeState pledge_state(const v1::PledgeFile& pledge);

/// The pledges in the order they were made, and what was judged of them round by round, without words. Every pledge has
/// every round that there was; one in which nobody judged it has no judgement.
[[nodiscard]] v1::PledgeRegister pledge_register(const v1::ProgrammeFile& programme);

}  // namespace review
