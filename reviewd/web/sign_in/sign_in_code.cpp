#include "reviewd/base/now.hpp"
#include "reviewd/web/frame/render.hpp"
#include "reviewd/web/frame/session_cookie.hpp"
#include "reviewd/web/sign_in/asked.hpp"
#include "reviewd/web/sign_in/let_in.hpp"
#include "reviewd/web/sign_in/second_step.hpp"
#include "reviewd/web/sign_in/site.hpp"
#include "reviewd/web/sign_in/wait_page.hpp"

namespace reviewd {
namespace {

/// The counter of guesses of a person's codes, apart from that of the password: no name has a blank.
std::string codes_of(const std::string& person) { return person + " code"; }

Response code_page(int status, const std::string& line, const std::string& then, const std::string& fault,
                   bool practice) {
  View view{
      {"title", "Enter your code"}, {"then", then}, {"formToken", form_token(line)}, {"hasErrors", !fault.empty()}};
  if (!fault.empty()) view["fault"] = fault;
  return render_open(status, "sign_in_code", std::move(view), practice);
}

/// The five minutes are over, or nothing was begun.
Response begin_again() {
  auto response = see_other("/sign-in");
  clear_pending(response);
  return response;
}

}  // namespace

void Site::show_code(const Shared& asked) {
  read(asked, [asked, practice = practice_](Storage& storage) {
    const auto line = pending_of(asked->request);
    if (!storage.sign_ins().find(line, now(std::nullopt).now)) return begin_again();
    return code_page(200, line, asked->request.parameter("then").value_or(""), "", practice);
  });
}

void Site::give_code(const Shared& asked) {
  write(asked, [this, asked](Storage& storage) {
    const auto line = pending_of(asked->request);
    const auto moment = now(std::nullopt).now;
    const auto person = storage.sign_ins().find(line, moment);
    if (!person || !is_form_token(value_of(asked->form, "formToken"), line)) return begin_again();
    const auto then = value_of(asked->form, "then");
    const auto again = [&](int status, const std::string& fault) {
      return code_page(status, line, then, fault, practice_);
    };
    const auto device = storage.devices().find(device_of(asked->request), *person, moment);
    const SignInTry attempt{codes_of(*person), device.value_or(""), asked->request.peer};
    if (const auto wait = gate_.begin(attempt, SignInGate::Instant::clock::now()); wait.count() > 0) {
      return wait_page(again, wait);
    }
    if (!use_code(storage, *person, value_of(asked->form, "code"))) {
      if (!storage.sign_ins().failed(*person, moment)) return Response{507};
      return again(403, "This code is wrong or was used before. Enter the one that your app shows now.");
    }
    gate_.right(attempt);
    auto response = let_in(storage, asked->request, *person, then);
    clear_pending(response);
    return response;
  });
}

}  // namespace reviewd
