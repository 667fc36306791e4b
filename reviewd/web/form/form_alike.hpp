#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "reviewd/web/frame/page.hpp"

namespace reviewd {

/// The cases that may be the same as the one that `entry` would open: of the same local authority, opened within six
/// weeks of the incident or of today. Those with the same day of the incident come first. In words: `href`, `name`,
/// `why`. Empty where the entry names no local authority.
[[nodiscard]] boost::json::array cases_alike(const PageCall& call, const boost::json::object& entry,
                                             const boost::json::value& case_after);

}  // namespace reviewd
