#include "reviewd/returns/agency_names.hpp"

#include <algorithm>

#include "libreview/record/bodies.hpp"

namespace reviewd {

std::vector<std::string> names_of_agency(Storage& storage, std::string_view agency) {
  std::vector<std::string> names{std::string(agency)};
  const auto known = storage.contacts().find(agency);
  if (known && !known->body.empty() && !review::is_same_body(known->body, agency)) names.push_back(known->body);
  return names;
}

bool is_one_of(const std::vector<std::string>& names, std::string_view body) {
  return std::ranges::any_of(names, [&](const std::string& one) { return review::is_same_body(one, body); });
}

}  // namespace reviewd
