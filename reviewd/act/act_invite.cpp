#include "reviewd/act/act.hpp"

namespace reviewd {
namespace {

/// As long as the invitation itself lives.
constexpr std::chrono::hours invite_life = review::invitation_life;

}  // namespace

/// The link is made by who proposed it, after it was approved, and shown to nobody else; its code is shown to who
/// approved.
Act invite_act_row() {
  using enum review::Right;
  return {invite_act, "Invitation", {manage_access, approve_settings}, nullptr, nullptr, invite_life, nullptr,
          nullptr,    true};
}

}  // namespace reviewd
