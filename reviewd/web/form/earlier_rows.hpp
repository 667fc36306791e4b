#pragma once

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>
#include <string>

#include "reviewd/web/words/register.hpp"

namespace reviewd {

/// What became of a recommendation, in a few sentences.
[[nodiscard]] std::string became_words(const boost::json::value& state);
/// What each body said to it, and whose answer is awaited; empty where nobody was asked.
[[nodiscard]] std::string answered_words(const boost::json::value& state, const Register& known);

/// The nearest earlier recommendations of the API, as the template `earlier` has them.
[[nodiscard]] boost::json::array earlier_rows(const boost::json::value& nearest, const Register& known);

/// What of a case was said before, as the API gives it: `what`, `count` and `saidIn` for each theme and recommendation
/// that was; for the template `said_before`.
[[nodiscard]] boost::json::array repeat_rows(const boost::json::value& repeats, const Register& known);

}  // namespace reviewd
