#include "reviewd/web/sign_in/second_step.hpp"

#include "reviewd/base/now.hpp"
#include "reviewd/identity/totp.hpp"

namespace reviewd {

bool needs_second_step(review::Role role) {
  return role == review::Role::administrator || role == review::Role::coordinator ||
         role == review::Role::information_governance;
}

bool must_set_up_second_step(Storage& storage, const review::Account& account) {
  if (storage.store().practice() || account.password.empty()) return false;
  const auto role = review::find_role(account.role);
  return role && needs_second_step(*role) && !storage.second_factors().has(account.person);
}

bool use_code(Storage& storage, const std::string& person, const std::string& typed) {
  const auto factor = storage.second_factors().find(person);
  if (!factor || !factor->confirmed) return false;
  const auto moment = now(std::nullopt).now;
  if (const auto secret = storage.secret_box().open(factor->sealed, person)) {
    if (const auto step = totp_step_of(typed, *secret, moment, factor->last_step)) {
      return storage.second_factors().use_step(person, *step).value_or(false);
    }
  }
  return storage.second_factors().use_recovery_code(person, typed, moment).value_or(false);
}

}  // namespace reviewd
