#pragma once

#include <string>
#include <vector>

#include "libreview/views/views.hpp"
#include "review/v1/case_file.pb.h"

namespace review {

/// A review as one of its cases names it, with every case that it covers, whoever may see them.
struct CoveredReview {
  std::string review;                ///< its name in the case that was asked about
  v1::CaseFile lead;                 ///< the case that publishes
  v1::ReviewFile in_lead;            ///< the review there
  std::vector<v1::CaseFile> joined;  ///< the others
};

/// The reviews of a case. One whose leading case is not there stands by itself.
[[nodiscard]] std::vector<CoveredReview> covered_reviews(const v1::CaseFile& file, Views& views);

}  // namespace review
