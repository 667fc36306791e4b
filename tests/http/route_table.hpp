#pragma once

#include <map>
#include <string>
#include <vector>

#include "libreview/access/role.hpp"

namespace review::service_test {

/// What the table says of one route.
struct RouteRow {
  std::string anybody;             ///< for whoever is not signed in and has no token
  std::map<Role, std::string> of;  ///< for each role
};

/// `tests/access/routes.tsv`, by method and pattern: `GET /v1/cases`. Throws std::logic_error for a row or a head that
/// is not whole.
[[nodiscard]] std::map<std::string, RouteRow> route_table();

/// Every route that the service has, of the API and of the pages, the same way.
[[nodiscard]] std::vector<std::string> routes_of_service();

}  // namespace review::service_test
