#include "libreview/record/case_file.hpp"

#include <algorithm>

namespace review {
namespace {

/// The element whose name is `wanted`, or null.
template <class List, class Object>
auto named(List& list, std::string_view wanted, const std::string& (Object::*name)() const) {
  const auto found = std::find_if(list.begin(), list.end(), [&](const Object& one) { return (one.*name)() == wanted; });
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
  if (what.age) milestone.set_age(*what.age);
}

v1::ReviewFile* find_review(v1::CaseFile& file, std::string_view name) {
  return named(*file.mutable_reviews(), name, &v1::ReviewFile::review);
}
const v1::ReviewFile* find_review(const v1::CaseFile& file, std::string_view name) {
  return named(file.reviews(), name, &v1::ReviewFile::review);
}
v1::ProceedingsFile* find_proceedings(v1::CaseFile& file, std::string_view name) {
  return named(*file.mutable_proceedings(), name, &v1::ProceedingsFile::proceedings);
}
const v1::ProceedingsFile* find_proceedings(const v1::CaseFile& file, std::string_view name) {
  return named(file.proceedings(), name, &v1::ProceedingsFile::proceedings);
}
v1::EmbargoFile* find_embargo(v1::CaseFile& file, std::string_view name) {
  return named(*file.mutable_embargoes(), name, &v1::EmbargoFile::embargo);
}
const v1::EmbargoFile* find_embargo(const v1::CaseFile& file, std::string_view name) {
  return named(file.embargoes(), name, &v1::EmbargoFile::embargo);
}
v1::OrderFile* find_order(v1::CaseFile& file, std::string_view name) {
  return named(*file.mutable_orders(), name, &v1::OrderFile::order);
}
const v1::OrderFile* find_order(const v1::CaseFile& file, std::string_view name) {
  return named(file.orders(), name, &v1::OrderFile::order);
}
v1::ActionFile* find_action(v1::CaseFile& file, std::string_view name) {
  return named(*file.mutable_actions(), name, &v1::ActionFile::action);
}
const v1::ActionFile* find_action(const v1::CaseFile& file, std::string_view name) {
  return named(file.actions(), name, &v1::ActionFile::action);
}
v1::RecommendationFile* find_recommendation(v1::CaseFile& file, std::string_view name) {
  return named(*file.mutable_recommendations(), name, &v1::RecommendationFile::recommendation);
}
const v1::RecommendationFile* find_recommendation(const v1::CaseFile& file, std::string_view name) {
  return named(file.recommendations(), name, &v1::RecommendationFile::recommendation);
}
v1::Product* find_product(v1::CaseFile& file, std::string_view name) {
  return named(*file.mutable_products(), name, &v1::Product::product);
}
const v1::Product* find_product(const v1::CaseFile& file, std::string_view name) {
  return named(file.products(), name, &v1::Product::product);
}
v1::MeetingFile* find_meeting(v1::CaseFile& file, std::string_view name) {
  return named(*file.mutable_meetings(), name, &v1::MeetingFile::meeting);
}
const v1::MeetingFile* find_meeting(const v1::CaseFile& file, std::string_view name) {
  return named(file.meetings(), name, &v1::MeetingFile::meeting);
}
v1::ChildFile* find_child(v1::CaseFile& file, std::string_view name) {
  return named(*file.mutable_children(), name, &v1::ChildFile::child);
}
const v1::ChildFile* find_child(const v1::CaseFile& file, std::string_view name) {
  return named(file.children(), name, &v1::ChildFile::child);
}

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
