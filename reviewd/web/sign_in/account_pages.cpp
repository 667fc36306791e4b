#include "libreview/access/role.hpp"
#include "reviewd/base/now.hpp"
#include "reviewd/identity/password_rule.hpp"
#include "reviewd/web/frame/page.hpp"
#include "reviewd/web/frame/session_cookie.hpp"
#include "reviewd/web/sign_in/account_view.hpp"
#include "reviewd/web/sign_in/proof.hpp"

namespace reviewd {
namespace {

constexpr std::chrono::days failures_shown{7};

std::string session_id(const PageCall& call) {
  const auto session = call.storage.sessions().look(session_of(call.request), now(std::nullopt).now);
  return session ? session->id : std::string();
}

Response account_page(PageCall& call) {
  const auto& person = call.visitor.person;
  const auto moment = now(std::nullopt).now;
  auto& storage = call.storage;
  const auto account = storage.accounts().find(person);
  return render(call, 200, "account",
                account_view({.person = person,
                              .role = call.visitor.role,
                              .has_password = account && !account->password.empty(),
                              .second_step = storage.second_factors().has(person),
                              .recovery_codes = storage.second_factors().recovery_codes_left(person),
                              .sessions = storage.sessions().list(person, moment),
                              .session = session_id(call),
                              .failed = storage.sign_ins().failures(person, moment - failures_shown),
                              .done = call.request.parameter("done").value_or(""),
                              .now = moment}));
}

Response password_page(PageCall& call) {
  return render(call, 200, "account_password", password_view(shortest_password_of(call.visitor.role), {}));
}

Response sign_out_elsewhere(PageCall& call) {
  const auto& person = call.visitor.person;
  const auto ended = call.storage.sessions().end_all(person, session_id(call), person, now(std::nullopt).now);
  return ended ? see_other("/account?done=signed-out") : Response{507};
}

Response show_confirm(PageCall& call) {
  return confirm_page(call, 200, call.request.parameter("then").value_or("/"), {}, "");
}

}  // namespace

std::vector<Page> account_pages() {
  return {
      {"GET", "/account", "accountPage", Use::read, account_page},
      {"GET", "/account/password", "passwordPage", Use::read, password_page},
      {"POST", "/account/sign-out-elsewhere", "signOutElsewhere", Use::write, sign_out_elsewhere},
      {"GET", "/confirm-it-is-you", "confirmPage", Use::read, show_confirm},
  };
}

}  // namespace reviewd
