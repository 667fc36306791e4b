#pragma once

#include <boost/json/value.hpp>

#include "reviewd/web/frame/render.hpp"
#include "reviewd/web/words/register.hpp"

namespace reviewd {

/// The page made of `/v1/cases/{case}/proceedings`: the forecast of each review with what it depends on, then each case
/// with its proceedings, court orders, embargoes and warnings. `may_record`: the visitor may record in the case itself;
/// in the others something is recorded on their own pages.
[[nodiscard]] View proceedings_view(const boost::json::value& map, const Register& known, bool may_record);

}  // namespace reviewd
