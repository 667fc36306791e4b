#pragma once

#include <boost/json/value.hpp>
#include <string>
#include <vector>

#include "libreview/vocabulary/kinds.hpp"

namespace reviewd {

/// Something that is wrong with a form.
struct FormError {
  std::string path;  ///< of the field, as inputs are named; empty where it is no field's
  std::string message;
};

/// What the API found wrong, as it says it, by the names of the inputs: `fault_words` says it to whoever typed. A
/// refusal that points at nothing is one error without a path.
[[nodiscard]] std::vector<FormError> errors_of(const boost::json::value& problem);

/// `/incidentLogged/children/0/ageYears` → `incidentLogged.children.0.ageYears`.
[[nodiscard]] std::string path_of(std::string_view pointer);

}  // namespace reviewd
