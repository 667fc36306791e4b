#pragma once

#include <string>

#include "review/v1/case_file.pb.h"
#include "review/v1/entries.pb.h"

namespace review {

/// Tells the age of a child of whom only the birth is given, as far as the days leave no doubt: a date of birth is
/// sealed, and what counts or shows ages does not read it. It is the age on the day of the incident, in weeks too for a
/// baby where both days are whole. Of a care leaver who died it is the age at death, because the duty to tell of it
/// ends with a birthday.
/// An age that is told stays, here or in what the case knows of the child (`known`, null where that is nothing); so
/// does that the child was unborn. `incident_on` is whole, partial or empty.
void fill_age(v1::Child& child, const v1::ChildFile* known, const std::string& incident_on);

}  // namespace review
