#pragma once

#include <set>
#include <string>

#include "review/v1/case_file.pb.h"
#include "review/v1/entries.pb.h"

namespace review {

/// The harm to a child of the case: what was said of the child, else what was said of the incident itself, which need
/// not be the gravest harm of the case.
[[nodiscard]] v1::Harm harm_of(const v1::CaseFile& file, const v1::ChildFile& child);

/// Whether the facts make the incident notifiable: a child died or was seriously harmed, and abuse or neglect of that
/// child is known or suspected. A disputed cause is a suspicion. What is not said of a child is as said of the
/// incident; the incident as a whole counts too, unless both facts are given for each child. Children Act 2004 s16C.
[[nodiscard]] bool is_notifiable(const v1::CaseFile& file);

/// The children whose own facts, filled up with those of the incident, make the incident notifiable.
[[nodiscard]] std::set<std::string> notifiable_children(const v1::CaseFile& file);

/// Sets what is said of the incident itself, where it is given.
void state_facts(v1::CaseFile& file, v1::Harm harm, v1::AbuseOrNeglect abuse);

/// Takes over what a change says of the incident and its children. Of an only child the two are one.
void change_facts(v1::CaseFile& file, const v1::CircumstancesChanged& change);

/// Whether a change speaks of harm or suspicion at all, rather than of a plan or a status.
[[nodiscard]] bool brings_suspicion(const v1::CircumstancesChanged& change);

/// The incident carries the gravest facts of what was said of it and of its children.
void carry_gravest(v1::CaseFile& file);

/// Takes over what an entry says of children; children that the case has keep what is not said anew.
void take_children(v1::CaseFile& file, const google::protobuf::RepeatedPtrField<v1::Child>& children);

/// Leaves the milestones of a looked-after child's or a care leaver's death, each for its child, once the death and the
/// status are both known. Of care leavers only those who were not yet 25: the guidance ends with that birthday.
/// `known_on` is the day they were, where the child's facts do not say.
void mark_deaths(v1::CaseFile& file, const v1::Entry& entry, const std::string& known_on);

}  // namespace review
