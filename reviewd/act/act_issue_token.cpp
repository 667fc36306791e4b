#include "reviewd/act/act.hpp"

namespace reviewd {
namespace {

/// What the key opens was looked at for now. Who makes it later asks again.
constexpr std::chrono::hours token_life = std::chrono::days{7};

}  // namespace

/// The token is made by who proposed it, after it was approved: the secret is shown to nobody else.
Act issue_token_act_row() {
  using enum review::Right;
  return {issue_token_act, "Access key", {manage_access, approve_settings}, nullptr, nullptr, token_life};
}

}  // namespace reviewd
