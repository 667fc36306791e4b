#include "reviewd/identity/oidc/sign_on.hpp"

#include <fmt/format.h>

#include "reviewd/base/now.hpp"
#include "reviewd/http/percent.hpp"

namespace reviewd {
namespace {

using review::Code;
using review::refuse;
using review::Result;

}  // namespace

SignOn::SignOn(SignOnConfig config, std::function<void(std::string_view)> refused)
    : config_(std::move(config)), refused_(std::move(refused)), provider_(config_) {}

SignOn::~SignOn() { provider_.stop(); }

Result<SignOn::Begun> SignOn::begun(const SignOnGoal& goal) {
  const auto endpoint = provider_.authorization_endpoint();
  if (!endpoint) return refuse(endpoint.error());
  const auto pending = pending_.begin(goal, PendingSignOns::Clock::now());
  return Begun{fmt::format("{}?response_type=code&scope=openid&client_id={}&redirect_uri={}&state={}&nonce={}"
                           "&code_challenge={}&code_challenge_method=S256{}",
                           *endpoint, percent_encoded(config_.client),
                           percent_encoded(config_.address + "/sign-in/council/return"), pending.state, pending.nonce,
                           challenge_of(pending.verifier), goal.is_proof() ? "&prompt=login&max_age=0" : ""),
               pending.cookie};
}

Result<SignOn::Done> SignOn::done(const Back& back) {
  const auto pending = pending_.take(back.cookie, back.state, PendingSignOns::Clock::now());
  if (!pending) return refuse(Code::unauthenticated, "No sign-on of this browser waits for the answer.");
  if (back.code.empty()) return refuse(Code::unauthenticated, "The provider did not sign the person on.");
  const auto& goal = pending->goal;
  const auto since = goal.is_proof() ? std::optional(goal.asked) : std::nullopt;
  auto who =
      provider_.redeem({back.code, back.issuer, pending->verifier, pending->nonce, since}, now(std::nullopt).now);
  if (!who) return refuse(who.error());
  return Done{std::move(*who), goal};
}

void SignOn::begin(SignOnGoal goal, std::function<void(Result<Begun>)> tell) {
  const auto work = [this, goal = std::move(goal), tell] {
    auto result = begun(goal);
    if (!result) refused_(result.error().says);
    tell(std::move(result));
  };
  if (!slow_.add(work)) tell(refuse(Code::busy, "Many people are signing in."));
}

void SignOn::finish(Back back, std::function<void(Result<Done>)> tell) {
  const auto work = [this, back = std::move(back), tell] {
    auto result = done(back);
    if (!result) refused_(result.error().says);
    tell(std::move(result));
  };
  if (!slow_.add(work)) tell(refuse(Code::busy, "Many people are signing in."));
}

}  // namespace reviewd
