#include "tests/http/route_table.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "reviewd/api/api.hpp"
#include "reviewd/web/sign_in/site.hpp"
#include "tests/support/places.hpp"

namespace review::service_test {
namespace {

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  std::istringstream parts(line);
  for (std::string cell; std::getline(parts, cell, '\t');) cells.push_back(cell);
  return cells;
}

std::vector<Role> columns_of(const std::vector<std::string>& head) {
  std::vector<Role> columns;
  for (std::size_t i = 2; i < head.size(); ++i) {
    const auto role = find_role(head[i]);
    if (!role || std::ranges::find(columns, *role) != columns.end()) throw std::logic_error("routes.tsv: " + head[i]);
    columns.push_back(*role);
  }
  if (columns.size() != roles().size()) throw std::logic_error("routes.tsv: a role is missing");
  return columns;
}

}  // namespace

std::map<std::string, RouteRow> route_table() {
  std::ifstream file(test::source_folder() + "/tests/access/routes.tsv");
  std::map<std::string, RouteRow> table;
  std::vector<Role> columns;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    const auto cells = cells_of(line);
    if (columns.empty()) {
      columns = columns_of(cells);
      continue;
    }
    RouteRow row{cells.size() == columns.size() + 2 ? cells[1] : throw std::logic_error("routes.tsv: " + line), {}};
    for (std::size_t i = 0; i < columns.size(); ++i) row.of[columns[i]] = cells[i + 2];
    if (!table.emplace(cells[0], row).second) throw std::logic_error("routes.tsv, twice: " + cells[0]);
  }
  return table;
}

std::vector<std::string> routes_of_service() {
  std::vector<std::string> all;
  const auto add = [&](const std::vector<reviewd::Route>& routes) {
    for (const auto& route : routes) all.push_back(route.method + " " + route.pattern);
  };
  add(reviewd::Api::open_routes());
  add(reviewd::routes());
  add(reviewd::Site::routes(true));
  return all;
}

}  // namespace review::service_test
