#pragma once

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>

#include "reviewd/web/words/register.hpp"

namespace reviewd {

/// Who was let see the case and until when, and whose conflict of interest was declared and how it is managed, as
/// blocks of the page of a case (see `case_facts`). `counted` are its updates as they count.
[[nodiscard]] boost::json::array people_blocks(const boost::json::value& of_case, const boost::json::array& counted,
                                               const Register& known);

}  // namespace reviewd
