#pragma once

#include <boost/json/value.hpp>
#include <string>
#include <vector>

#include "libreview/vocabulary/kinds.hpp"
#include "reviewd/web/form_typed.hpp"

namespace reviewd {

/// Something that is wrong with a form.
struct FormError {
  std::string path;  ///< of the field, as inputs are named; empty where it is no field's
  std::string message;
};

/// What the API found wrong, as it says it, by the names of the inputs. Of a day whose boxes hold none, what is wrong
/// with the boxes. A refusal that points at nothing is one error without a path.
[[nodiscard]] std::vector<FormError> errors_of(const boost::json::value& problem, const Typed& typed);

/// `/incidentLogged/children/0/ageYears` → `incidentLogged.children.0.ageYears`.
[[nodiscard]] std::string path_of(std::string_view pointer);

}  // namespace reviewd
