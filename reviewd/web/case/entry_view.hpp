#pragma once

#include <boost/json/value.hpp>

#include "reviewd/web/frame/render.hpp"
#include "reviewd/web/words/form_offers.hpp"

namespace reviewd {

/// The page of one update: every field in the words of the schema. `offers` names what the fields refer to.
[[nodiscard]] View entry_view(const boost::json::value& entry, const boost::json::value& of_case, const Offers& offers,
                              bool may_record);

}  // namespace reviewd
