#pragma once

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <string>

#include "reviewd/web/frame/render.hpp"

namespace reviewd {

/// The register: each agency with whom to ask on that day.
[[nodiscard]] View register_view(const boost::json::value& agencies, const std::string& today, bool may_change);
/// One agency: its contacts, those who ended last, and the boxes to change it with.
[[nodiscard]] View agency_view(const boost::json::value& agency, const std::string& today, bool may_change);
/// The boxes of an agency, filled with what was typed.
[[nodiscard]] View agency_fields(const NameValues& form);
/// What was typed, as the API takes it; without the id.
[[nodiscard]] boost::json::object agency_wish(const NameValues& form);
/// How the agencies answered.
[[nodiscard]] View timeliness_view(const boost::json::value& timeliness);

/// `Main contact`, `Deputy`, `Out of hours`.
[[nodiscard]] std::string contact_role_words(const std::string& role);

}  // namespace reviewd
