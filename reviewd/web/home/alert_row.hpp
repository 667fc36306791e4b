#pragma once

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <string>

namespace reviewd {

/// An alert of the API, that a child may be at risk now, as the home page shows it: the agency and its contacts with
/// their telephone numbers, the child by pseudonym, and the address of what the agency wrote, once it has.
[[nodiscard]] boost::json::object alert_row(const boost::json::value& alert, const boost::json::value& of_case,
                                            const boost::json::value& agencies, const std::string& today);

}  // namespace reviewd
