#include "reviewd/act/act.hpp"

namespace reviewd {
namespace {

review::Result<void> change_role(Storage& storage, const review::Approval& approval, const std::string& by,
                                 review::Instant now) {
  auto texts = proposal_texts(approval);
  const auto person = approval.subject.substr(approval.subject.find('/') + 1);
  const auto changed = storage.accounts().change_role(person, texts["role"], texts["agency"], by, now);
  if (!changed) return review::refuse(changed.error());
  return {};
}

}  // namespace

Act change_role_act() {
  using enum review::Right;
  return {"change-role", "Change of role", {manage_access, approve_settings}, change_role, nullptr};
}

}  // namespace reviewd
