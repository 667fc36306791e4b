#include "reviewd/act/act.hpp"

namespace reviewd {

/// The token is made by who proposed it, after it was approved: the secret is shown to nobody else.
Act issue_token_act_row() {
  using enum review::Right;
  return {issue_token_act, "Access key", {manage_access, approve_settings}, nullptr, nullptr};
}

}  // namespace reviewd
