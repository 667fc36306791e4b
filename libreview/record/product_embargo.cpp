#include "libreview/record/product_embargo.hpp"

#include <algorithm>
#include <string>

namespace review {
namespace {

bool covers_sort(const v1::EmbargoFile& embargo, v1::Covered sort) {
  return std::ranges::find(embargo.covers(), static_cast<int>(sort)) != embargo.covers().end();
}

bool is_of_review(const v1::CaseFile& file, const std::string& document) {
  return std::ranges::any_of(file.named(), [&](const auto& one) {
    return one.sort() == "document" && one.name() == document && !one.review().empty();
  });
}

/// An embargo on documents that names none covers the report with all others.
bool keeps_report(const v1::CaseFile& file, const v1::EmbargoFile& embargo) {
  if (covers_sort(embargo, v1::COVERED_REPORT)) return true;
  if (!covers_sort(embargo, v1::COVERED_DOCUMENT)) return false;
  const auto& named = embargo.documents();
  return named.empty() ||
         std::ranges::any_of(named, [&](const std::string& document) { return is_of_review(file, document); });
}

void put_record(const v1::CaseFile& file, const std::string& before, const FindCase& find, ProductEmbargo& into) {
  for (const auto& embargo : file.embargoes()) {
    if (embargo.lifted()) continue;
    const auto held = [&](const char* why) {
      return Held{"EMBARGO", before + embargo.embargo(), embargo.since(), why, embargo.review_on()};
    };
    if (keeps_report(file, embargo))
      into.of_report.push_back(held("An embargo keeps back the report, until two people lift it."));
    if (covers_sort(embargo, v1::COVERED_IDENTIFYING_FACTS))
      into.of_people.push_back(held("An embargo keeps back what tells who the people are, until two people lift it."));
  }
  for (const auto& other : reviewed_with(file, find)) {
    into.beside = into.beside || std::ranges::any_of(other.embargoes(), [](const v1::EmbargoFile& embargo) {
                    return !embargo.lifted() && covers_sort(embargo, v1::COVERED_REPORT);
                  });
  }
}

}  // namespace

ProductEmbargo embargo_on(const v1::CaseFile& file, const v1::Product& product, const FindCase& find) {
  ProductEmbargo embargo;
  put_record(file, "", find, embargo);
  for (const auto& drawn : product.draws_on()) {
    if (const auto source = find(drawn.of_case())) put_record(*source, source->case_() + "/", find, embargo);
  }
  return embargo;
}

bool keeps_back_with_report(const ProductEmbargo& embargo, const Partnership& partnership) {
  return partnership.products_held_with_report && (embargo.beside || !embargo.of_report.empty());
}

bool keeps_back(const ProductEmbargo& embargo, const v1::Product& product, const Partnership& partnership) {
  return keeps_back_with_report(embargo, partnership) || (!embargo.of_people.empty() && product.left() > 0);
}

}  // namespace review
