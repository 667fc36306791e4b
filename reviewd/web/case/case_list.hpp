#pragma once

#include <boost/json/array.hpp>
#include <string>

#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/page.hpp"

namespace reviewd {

/// Adds every element of a list of the case (`documents`, `entries`), page after page. The answer is the last one that
/// came: not good where the API refused.
ApiAnswer case_list(const PageCall& call, const std::string& list, boost::json::array& into);

}  // namespace reviewd
