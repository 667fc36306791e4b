#pragma once

#include <string>

namespace reviewd {

/// The OpenAPI 3.1 description of the service, made from the schema and the route table.
[[nodiscard]] std::string openapi_document();

}  // namespace reviewd
