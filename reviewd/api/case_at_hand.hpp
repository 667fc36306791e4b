#pragma once

#include <string_view>

#include "review/v1/case_file.pb.h"
#include "reviewd/api/call.hpp"

namespace reviewd {

/// The case, for what is done with it as a whole: `not-found` where there is none for the reader, as for a missing one;
/// `not-permitted` for who reads no cases, and for who opened it for a while to read it.
[[nodiscard]] review::Result<review::v1::CaseFile> case_at_hand(Call& call, std::string_view case_id);

}  // namespace reviewd
