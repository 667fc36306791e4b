#pragma once

#include <boost/json/value.hpp>
#include <string>

#include "reviewd/web/form/sections.hpp"
#include "reviewd/web/words/register.hpp"

namespace reviewd {

/// The register of learning products, by what the API lists.
[[nodiscard]] PlainPage product_list_of(const boost::json::value& found, const Register& known);

/// One product: what it says, and who got it. `may_record` shows what comes next.
[[nodiscard]] View product_view(const boost::json::value& listed, const Register& known, bool may_record);

/// What the check found, with what comes next.
[[nodiscard]] View product_check_view(const boost::json::value& listed, const boost::json::value& checked);

/// The page of a product of a record.
[[nodiscard]] std::string product_address(const std::string& reference, const std::string& product);

}  // namespace reviewd
