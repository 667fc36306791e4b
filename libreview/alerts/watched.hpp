#pragma once

#include <string_view>
#include <vector>

#include "libreview/alerts/arm.hpp"

namespace review {

/// Everything that a watch can be made for: the names that `alerts.toml` may use, and must.
[[nodiscard]] const std::vector<std::string_view>& watch_names();

/// What a case is watched for:
/// `embargo-may-lift`     an embargo is in force and all proceedings that it hangs on have ended; the day of the last,
///                        or the day after the last one for an appeal, where that is known and later; not before the
///                        day on which the end, or the embargo, was recorded. One that names none hangs on all of the
///                        case and of the other cases of its reviews.
/// `publication-planned`  a report is planned to be published and is not yet; the planned day.
/// `publication-without-copy`
///                        the same day, while no advance copy of the accepted version has been sent, or it was sent
///                        later than the clock of the watch (`advance-copy`) allows for that day
/// `calendar-ends`        no case: the holiday data end in so many months (`calendar_ends`)
/// `channel-failing`      no case: a way of telling people does not work; the day on which that began
/// `delay-to-report`      the time to publish a review runs out while something holds publication, here or in another
///                        case of that review, and nobody was told of a delay since it began; the due day of
///                        `review-publish`. Who leads the review may have told it. Where it was told when publication
///                        is expected, the last day that this may mean: what still holds then is told again. A court
///                        order that ends before that day does not count, nor one that allows an anonymised report.
/// `joined` as `arms`.
[[nodiscard]] std::vector<Arm> watched(const v1::CaseFile& case_file, const std::vector<Line>& lines,
                                       const RuleBook& law, const std::vector<v1::CaseFile>& joined);

/// What the calendar is watched for: the days so many months before its last one, as `calendar-ends:12`. Of those that
/// have passed on `today` only the last.
[[nodiscard]] std::vector<Arm> calendar_ends(const Calendar& calendar, const RuleBook& law, Date today);

}  // namespace review
