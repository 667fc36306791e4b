#include "libreview/alerts/addressees.hpp"

#include <algorithm>

#include "libreview/alerts/steps.hpp"
#include "libreview/vocabulary/record_name.hpp"

namespace review {
namespace {

using Sees = std::function<bool(const std::string&)>;

const Colleague* find(const std::vector<Colleague>& people, const std::string& person) {
  const auto found = std::ranges::find(people, person, &Colleague::person);
  return found == people.end() ? nullptr : &*found;
}

std::vector<const Colleague*> with_role(const std::vector<Colleague>& people, Role role, const Sees& sees) {
  std::vector<const Colleague*> found;
  for (const auto& one : people) {
    if (one.role == role && sees(one.person)) found.push_back(&one);
  }
  return found;
}

/// Whom it concerns, whether or not they are there and can be told.
std::vector<const Colleague*> concerned(const ToldOf& told, const std::vector<Colleague>& people, const Sees& sees) {
  auto found = with_role(people, Role::coordinator, sees);
  const auto add = [&](Role role) {
    for (const auto* one : with_role(people, role, sees)) found.push_back(one);
  };
  if (!has_members(told.record)) {
    add(Role::administrator);
    return found;
  }
  const auto of_case = [&](const Colleague* one) { return told.belonging.contains(one->person); };
  if (std::ranges::any_of(found, of_case)) std::erase_if(found, [&](const auto* one) { return !of_case(one); });
  const auto* owner = find(people, told.owner);
  if (owner != nullptr && sees(owner->person)) found.push_back(owner);
  if (is_escalated(told.step)) add(Role::chair);
  return found;
}

/// The first along the line of covers who is there, can be told and may see it; the person where nobody is.
const Colleague* there_for(const Colleague* person, const std::vector<Colleague>& people, const Sees& sees) {
  std::set<std::string> asked{person->person};
  for (const auto* one = person; one != nullptr && !one->cover.empty() && asked.insert(one->cover).second;) {
    one = find(people, one->cover);
    if (one != nullptr && one->cover.empty() && one->can_be_told && sees(one->person)) return one;
  }
  return person;
}

}  // namespace

std::set<std::string> addressees(const ToldOf& told, const std::vector<Colleague>& people, const Sees& sees) {
  std::set<std::string> all;
  if (told.record == mail_channel) return all;
  for (const auto* one : concerned(told, people, sees)) {
    const auto* there = there_for(one, people, sees);
    if (there->can_be_told) all.insert(there->person);
  }
  return all;
}

}  // namespace review
