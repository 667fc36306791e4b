#pragma once

#include <set>
#include <string>
#include <vector>

#include "libreview/base/result.hpp"
#include "libreview/calendar/date.hpp"
#include "libreview/law/rule_book.hpp"
#include "review/v1/case_file.pb.h"

namespace review {

/// The holds of the law that are in force on the day: what they are about is to be kept. The record does not say what a
/// case is about, so people do.
[[nodiscard]] std::vector<LegalHold> legal_holds(const RuleBook& law, Date today);

/// What keeps the case whole whatever anybody says: proceedings that are open, also those that do not hold publication,
/// and court orders that have not ended.
[[nodiscard]] std::vector<Held> keeps_whole(const v1::CaseFile& file, Date today);

/// Whether anything of these cases, one and those joined with it, may be erased: `not-in-this-stage` while something
/// keeps one of them whole; `reasons-required` while a hold of the law is in force of which `not_touched` does not say
/// that the record does not touch on it.
[[nodiscard]] Result<void> may_be_erased(const std::vector<v1::CaseFile>& files, const RuleBook& law,
                                         const std::set<std::string>& not_touched, Date today);

}  // namespace review
