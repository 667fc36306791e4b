#pragma once

#include <string_view>
#include <vector>

#include "libreview/access/reader.hpp"
#include "libreview/calendar/date.hpp"
#include "review/v1/case_file.pb.h"

namespace review {

/// Told to who is not shown what speaks against a day because of somebody's life.
inline constexpr std::string_view days_of_life_are_for_named =
    "Birthdays and anniversaries of people in the case are shown only to those who are named for this publication: if "
    "you need to see them, ask a review coordinator to give you a step before publication.";

/// Whether the reader, who sees the case, is named for the publication of a review. Those are, whatever their role:
/// - whoever has a step before publication
/// - the reviewers
/// - whoever recorded the planned day
/// - the named readers of an embargo that is not lifted, in this case or in one that is reviewed with it
/// - the review coordinators who belong to the case
/// Steps, reviewers and day are those of the case that leads the review. `others` are the cases that are reviewed with
/// it. A program is never named.
[[nodiscard]] bool is_named_for_publication(const Reader& reader, const v1::CaseFile& file,
                                            const v1::ReviewFile& review, const std::vector<v1::CaseFile>& others,
                                            Date today);

/// Whether the reader, who sees the case, is shown what speaks against a day because of somebody's life: birthdays, and
/// anniversaries of the incident and of deaths. Those who are named; as long as no day is planned, whoever may plan one
/// in this case as well, so that the first to choose a day does not choose it blind.
[[nodiscard]] bool sees_days_of_life(const Reader& reader, const v1::CaseFile& file, const v1::ReviewFile& review,
                                     const std::vector<v1::CaseFile>& others, Date today);

}  // namespace review
