#pragma once

#include <string>

namespace reviewd {

/// The service in OpenAPI 3.1, as JSON: paths from the table of endpoints, schemas from the vocabulary with its
/// comments, refusals from the tables of codes. The same bytes each time; some milliseconds of work.
/// Throws `std::logic_error` where an endpoint has a query parameter that nothing here describes.
[[nodiscard]] std::string openapi_document();

}  // namespace reviewd
