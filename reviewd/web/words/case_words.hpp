#pragma once

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>
#include <string>

#include "reviewd/web/words/register.hpp"

namespace reviewd {

/// What a page calls a case beside its reference: the pseudonyms of its children, `Child A and Child B`; `Child not
/// named yet` where none has one.
[[nodiscard]] std::string case_name(const boost::json::value& of_case);
/// The same from the pseudonyms themselves.
[[nodiscard]] std::string pseudonym_words(const boost::json::array& names);

/// One child in words: `name`, and `facts` with one line each, such as the age, the harm and the plan.
[[nodiscard]] boost::json::object child_words(const boost::json::value& child, const Register& known);

/// One hold on publication: `what`, `why`, `since`, and `review`, the day that it is to be looked at by.
[[nodiscard]] boost::json::object hold_words(const boost::json::value& hold);

}  // namespace reviewd
