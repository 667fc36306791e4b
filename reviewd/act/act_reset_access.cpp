#include "reviewd/act/act.hpp"

namespace reviewd {
namespace {

/// Somebody waits for it: it is done on the same day, or asked for again.
constexpr std::chrono::hours life{24};

}  // namespace

/// The link is made by who proposed it, after it was approved. Whoever has it can choose the password, so that one
/// person alone could become another.
Act reset_access_act_row() {
  using enum review::Right;
  return {
      reset_access_act, "Reset of how somebody signs in", {manage_access, approve_settings}, nullptr, nullptr, life};
}

}  // namespace reviewd
