#include "reviewd/returns/agency_names.hpp"

#include <algorithm>

#include "libreview/record/bodies.hpp"

namespace reviewd {

std::vector<std::string> names_of_agency(Storage& storage, std::string_view agency) {
  std::vector<std::string> names{std::string(agency)};
  const auto all = storage.contacts().list();
  const auto known = std::ranges::find(all, agency, &review::Agency::agency);
  if (known == all.end() || known->body.empty() || review::is_same_body(known->body, agency)) return names;
  const bool alone = std::ranges::none_of(all, [&](const review::Agency& other) {
    return other.agency != known->agency && review::is_same_body(other.body, known->body);
  });
  if (alone) names.push_back(known->body);
  return names;
}

bool is_one_of(const std::vector<std::string>& names, std::string_view body) {
  return std::ranges::any_of(names, [&](const std::string& one) { return review::is_same_body(one, body); });
}

}  // namespace reviewd
