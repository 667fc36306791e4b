#include "reviewd/act/act.hpp"

namespace reviewd {
namespace {

/// As long as the invitation itself lives.
constexpr std::chrono::hours life = review::invitation_life;

}  // namespace

/// The link is made by who proposed it, after it was approved: it is shown to nobody else.
Act invite_act_row() {
  using enum review::Right;
  return {invite_act, "Invitation", {manage_access, approve_settings}, nullptr, nullptr, life};
}

}  // namespace reviewd
