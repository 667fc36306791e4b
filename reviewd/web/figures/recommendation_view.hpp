#pragma once

#include <boost/json/value.hpp>
#include <map>
#include <string>

#include "reviewd/web/form/sections.hpp"
#include "reviewd/web/words/register.hpp"

namespace reviewd {

/// What the evidence is that practice is different since a recommendation was made, by what the API answers. Where
/// nothing is on record, it says so.
/// `titles`: what the law calls each theme.
[[nodiscard]] PlainPage recommendation_page_of(const boost::json::value& evidence, const Register& known,
                                               const std::map<std::string, std::string>& titles);

}  // namespace reviewd
