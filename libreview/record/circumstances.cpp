#include "libreview/record/circumstances.hpp"

#include <algorithm>
#include <array>

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

v1::AbuseOrNeglect abuse_of(const v1::CaseFile& file, const v1::ChildFile& child) {
  return child.abuse_or_neglect() != v1::ABUSE_OR_NEGLECT_UNSPECIFIED ? child.abuse_or_neglect()
                                                                      : file.stated_abuse_or_neglect();
}

/// The weight of a word on abuse or neglect: the more, the graver.
int weight(v1::AbuseOrNeglect abuse) {
  static constexpr std::array rising = {v1::ABUSE_OR_NEGLECT_UNSPECIFIED,   v1::ABUSE_OR_NEGLECT_NOT_FOUND,
                                        v1::ABUSE_OR_NEGLECT_NOT_SUSPECTED, v1::ABUSE_OR_NEGLECT_DISPUTED,
                                        v1::ABUSE_OR_NEGLECT_SUSPECTED,     v1::ABUSE_OR_NEGLECT_FOUND,
                                        v1::ABUSE_OR_NEGLECT_KNOWN};
  return static_cast<int>(std::find(rising.begin(), rising.end(), abuse) - rising.begin());
}

/// A choice that a newer release gives may be unknown here: only what is said outweighs what is not.
bool is_graver(v1::Harm left, v1::Harm right) {
  return left != v1::HARM_UNSPECIFIED && (right == v1::HARM_UNSPECIFIED || left < right);
}

}  // namespace

v1::Harm harm_of(const v1::CaseFile& file, const v1::ChildFile& child) {
  return child.harm() != v1::HARM_UNSPECIFIED ? child.harm() : file.stated_harm();
}

std::set<std::string> notifiable_children(const v1::CaseFile& file) {
  std::set<std::string> names;
  for (const auto& child : file.children()) {
    if (is_grave(harm_of(file, child)) && is_suspicion(abuse_of(file, child))) names.insert(child.child());
  }
  return names;
}

bool is_notifiable(const v1::CaseFile& file) {
  if (!notifiable_children(file).empty()) return true;
  const auto& children = file.children();
  const bool each_has_its_own =
      !children.empty() && std::all_of(children.begin(), children.end(), has_facts_of_its_own);
  if (each_has_its_own && !file.restated()) return false;
  return is_grave(file.stated_harm()) && is_suspicion(file.stated_abuse_or_neglect());
}

void state_facts(v1::CaseFile& file, v1::Harm harm, v1::AbuseOrNeglect abuse) {
  if (harm != v1::HARM_UNSPECIFIED) file.set_stated_harm(harm);
  if (abuse != v1::ABUSE_OR_NEGLECT_UNSPECIFIED) file.set_stated_abuse_or_neglect(abuse);
}

void change_facts(v1::CaseFile& file, const v1::CircumstancesChanged& change) {
  take_children(file, change.children());
  if (file.children_size() == 1) {
    for (const auto& child : change.children()) state_facts(file, child.harm(), child.abuse_or_neglect());
  }
  state_facts(file, change.harm(), change.abuse_or_neglect());
  if (!change.children().empty()) {
    file.set_restated(false);
  } else if (file.children_size() == 1) {
    auto& only = *file.mutable_children(0);
    if (change.has_harm()) only.set_harm(change.harm());
    if (change.has_abuse_or_neglect()) only.set_abuse_or_neglect(change.abuse_or_neglect());
  } else if (change.has_harm() || change.has_abuse_or_neglect()) {
    file.set_restated(true);
  }
}

bool brings_suspicion(const v1::CircumstancesChanged& change) {
  if (is_grave(change.harm()) || is_suspicion(change.abuse_or_neglect())) return true;
  return std::any_of(change.children().begin(), change.children().end(), [](const v1::Child& child) {
    return is_grave(child.harm()) || is_suspicion(child.abuse_or_neglect());
  });
}

void carry_gravest(v1::CaseFile& file) {
  auto harm = file.stated_harm();
  auto abuse = file.stated_abuse_or_neglect();
  for (const auto& child : file.children()) {
    if (is_graver(child.harm(), harm)) harm = child.harm();
    if (weight(child.abuse_or_neglect()) > weight(abuse)) abuse = child.abuse_or_neglect();
  }
  file.set_harm(harm);
  file.set_abuse_or_neglect(abuse);
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
                      : entry.has_case_brought_in()       ? entry.case_brought_in().children()
                                                          : google::protobuf::RepeatedPtrField<v1::Child>();
  for (auto& child : *file.mutable_children()) {
    const bool died = harm_of(file, child) == v1::HARM_DEATH || !child.died_on().empty();
    if (!died || child.death_duty_started()) continue;
    const bool looked_after = child.looked_after();
    if (!looked_after && !child.care_leaver()) continue;
    std::string on = known_on;
    for (const auto& from : given) {
      if (from.child() == child.child() && from.has_status_known_on()) on = from.status_known_on();
    }
    child.set_death_duty_started(true);
    mark(file, entry, looked_after ? "looked-after-death-known" : "care-leaver-death-known",
         {.on = on,
          .subject = child.child(),
          .age = child.has_age_years() ? std::optional<int>(child.age_years()) : std::nullopt});
  }
}

}  // namespace review
