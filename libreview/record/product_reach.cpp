#include "libreview/record/product_reach.hpp"

#include <algorithm>

#include "libreview/record/bodies.hpp"

namespace review {

bool reaches(const v1::ProductShare& share, std::string_view agency) {
  return share.with_public() || !share.groups().empty() || names_body(share.with(), agency);
}

bool reaches(const v1::LearningEvent& event, std::string_view agency) {
  return std::ranges::any_of(event.attendance(), [&](const auto& seat) { return is_same_body(seat.agency(), agency); });
}

bool reaches(const v1::Product& product, std::string_view agency) {
  const auto to_agency = [&](const auto& one) { return reaches(one, agency); };
  return std::ranges::any_of(product.shares(), to_agency) || std::ranges::any_of(product.events(), to_agency);
}

const v1::ProductReception* find_reception(const v1::Product& product, std::string_view agency) {
  const auto& all = product.receptions();
  const auto found = std::ranges::find_if(all, [&](const auto& one) { return is_same_body(one.agency(), agency); });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace review
