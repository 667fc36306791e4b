#pragma once

#include <boost/json/value.hpp>

#include "reviewd/web/form/form_page.hpp"

namespace reviewd {

/// Fills a form in which a learning product is drafted: the next version of one that the address names with what the
/// newest says, as far as the visitor may read it; a new seven-minute briefing with its headings. `shown` is the record
/// as the API shows it. No text comes by the address.
void seed_product(EntryForm& form, const boost::json::value& shown, const Offers& offers);

}  // namespace reviewd
