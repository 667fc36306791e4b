#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "review/v1/case_file.pb.h"

namespace review {

/// A case by its reference, as it stands; nothing where there is none.
using FindCase = std::function<std::optional<v1::CaseFile>(const std::string& case_id)>;

/// Finds a case among those that are at hand, which outlive it.
[[nodiscard]] FindCase find_among(const std::vector<v1::CaseFile>& cases);

/// The same, and each case is read once, however often it is asked for: as it stood when it was first asked for.
[[nodiscard]] FindCase find_once(FindCase find);

/// A review as one of its cases names it, with every case that it covers, whoever may see them.
struct CoveredReview {
  std::string review;                ///< its name in the case that was asked about
  v1::CaseFile lead;                 ///< the case that publishes
  v1::ReviewFile in_lead;            ///< the review there
  std::vector<v1::CaseFile> joined;  ///< the others
};

/// The reviews of a case. One whose leading case is not there stands by itself.
[[nodiscard]] std::vector<CoveredReview> covered_reviews(const v1::CaseFile& file, const FindCase& find);

/// The other cases that one review of a case covers, each once: those that it leads, the one that leads it, and those
/// that are led beside it. What holds publication of one of them holds that of this review, and of no other review of
/// the case.
[[nodiscard]] std::vector<v1::CaseFile> reviewed_with(const v1::CaseFile& file, const v1::ReviewFile& review,
                                                      const FindCase& find);

/// The same over all reviews of the case.
[[nodiscard]] std::vector<v1::CaseFile> reviewed_with(const v1::CaseFile& file, const FindCase& find);

/// The other cases that share its rapid review, each once: those that it leads, the one that leads it, and those that
/// are led beside it.
[[nodiscard]] std::vector<v1::CaseFile> rapid_reviewed_with(const v1::CaseFile& file, const FindCase& find);

}  // namespace review
