#pragma once

#include <boost/json/array.hpp>
#include <string>
#include <vector>

#include "reviewd/web/form/form_errors.hpp"
#include "reviewd/web/words/form_offers.hpp"
#include "reviewd/web/words/form_typed.hpp"

namespace reviewd {

/// The answers of an incident, page by page: `heading`, `change` (where it is changed), `what` (for the hidden part of
/// the link) and `rows` with `key` and `values`; `none` says that nothing was answered.
[[nodiscard]] boost::json::array incident_answers(const Typed& typed, const Offers& offers, const std::string& address);

/// What is wrong, each with the field on the page where it is put right.
[[nodiscard]] boost::json::array incident_errors(const Typed& typed, const std::vector<FormError>& errors,
                                                 const std::string& address);

}  // namespace reviewd
