#include "libreview/record/case_file.hpp"

#include <algorithm>

namespace review {
namespace {

/// The element whose name is `wanted`, or null.
template <class List, class Name>
auto* find_in(List& list, std::string_view wanted, Name name) {
  const auto found = std::find_if(list.begin(), list.end(), [&](const auto& one) { return name(one) == wanted; });
  return found == list.end() ? nullptr : &*found;
}

}  // namespace

void mark(v1::CaseFile& file, const v1::Entry& entry, std::string_view name, Mark what) {
  auto& milestone = *file.add_milestones();
  milestone.set_name(std::string(name));
  milestone.set_entry(entry.entry());
  milestone.set_on(what.on.empty() ? entry.occurred_on() : what.on);
  milestone.set_anchor(what.anchor);
  milestone.set_due_on(what.due_on);
  milestone.set_subject(what.subject);
  milestone.set_because(what.because);
}

#define REVIEW_FIND(function, Type, list, field)                                               \
  Type* function(v1::CaseFile& file, std::string_view name) {                                  \
    return find_in(*file.mutable_##list(), name, [](const Type& one) { return one.field(); }); \
  }
#define REVIEW_FIND_CONST(function, Type, list, field)                              \
  const Type* function(const v1::CaseFile& file, std::string_view name) {           \
    return find_in(file.list(), name, [](const Type& one) { return one.field(); }); \
  }

REVIEW_FIND(find_review, v1::ReviewFile, reviews, review)
REVIEW_FIND_CONST(find_review, v1::ReviewFile, reviews, review)
REVIEW_FIND(find_proceedings, v1::ProceedingsFile, proceedings, proceedings)
REVIEW_FIND_CONST(find_proceedings, v1::ProceedingsFile, proceedings, proceedings)
REVIEW_FIND(find_embargo, v1::EmbargoFile, embargoes, embargo)
REVIEW_FIND_CONST(find_embargo, v1::EmbargoFile, embargoes, embargo)
REVIEW_FIND(find_order, v1::OrderFile, orders, order)
REVIEW_FIND_CONST(find_order, v1::OrderFile, orders, order)
REVIEW_FIND(find_action, v1::ActionFile, actions, action)
REVIEW_FIND(find_meeting, v1::MeetingFile, meetings, meeting)
REVIEW_FIND_CONST(find_meeting, v1::MeetingFile, meetings, meeting)
REVIEW_FIND(find_child, v1::ChildFile, children, child)
REVIEW_FIND_CONST(find_child, v1::ChildFile, children, child)

#undef REVIEW_FIND
#undef REVIEW_FIND_CONST

const v1::DecisionFile* newest_outcome(const v1::CaseFile& file) {
  const v1::DecisionFile* newest = nullptr;
  for (const auto& decision : file.decisions()) {
    if (decision.outcome() != v1::OUTCOME_UNSPECIFIED && decision.kind() != "review-converted") newest = &decision;
  }
  return newest;
}

bool rapid_review_decided(const v1::CaseFile& file) {
  for (int i = file.decisions_before_notification(); i < file.decisions_size(); ++i) {
    if (file.decisions(i).kind() == "rapid-review-decided") return true;
  }
  return false;
}

const v1::DecisionFile* newest_decision(const v1::CaseFile& file, std::string_view kind) {
  const v1::DecisionFile* newest = nullptr;
  for (const auto& decision : file.decisions()) {
    if (decision.kind() == kind) newest = &decision;
  }
  return newest;
}

v1::DecisionFile& add_decision(v1::CaseFile& file, const v1::Entry& entry, std::string_view kind) {
  int version = 1;
  for (const auto& decision : file.decisions()) version += decision.kind() == kind ? 1 : 0;
  auto& decision = *file.add_decisions();
  decision.set_entry(entry.entry());
  decision.set_kind(std::string(kind));
  decision.set_decided_on(entry.has_decided_on() ? entry.decided_on() : entry.occurred_on());
  decision.mutable_decided_by()->CopyFrom(entry.decided_by());
  decision.set_version(version);
  return decision;
}

bool is_publishable(v1::Outcome outcome) {
  return outcome == v1::OUTCOME_LCSPR || outcome == v1::OUTCOME_THEMATIC_LCSPR;
}

bool is_review(v1::Outcome outcome) {
  return outcome != v1::OUTCOME_UNSPECIFIED && outcome != v1::OUTCOME_LEARNING_BRIEFING &&
         outcome != v1::OUTCOME_NO_FURTHER_REVIEW;
}

}  // namespace review
