#pragma once

#include <boost/json/array.hpp>

#include "libreview/vocabulary/kinds.hpp"
#include "reviewd/web/words/form_typed.hpp"

namespace reviewd {

/// Whether the words of a kind are asked about while somebody writes them: recommendations and actions.
[[nodiscard]] bool takes_advice(const review::Kind& kind);

/// What is asked of the words that were typed so far, as rows of the form.
[[nodiscard]] boost::json::array advice_on(const review::Kind& kind, const Typed& typed);

/// The same of what the API said of an entry that would be recorded.
[[nodiscard]] boost::json::array advice_in(const boost::json::value& preview);

}  // namespace reviewd
