#pragma once

#include <boost/json/value.hpp>
#include <string>

#include "libreview/vocabulary/kinds.hpp"
#include "reviewd/web/words/form_offers.hpp"
#include "reviewd/web/words/form_typed.hpp"

namespace reviewd {

/// Answers that leave no choice, before anybody typed: the only review, proceedings, order, embargo, action or
/// challenge of the case, where the entry is about one.
void seed_only_offers(Typed& typed, const review::Kind& kind, const Offers& offers);

/// The points of quality that a check of a review judges, each to be answered; what is left blank is not sent.
void seed_points(Typed& typed, const review::Kind& kind, const Offers& offers);

/// A decision was made today, unless somebody says otherwise.
void seed_day(Typed& typed, const review::Kind& kind, const std::string& today);

/// Whoever answers for an agency records for it.
void seed_agency(Typed& typed, const review::Kind& kind, const std::string& agency);

/// What a signature is for, by the stage of the case.
void seed_matter(Typed& typed, const review::Kind& kind, const std::string& stage);

/// The entry that is corrected, as the beginning of the one that takes its place.
void seed_replacement(Typed& typed, const boost::json::value& entry);

}  // namespace reviewd
