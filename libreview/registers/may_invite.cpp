#include "libreview/registers/may_invite.hpp"

#include "libreview/registers/people.hpp"

namespace review {

Result<void> may_invite(Accounts& accounts, const std::string& person, const std::string& role,
                        const std::string& agency) {
  if (!is_person(person)) return refuse(not_a_person());
  if (role.empty()) return refuse(Code::malformed, "Say which role the person has.");
  const auto known = accounts.find(person);
  if (!known || (known->role == role && (agency.empty() || known->agency == agency))) return {};
  return refuse(Code::second_person_required,
                "This person has an account with another role or agency. One person proposes the change of role, "
                "and another approves it. Invite them again after that.");
}

}  // namespace review
