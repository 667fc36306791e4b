#include <algorithm>

#include "reviewd/act/act.hpp"
#include "reviewd/settings/closure_change.hpp"
#include "reviewd/settings/settled_closures.hpp"

namespace reviewd {
namespace {

review::Result<Settled> closures_settle(Storage& storage, const review::Approval& approval) {
  return after_closures(storage.settled(), proposal_texts(approval), storage.desk().calendar());
}

review::Result<void> change_closures(Storage& storage, const review::Approval& approval, const std::string& by,
                                     review::Instant /*now*/) {
  auto settled = closures_settle(storage, approval);
  if (!settled) return review::refuse(settled.error());
  // On the day of the store, as entries are: what was known on a day of practice is asked by such days.
  return storage.settings().put(closures_setting, (*settled)[std::string(closures_setting)], by, storage.moment().now);
}

}  // namespace

Act change_closures_act() {
  return {
      "change-closures", "Change of the days off", {review::Right::approve_settings}, change_closures, closures_settle};
}

}  // namespace reviewd
