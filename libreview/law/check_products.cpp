#include "libreview/law/check_products.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "libreview/vocabulary/names.hpp"

namespace review {

void check_products(const RuleBook& book, LawFaults& faults) {
  const ProductForm* before = nullptr;
  for (const auto& form : book.product_forms()) {
    const auto where = fmt::format("learning products, form of {}", form.from.iso());
    faults.check_references(where, form.references);
    faults.check_grade(where, form.grade);
    if (form.most_characters == 0) faults.add(where, "leaves no room for a text");
    std::set<std::string> seen;
    for (const auto& heading : form.headings) {
      if (!is_reference(heading.id)) faults.add(where, heading.id + " is no name of a heading");
      if (!seen.insert(heading.id).second) faults.add(where, heading.id + " is there twice");
    }
    for (const auto& audience : form.second_person_for) {
      if (std::ranges::find(product_audiences, audience) == product_audiences.end())
        faults.add(where, audience + " is nobody whom a product goes to");
    }
    if (before != nullptr && form.from <= before->from) faults.add(where, "is out of order");
    before = &form;
  }
}

}  // namespace review
