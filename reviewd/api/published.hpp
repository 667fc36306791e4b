#pragma once

#include <optional>
#include <string>
#include <vector>

#include "review/v1/case_file.pb.h"
#include "reviewd/api/call.hpp"

namespace reviewd {

/// A report that was published, as the register has it.
struct Published {
  std::string case_id;
  const review::v1::ReviewFile* review;
  std::string title;                  ///< in words that the public may read; empty where none was given
  std::string address;                ///< where it is, or was
  std::optional<review::Date> until;  ///< kept at least until; nothing where the law or the holidays do not reach
};

/// Whether the role plans a publication, or decides on it: those whom what speaks against a day is shown to.
[[nodiscard]] bool plans_publications(const review::Reader& reader);

/// Those of a case that are past the time in which they could be recalled, taken down since or not. A case that is led
/// by another has none of its own. It points into the file.
[[nodiscard]] std::vector<Published> published_in(Call& call, const review::v1::CaseFile& file);
/// The same for one review, also while it can be recalled.
[[nodiscard]] Published published_of(Call& call, const review::v1::CaseFile& file,
                                     const review::v1::ReviewFile& review);

/// The case and the review of the address, for a role that reads what a case is about: `not-permitted`, `not-found`.
struct ReviewAtHand {
  review::v1::CaseFile file;
  std::string review;

  [[nodiscard]] const review::v1::ReviewFile& of() const;
};
[[nodiscard]] review::Result<ReviewAtHand> review_at_hand(Call& call);

}  // namespace reviewd
