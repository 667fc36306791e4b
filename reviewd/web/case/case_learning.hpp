#pragma once

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>
#include <string>

#include "reviewd/web/words/register.hpp"

namespace reviewd {

/// What was learned, what was recommended, and the actions with their text and how far each has reached, as blocks of
/// the page of a case (see `case_facts`). `counted` are its updates as they count.
[[nodiscard]] boost::json::array learning_blocks(const boost::json::value& of_case, const boost::json::array& counted,
                                                 const Register& known);

/// Links to the learning products of the case, whose page is at `address`: `href` and `words` of each.
[[nodiscard]] boost::json::array product_links(const boost::json::value& of_case, const std::string& address);

}  // namespace reviewd
