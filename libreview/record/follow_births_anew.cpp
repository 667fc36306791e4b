#include "libreview/record/follow_births_anew.hpp"

#include <algorithm>
#include <tuple>

#include "libreview/record/fill_age.hpp"

namespace review {
namespace {

using ChildrenTold = google::protobuf::RepeatedPtrField<v1::Child>;

bool is_of_same_age(const v1::Child& one, const v1::Child& other) {
  const auto age = [](const v1::Child& child) {
    return std::tuple(child.has_age_years(), child.age_years(), child.has_age_weeks(), child.age_weeks());
  };
  return age(one) == age(other);
}

bool has_age_of_birth(const v1::Child& child, const std::string& incident_on) {
  if (!child.has_age_years()) return false;
  auto born = child;
  born.clear_age_years();
  born.clear_age_weeks();
  fill_age(born, nullptr, incident_on);
  return is_of_same_age(born, child);
}

void follow_each(ChildrenTold& children, const ChildrenTold& replaced, const std::string& incident_on) {
  for (int i = 0; i < children.size(); ++i) {
    auto& child = children[i];
    const auto was = child.has_child() ? std::ranges::find(replaced, child.child(), &v1::Child::child)
                                       : replaced.begin() + std::min(i, replaced.size());
    if (!child.has_born_on() || was == replaced.end() || !is_of_same_age(child, *was) ||
        !has_age_of_birth(*was, incident_on))
      continue;
    child.clear_age_years();
    child.clear_age_weeks();
  }
}

}  // namespace

void follow_births_anew(v1::Entry& replacement, const v1::Entry& replaced, const std::string& incident_on) {
  if (replacement.has_incident_logged()) {
    const auto& was = replaced.incident_logged();
    follow_each(*replacement.mutable_incident_logged()->mutable_children(), was.children(), was.incident_on());
  } else if (replacement.has_circumstances_changed()) {
    follow_each(*replacement.mutable_circumstances_changed()->mutable_children(),
                replaced.circumstances_changed().children(), incident_on);
  }
}

}  // namespace review
