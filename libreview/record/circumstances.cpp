#include "libreview/record/circumstances.hpp"

#include <algorithm>

#include "libreview/record/case_file.hpp"

namespace review {
namespace {

bool is_grave(v1::Harm harm) { return harm == v1::HARM_DEATH || harm == v1::HARM_SERIOUS_HARM; }

bool is_suspicion(v1::AbuseOrNeglect abuse) {
  switch (abuse) {
    case v1::ABUSE_OR_NEGLECT_KNOWN:
    case v1::ABUSE_OR_NEGLECT_SUSPECTED:
    case v1::ABUSE_OR_NEGLECT_DISPUTED:
    case v1::ABUSE_OR_NEGLECT_FOUND:
      return true;
    default:
      return false;
  }
}

bool has_facts_of_its_own(const v1::ChildFile& child) {
  return child.harm() != v1::HARM_UNSPECIFIED && child.abuse_or_neglect() != v1::ABUSE_OR_NEGLECT_UNSPECIFIED;
}

}  // namespace

bool is_notifiable(const v1::CaseFile& file) {
  const auto& children = file.children();
  if (!children.empty() && std::all_of(children.begin(), children.end(), has_facts_of_its_own)) {
    return std::any_of(children.begin(), children.end(), [](const v1::ChildFile& child) {
      return is_grave(child.harm()) && is_suspicion(child.abuse_or_neglect());
    });
  }
  return is_grave(file.harm()) && is_suspicion(file.abuse_or_neglect());
}

void take_children(v1::CaseFile& file, const google::protobuf::RepeatedPtrField<v1::Child>& children) {
  for (const auto& from : children) {
    auto* child = find_child(file, from.child());
    if (child == nullptr) {
      child = file.add_children();
      child->set_child(from.child());
      child->set_pseudonym(from.child());
    }
    if (from.has_pseudonym()) child->set_pseudonym(from.pseudonym());
    if (from.has_age_years()) child->set_age_years(from.age_years());
    if (from.has_age_weeks()) child->set_age_weeks(from.age_weeks());
    if (from.has_unborn()) child->set_unborn(from.unborn());
    if (from.has_harm()) child->set_harm(from.harm());
    if (from.has_died_on()) child->set_died_on(from.died_on());
    if (from.has_abuse_or_neglect()) child->set_abuse_or_neglect(from.abuse_or_neglect());
    if (from.has_looked_after()) child->set_looked_after(from.looked_after());
    if (from.has_care_leaver()) child->set_care_leaver(from.care_leaver());
    if (from.has_plan()) child->set_plan(from.plan());
    if (from.has_responsible_authority()) child->set_responsible_authority(from.responsible_authority());
    if (from.has_sibling_of()) child->set_sibling_of(from.sibling_of());
  }
}

void mark_deaths(v1::CaseFile& file, const v1::Entry& entry, const std::string& known_on) {
  const auto& given = entry.has_incident_logged()         ? entry.incident_logged().children()
                      : entry.has_circumstances_changed() ? entry.circumstances_changed().children()
                                                          : google::protobuf::RepeatedPtrField<v1::Child>();
  for (auto& child : *file.mutable_children()) {
    const bool died = child.harm() == v1::HARM_DEATH || !child.died_on().empty() ||
                      (child.harm() == v1::HARM_UNSPECIFIED && file.harm() == v1::HARM_DEATH);
    if (!died || child.death_duty_started()) continue;
    const bool looked_after = child.looked_after();
    if (!looked_after && !child.care_leaver()) continue;
    std::string on = known_on;
    for (const auto& from : given) {
      if (from.child() == child.child() && from.has_status_known_on()) on = from.status_known_on();
    }
    child.set_death_duty_started(true);
    mark(file, entry, looked_after ? "looked-after-death-known" : "care-leaver-death-known", {.on = on});
  }
}

}  // namespace review
