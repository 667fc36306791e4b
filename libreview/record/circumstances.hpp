#pragma once

#include <string>

#include "review/v1/case_file.pb.h"
#include "review/v1/entries.pb.h"

namespace review {

/// Whether the facts make the incident notifiable: a child died or was seriously harmed, and abuse or neglect of that
/// child is known or suspected. A disputed cause is a suspicion. Children Act 2004 s16C.
[[nodiscard]] bool is_notifiable(const v1::CaseFile& file);

/// Takes over what an entry says of children; children that the case has keep what is not said anew.
void take_children(v1::CaseFile& file, const google::protobuf::RepeatedPtrField<v1::Child>& children);

/// Leaves the milestones of a looked-after child's or a care leaver's death once the death and the status are both
/// known. `known_on` is the day they were, where the child's facts do not say.
void mark_deaths(v1::CaseFile& file, const v1::Entry& entry, const std::string& known_on);

}  // namespace review
