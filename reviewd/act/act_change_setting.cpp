#include "reviewd/act/act.hpp"
#include "reviewd/settings/partnership_settings.hpp"

namespace reviewd {
namespace {

std::string setting_of(const review::Approval& approval) {
  return approval.subject.substr(approval.subject.find('/') + 1);
}

review::Result<Settled> setting_settles(Storage& storage, const review::Approval& approval) {
  auto settled = storage.settled();
  const auto value = proposal_texts(approval)["value"];
  const auto name = setting_of(approval);
  settled.erase(name);
  if (!value.empty()) settled[name] = value;
  return settled;
}

review::Result<void> change_setting(Storage& storage, const review::Approval& approval, const std::string& by,
                                    review::Instant /*now*/) {
  // Since it was proposed, another setting may have changed: what would hold then is looked at once more.
  const auto settled = setting_settles(storage, approval);
  if (!settled) return review::refuse(settled.error());
  if (const auto holds = checked_in_force(storage.config(), *settled); !holds) return review::refuse(holds.error());
  // On the day of the store, as entries are: what was known on a day of practice is asked by such days.
  return storage.settings().put(setting_of(approval), proposal_texts(approval)["value"], by, storage.moment().now);
}

}  // namespace

Act change_setting_act() {
  return {"change-setting", "Change of a setting", {review::Right::approve_settings}, change_setting, setting_settles};
}

}  // namespace reviewd
