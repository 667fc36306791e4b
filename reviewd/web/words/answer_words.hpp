#pragma once

#include <boost/json/value.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "reviewd/web/words/register.hpp"

namespace reviewd {

/// What each body says to a recommendation of a case or programme of the API: `Police: Accepted on Tuesday 17 March
/// 2026`.
[[nodiscard]] std::vector<std::string> answer_words(const boost::json::value& record, std::string_view recommendation,
                                                    const Register& known);

}  // namespace reviewd
