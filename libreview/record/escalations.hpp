#pragma once

#include "review/v1/actions_file.pb.h"
#include "review/v1/entries.pb.h"

namespace review {

/// What somebody says of an action answers every escalation of it that still waits, from the day it was raised on.
void answer_escalations(v1::ActionFile& action, const v1::Entry& entry);

}  // namespace review
