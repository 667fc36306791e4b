#pragma once

#include <boost/json/array.hpp>

#include "review/v1/product.pb.h"
#include "reviewd/api/call.hpp"

namespace reviewd {

/// Whom the caller could not share the newest version of a product with as it stands, and why, as the rules would say
/// it: `PARTNERSHIP` for agencies and groups, `PUBLIC`. Empty where nothing speaks against it, and for a caller who
/// does not record such a thing at all. The record is the one that the path names.
[[nodiscard]] boost::json::array product_stops(Call& call, const review::v1::Product& product);

}  // namespace reviewd
