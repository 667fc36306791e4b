#include "reviewd/base/now.hpp"
#include "reviewd/web/frame/render.hpp"
#include "reviewd/web/frame/session_cookie.hpp"
#include "reviewd/web/sign_in/account_view.hpp"
#include "reviewd/web/sign_in/asked.hpp"
#include "reviewd/web/sign_in/proof.hpp"
#include "reviewd/web/sign_in/second_step.hpp"
#include "reviewd/web/sign_in/site.hpp"
#include "reviewd/web/sign_in/wait_page.hpp"

namespace reviewd {

void Site::confirm(const Shared& asked) {
  const auto then = value_of(asked->form, "then");
  const auto kept = kept_form(asked->form);
  const auto page = [then, kept](PageCall& call, int status, const std::string& fault) {
    return confirm_page(call, status, then, kept, fault);
  };
  const auto work = [this, asked, page, then, kept](const Known& who, const SignInTry& attempt) {
    const bool right = passwords_.is(value_of(asked->form, "password"), who.account.password);
    const auto renewed_line = std::make_shared<std::string>();
    // The form that waits goes on after the proof is on disk: it may need a commit of its own.
    const auto then_on = std::make_shared<const Asked>(
        Asked{asked->request, asked->match, asked->form, [this, asked, kept, who, renewed_line](Response response) {
                if (!kept.waits() || renewed_line->empty()) return asked->answer(std::move(response));
                carry_on(asked, who.line, *renewed_line);
              }});
    write(then_on, [this, asked, page, then, who, attempt, right, renewed_line](Storage& storage) {
      return for_known(storage, *asked, [&](PageCall& call, const Known&) {
        const auto& person = who.account.person;
        const bool has_code = storage.second_factors().has(person);
        if (!right || (has_code && !use_code(storage, person, value_of(asked->form, "code")))) {
          return page(call, 403,
                      has_code ? "The password or the code is wrong. Check both and try again."
                               : "The password is wrong. Check it and try again.");
        }
        gate_.right(attempt);
        const auto renewed = storage.sessions().prove(who.line, now(std::nullopt).now);
        if (!renewed) return Response{507};
        *renewed_line = *renewed;
        auto response = see_other(safe_address(then));
        set_session(response, *renewed);
        return response;
      });
    });
  };
  slowly(asked, [this, page, work](PageCall& call, const Known& who) -> std::optional<Response> {
    const auto again = [&](int status, const std::string& fault) { return page(call, status, fault); };
    const auto attempt = attempt_of(who, call);
    if (const auto wait = gate_.begin(attempt, SignInGate::Instant::clock::now()); wait.count() > 0) {
      return wait_page(again, wait);
    }
    if (!slow_.add([work, who, attempt] { work(who, attempt); })) {
      return again(503, "Many people are signing in. Try again in a few seconds.");
    }
    return std::nullopt;
  });
}

void Site::carry_on(const Shared& asked, const std::string& line_before, const std::string& line) {
  const Answer answer = [asked, line](Response response) {
    set_session(response, line);
    asked->answer(std::move(response));
  };
  auto request = request_of(kept_form(asked->form), asked->request, line_before, line);
  auto match = request ? router_.match(request->method, request->segments) : RouteMatch();
  if (!request || page_of(match) == nullptr) return answer(see_other("/"));
  NameValues form = form_values(request->body).value_or(NameValues());
  for (auto& [name, value] : form) {
    if (name == "formToken") value = form_token(line);
  }
  answer_page(std::make_shared<const Asked>(Asked{std::move(*request), std::move(match), std::move(form), answer}));
}

}  // namespace reviewd
