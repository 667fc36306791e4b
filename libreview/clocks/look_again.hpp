#pragma once

#include <map>
#include <string>

#include "libreview/calendar/calendar.hpp"
#include "libreview/law/rule_book.hpp"
#include "review/v1/case.pb.h"
#include "review/v1/case_file.pb.h"

namespace review {

/// By when somebody looks again whether an action made a difference, by the name of the action: the first ISO day that
/// waits, of complete actions only.
using LookAgainDays = std::map<std::string, std::string>;
[[nodiscard]] LookAgainDays look_again_days(const v1::CaseFile& file, const RuleBook& law, const Calendar& calendar);

/// Tells it with the action; nothing where no day waits.
void put_look_again(v1::Action& action, const LookAgainDays& days);

}  // namespace review
