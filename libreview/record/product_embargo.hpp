#pragma once

#include <vector>

#include "libreview/law/partnership.hpp"
#include "libreview/record/holds.hpp"
#include "libreview/record/reviewed_with.hpp"
#include "review/v1/case_file.pb.h"

namespace review {

/// The live embargoes that bear on a learning product: those of its record, and of what it draws on, whose name stands
/// before theirs.
struct ProductEmbargo {
  std::vector<Held> of_report{};  ///< that keep back a report
  std::vector<Held> of_people{};  ///< that keep back who the people are
  bool beside = false;            ///< one on the report stands in a case that is reviewed with one of these
};

/// `find` says which records are looked at; what it does not find bears on nothing.
[[nodiscard]] ProductEmbargo embargo_on(const v1::CaseFile& file, const v1::Product& product, const FindCase& find);

/// Whether it keeps products back as one on a report: where the partnership says so, and not otherwise.
[[nodiscard]] bool keeps_back_with_report(const ProductEmbargo& embargo, const Partnership& partnership);

/// Whether it keeps the product from everybody beyond its readers: with a report, or as one on who the people are,
/// which does so only where the check of the product left places that may tell it.
[[nodiscard]] bool keeps_back(const ProductEmbargo& embargo, const v1::Product& product,
                              const Partnership& partnership);

}  // namespace review
