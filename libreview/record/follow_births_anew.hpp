#pragma once

#include <string>

#include "review/v1/entries.pb.h"

namespace review {

/// Takes an age that is as before out of a replacement, where in what it replaces the age followed from the birth: it
/// then follows from what the replacement tells (see `fill_age`). A form of a correction has every answer in it, so
/// whoever corrects a date of birth sends the old age too. An age that somebody told stays, and so does one that is
/// sent without a birth.
/// `incident_on`: of the case before the entry; an incident tells its own.
void follow_births_anew(v1::Entry& replacement, const v1::Entry& replaced, const std::string& incident_on);

}  // namespace review
