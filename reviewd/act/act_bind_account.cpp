#include "reviewd/act/act.hpp"
#include "reviewd/delivery/tell_of_access.hpp"

namespace reviewd {
namespace {

/// From now on whoever has that account elsewhere comes in as the person: so the person is told.
review::Result<void> bind_account(Storage& storage, const review::Approval& approval, const std::string& by,
                                  review::Instant now) {
  auto texts = proposal_texts(approval);
  const auto person = approval.subject.substr(approval.subject.find('/') + 1);
  const auto bound = storage.sign_on_identities().bind(person, {texts["issuer"], texts["subject"]}, by, now);
  if (!bound) return review::refuse(bound.error());
  return tell_of_access(storage, person, NewAccess::other_account);
}

}  // namespace

Act bind_account_act_row() {
  using enum review::Right;
  return {bind_account_act, "Account of another provider", {manage_access, approve_settings}, bind_account, nullptr};
}

}  // namespace reviewd
