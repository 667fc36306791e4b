#include "reviewd/base/now.hpp"
#include "reviewd/identity/password_rule.hpp"
#include "reviewd/web/frame/is_proved.hpp"
#include "reviewd/web/frame/render.hpp"
#include "reviewd/web/frame/session_cookie.hpp"
#include "reviewd/web/sign_in/account_view.hpp"
#include "reviewd/web/sign_in/asked.hpp"
#include "reviewd/web/sign_in/proof.hpp"
#include "reviewd/web/sign_in/site.hpp"
#include "reviewd/web/sign_in/wait_page.hpp"

namespace reviewd {
namespace {

/// What is wrong with the new password; empty if nothing is.
PasswordFaults faults_of(const NameValues& form, const std::string& person, std::size_t shortest) {
  PasswordFaults faults;
  const auto password = value_of(form, "password");
  if (const auto fit = check_password(password, person, shortest); !fit) {
    faults.fresh = fit.error().says;
  } else if (value_of(form, "again") != password) {
    faults.again = "The two passwords differ. Type the same one twice.";
  } else if (value_of(form, "old") == password) {
    faults.fresh = "This is the password that you have. Choose another one.";
  }
  return faults;
}

Response changed(Storage& storage, const std::string& person, const std::string& line, const std::string& old,
                 const std::string& fresh) {
  const auto moment = now(std::nullopt).now;
  const auto session = storage.sessions().look(line, moment);
  if (!session) return see_other("/sign-in");
  if (const auto done = storage.accounts().change_password(person, old, fresh, moment); !done) {
    return done.error().code == review::Code::stale ? see_other("/account/password") : Response{507};
  }
  const auto renewed = storage.sessions().prove(line, moment);
  if (!renewed || !storage.sessions().end_all(person, session->id, person, moment)) return Response{507};
  auto response = see_other("/account?done=password");
  set_session(response, *renewed);
  return response;
}

}  // namespace

void Site::change_password(const Shared& asked) {
  const auto form_again = [this, asked](int status, const PasswordFaults& faults) {
    read(asked, [this, asked, status, faults](Storage& storage) {
      return for_known(storage, *asked, [&](PageCall& call, const Known& who) {
        return render(call, status, "account_password", password_view(shortest_password_of(who.role), faults));
      });
    });
  };
  const auto work = [this, asked, form_again](const Known& who, const SignInTry& attempt) {
    if (!passwords_.is(value_of(asked->form, "old"), who.account.password)) {
      return form_again(403, {.old = "This is not the password that you have now."});
    }
    gate_.right(attempt);
    const auto fresh = passwords_.digest(value_of(asked->form, "password"));
    write(asked, [who, fresh](Storage& storage) {
      return changed(storage, who.account.person, who.line, who.account.password, fresh);
    });
  };
  slowly(asked, [this, asked, work](PageCall& call, const Known& who) -> std::optional<Response> {
    const auto shortest = shortest_password_of(who.role);
    const auto again = [&](int status, const PasswordFaults& faults) {
      return render(call, status, "account_password", password_view(shortest, faults));
    };
    if (!is_proved(call)) return see_other("/confirm-it-is-you?then=/account/password");
    if (const auto faults = faults_of(asked->form, who.account.person, shortest); faults.any()) {
      return again(400, faults);
    }
    const auto attempt = attempt_of(who, call);
    const auto old_again = [&](int status, const std::string& fault) { return again(status, {.old = fault}); };
    if (const auto wait = gate_.begin(attempt, SignInGate::Instant::clock::now()); wait.count() > 0) {
      return wait_page(old_again, wait);
    }
    if (!slow_.add([work, who, attempt] { work(who, attempt); })) {
      return old_again(503, "Many people are signing in. Try again in a few seconds.");
    }
    return std::nullopt;
  });
}

}  // namespace reviewd
