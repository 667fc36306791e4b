#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "libreview/vocabulary/kinds.hpp"
#include "reviewd/web/form_offers.hpp"

namespace reviewd {

/// An entry of the API in words, field by field in the order of the schema: `key`, and `values` with one line each.
/// What only the server writes is left out.
[[nodiscard]] boost::json::array entry_summary(const boost::json::object& entry, const review::Kind& kind,
                                               const Offers& offers);

/// What an entry would do to the clocks, from the `clocks` of a preview: `title`, `change`, `before`, `after` and
/// `note`, in words.
[[nodiscard]] boost::json::array clock_changes(const boost::json::array& changes);

}  // namespace reviewd
