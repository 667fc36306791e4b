#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "review/v1/case_file.pb.h"
#include "review/v1/common.pb.h"
#include "reviewd/api/call.hpp"

namespace reviewd {

/// A report that was published, as the register has it.
struct Published {
  std::string case_id;
  const review::v1::ReviewFile* review;
  std::string title;                  ///< in words that the public may read; empty where none was given
  std::string address;                ///< where it is, or was
  std::optional<review::Date> until;  ///< kept at least until; nothing where the law or the holidays do not reach
  std::vector<review::v1::Despite> despite{};  ///< the rules that it was recorded despite, with why
  std::string_view about{};                    ///< after `a review about`: worded by what proceedings found
};

/// Whether the role plans a publication, or decides on it: those whom what speaks against a day is shown to.
[[nodiscard]] bool plans_publications(const review::Reader& reader);

/// Puts in a case, for the register, what is out of each of its reports: as long as a new version can be recalled, that
/// is the one whose place it takes.
void put_what_is_out(Call& call, review::v1::CaseFile& file);
/// Whether a review of a case stands in the register: past the time in which it could be recalled, taken down since or
/// not. A case that is led by another has none of its own.
[[nodiscard]] bool is_in_register(const Call& call, const review::v1::ReviewFile& review);
/// What the register says of a review, also while it can be recalled. It points into the review.
[[nodiscard]] Published published_of(Call& call, const review::v1::CaseFile& file,
                                     const review::v1::ReviewFile& review);

/// The case and the review of the address, for a role that reads what a case is about: `not-permitted`, `not-found`.
struct ReviewAtHand {
  review::v1::CaseFile file;
  std::string review;

  [[nodiscard]] const review::v1::ReviewFile& of() const;
};
[[nodiscard]] review::Result<ReviewAtHand> review_at_hand(Call& call);
/// The same, for a review that the address does not name so.
[[nodiscard]] review::Result<ReviewAtHand> review_at_hand(Call& call, const std::string& review);

}  // namespace reviewd
