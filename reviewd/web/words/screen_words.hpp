#pragma once

#include <boost/json/value.hpp>
#include <string>

namespace reviewd {

/// `Police` for `POLICE`, for the bodies that the law names; others as they are.
[[nodiscard]] std::string body_words(const std::string& body);

/// `a-smith` for `people/a-smith`.
[[nodiscard]] std::string person_words(const std::string& person);
/// A label of the schema as it stands on a page: an entry is an update there.
[[nodiscard]] std::string screen_words(const std::string& label);
/// `Note added, Tuesday 17 March 2026`; empty for an entry whose content is hidden.
[[nodiscard]] std::string entry_label(const boost::json::value& entry);

}  // namespace reviewd
