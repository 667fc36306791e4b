#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "libreview/store/system_random.hpp"
#include "reviewd/base/slow_work.hpp"
#include "reviewd/identity/oidc/pending_sign_ons.hpp"
#include "reviewd/identity/oidc/provider.hpp"

namespace reviewd {

/// Single sign-on: the code flow of OpenID Connect with PKCE, state and nonce, on threads of its own, so that a
/// provider that is slow keeps nobody waiting who signs in with a password.
class SignOn {
 public:
  /// Where a browser is sent, and what it keeps meanwhile.
  struct Begun {
    std::string address;
    std::string cookie;
  };
  /// What a browser brings back.
  struct Back {
    std::string cookie;
    std::string state;
    std::string code;    ///< empty: the provider did not sign the person on
    std::string issuer;  ///< empty: not said
  };
  /// Who came back, and what for.
  struct Done {
    SignedOn who;
    SignOnGoal goal;
  };

  /// `refused` is told why somebody was not signed on, in fixed words that hold nothing of a token.
  SignOn(SignOnConfig config, std::function<void(std::string_view)> refused);
  ~SignOn();
  SignOn(const SignOn&) = delete;
  SignOn& operator=(const SignOn&) = delete;

  /// The words on the button.
  [[nodiscard]] const std::string& words() const { return config_.words; }
  /// Begins a sign-on. `tell` is called once, on any thread.
  void begin(SignOnGoal goal, std::function<void(review::Result<Begun>)> tell);
  /// Ends it.
  void finish(Back back, std::function<void(review::Result<Done>)> tell);

 private:
  [[nodiscard]] review::Result<Begun> begun(const SignOnGoal& goal);
  [[nodiscard]] review::Result<Done> done(const Back& back);

  SignOnConfig config_;
  std::function<void(std::string_view)> refused_;
  review::SystemRandom random_;
  PendingSignOns pending_{random_};
  Provider provider_;
  SlowWork slow_;  // last: its threads use the others
};

}  // namespace reviewd
