#pragma once

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>

#include "reviewd/web/words/register.hpp"

namespace reviewd {

/// What a case of the API says of itself besides its clocks, as blocks of a page: the decision, reviews, proceedings,
/// court orders, embargoes, publication, other areas. Each has a `heading` and `items`, each with a `title`
/// and `rows` of `key` and `value`. Blocks without items are left out.
[[nodiscard]] boost::json::array case_facts(const boost::json::value& of_case, const Register& known);

}  // namespace reviewd
