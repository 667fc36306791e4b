#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <vector>

#include "libreview/desk/repeats.hpp"
#include "libreview/law/rule_book.hpp"

namespace reviewd {

/// Earlier recommendations as the API gives them, each with what became of it.
[[nodiscard]] boost::json::array earlier_json(const std::vector<review::Earlier>& all);
/// What of a case was said before, its themes by the titles that the law gives them.
[[nodiscard]] boost::json::object repeats_json(const review::Repeats& repeats, const review::RuleBook& law);

}  // namespace reviewd
