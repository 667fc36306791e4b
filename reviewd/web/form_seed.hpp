#pragma once

#include <boost/json/value.hpp>

#include "libreview/vocabulary/kinds.hpp"
#include "reviewd/web/form_offers.hpp"
#include "reviewd/web/form_typed.hpp"

namespace reviewd {

/// Answers that leave no choice, before anybody typed: the only review, proceedings, order, embargo, action or
/// challenge of the case, where the entry is about one.
void seed_only_offers(Typed& typed, const review::Kind& kind, const Offers& offers);

/// The entry that is corrected, as the beginning of the one that takes its place.
void seed_replacement(Typed& typed, const boost::json::value& entry);

}  // namespace reviewd
