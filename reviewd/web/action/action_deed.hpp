#pragma once

#include <boost/json/value.hpp>
#include <string>
#include <string_view>

#include "libreview/access/reader.hpp"
#include "reviewd/web/form/sections.hpp"

namespace reviewd {

/// Where the form of this kind is, of the record of an action of the API's register, with the action in it already.
[[nodiscard]] std::string action_form_address(const boost::json::value& action, const char* kind);

/// Whether the person records this of the action: some roles do of their own agency's alone.
[[nodiscard]] bool may_record_of_action(const review::Reader& reader, const boost::json::value& action,
                                        std::string_view kind);

/// The link to what comes next for it, where the person may: an update while it is open, a look at what came of it once
/// it is complete.
[[nodiscard]] Cell deed_for(const review::Reader& reader, const boost::json::value& action);

}  // namespace reviewd
