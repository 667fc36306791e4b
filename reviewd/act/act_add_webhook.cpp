#include "reviewd/act/act.hpp"

namespace reviewd {
namespace {

/// What the address gets was looked at for now. Who adds it later asks again.
constexpr std::chrono::hours webhook_life = std::chrono::days{7};

}  // namespace

/// The webhook is added by who proposed it, after it was approved: its secret is shown to nobody else.
Act add_webhook_act_row() {
  using enum review::Right;
  return {add_webhook_act, "Webhook", {manage_access, approve_settings}, nullptr, nullptr, webhook_life};
}

}  // namespace reviewd
