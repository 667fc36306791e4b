#pragma once

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>

#include "reviewd/web/words/register.hpp"

namespace reviewd {

/// What the rapid review found beside its decision, and who chaired its meeting, as a block of the page of a case (see
/// `case_facts`); none where nothing of it is recorded, or the reader does not read it. `counted` are the updates of
/// the case as they count.
[[nodiscard]] boost::json::array rapid_review_blocks(const boost::json::value& of_case,
                                                     const boost::json::array& counted, const Register& known);

}  // namespace reviewd
