#pragma once

#include <boost/json/object.hpp>

#include "libreview/vocabulary/kinds.hpp"
#include "reviewd/web/words/form_offers.hpp"
#include "reviewd/web/words/form_typed.hpp"

namespace reviewd {

/// The entry that a form asks for, as JSON for the API: without what was left empty. What is no number, no day or no
/// choice goes as it was typed, so that the API's own refusal names it. The items of `typed` that are empty were
/// dropped before (`drop_empty_items`), or places in lists do not match.
/// Names become what `offers` says that they mean.
[[nodiscard]] boost::json::object entry_of(const Typed& typed, const review::Kind& kind, const Offers& offers = {});

/// The form of a recorded entry: the inputs that would send it again. Fields that only the server writes are left out.
[[nodiscard]] Typed typed_of(const boost::json::object& entry, const review::Kind& kind);
/// The same, below `path` of another form.
void put_entry(Typed& typed, const std::string& path, const boost::json::object& entry, const review::Kind& kind);

}  // namespace reviewd
