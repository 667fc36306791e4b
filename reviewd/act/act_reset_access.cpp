#include "reviewd/act/act.hpp"

namespace reviewd {
namespace {

/// Somebody waits for it: it is done on the same day, or asked for again.
constexpr std::chrono::hours reset_life{24};

}  // namespace

/// The link is made by who proposed it, after it was approved; its code is shown to who approved. Whoever had both
/// could choose the password, so that one person alone could become another.
Act reset_access_act_row() {
  using enum review::Right;
  return {reset_access_act,
          "Reset of how somebody signs in",
          {manage_access, approve_settings},
          nullptr,
          nullptr,
          reset_life,
          nullptr,
          nullptr,
          true};
}

}  // namespace reviewd
