#include <boost/json/array.hpp>

#include "reviewd/base/now.hpp"
#include "reviewd/identity/qr_code.hpp"
#include "reviewd/identity/totp.hpp"
#include "reviewd/web/frame/form_body.hpp"
#include "reviewd/web/frame/page.hpp"
#include "reviewd/web/frame/render.hpp"
#include "reviewd/web/sign_in/proof.hpp"
#include "reviewd/web/sign_in/second_step.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

constexpr const char* own_address = "/account/second-step";

/// The secret of what is being set up; nothing where nothing is, or it cannot be opened any more.
std::optional<std::string> secret_being_set_up(const PageCall& call) {
  const auto& person = call.visitor.person;
  const auto factor = call.storage.second_factors().find(person);
  if (!factor || factor->confirmed) return std::nullopt;
  return call.storage.secret_box().open(factor->sealed, person);
}

Response set_up_page(PageCall& call, int status, const std::string& secret, const std::string& fault) {
  View view{{"title", "Set up the second step"},
            {"secret", in_groups(base32(secret))},
            {"link", totp_address(secret, call.visitor.person)},
            {"hasErrors", !fault.empty()}};
  if (!fault.empty()) view["fault"] = fault;
  return render(call, status, "second_step_set_up", std::move(view));
}

/// On: how to turn it off. Off: what it is, or, where it was begun, the secret and the box for the first code.
Response second_step_page(PageCall& call) {
  const bool is_on = call.storage.second_factors().has(call.visitor.person);
  if (const auto secret = secret_being_set_up(call)) return set_up_page(call, 200, *secret, "");
  const bool needed = needs_second_step(call.visitor.role) && !call.storage.store().practice();
  return render(call, 200, "second_step",
                View{{"title", "Second step at sign-in"}, {"isOn", is_on}, {"needed", needed}});
}

Response begin_set_up(PageCall& call) {
  const auto& person = call.visitor.person;
  auto& random = call.storage.random();
  const auto sealed = call.storage.secret_box().seal(new_totp_secret(random), person, random);
  const auto begun = call.storage.second_factors().begin(person, sealed, now(std::nullopt).now);
  return begun || begun.error().code == review::Code::already_recorded ? see_other(own_address) : Response{507};
}

Response confirm_set_up(PageCall& call) {
  const auto secret = secret_being_set_up(call);
  if (!secret) return see_other(own_address);
  const auto moment = now(std::nullopt).now;
  const auto step =
      totp_step_of(value_of(form_values(call.request.body).value_or(NameValues{}), "code"), *secret, moment, 0);
  if (!step) {
    return set_up_page(call, 400, *secret, "This is not the code that the app shows now. Wait for the next one.");
  }
  const auto codes = call.storage.second_factors().confirm(call.visitor.person, *step, moment);
  if (!codes) return Response{507};
  json::array shown;
  for (const auto& code : *codes) shown.push_back(json::string(code));
  return render(call, 200, "recovery_codes", View{{"title", "Keep your recovery codes"}, {"codes", std::move(shown)}});
}

Response turn_off(PageCall& call) {
  const auto& person = call.visitor.person;
  const auto removed = call.storage.second_factors().remove(person, person, now(std::nullopt).now);
  return removed ? see_other("/account?done=second-step-off") : Response{507};
}

Response code_picture(PageCall& call) {
  const auto secret = secret_being_set_up(call);
  if (!secret) return refused_page(call, 404, {});
  return {200, "image/svg+xml", qr_code(totp_address(*secret, call.visitor.person))};
}

}  // namespace

std::vector<Page> second_step_pages() {
  return {
      {"GET", own_address, "secondStepPage", Use::read, second_step_page},
      {"GET", "/account/second-step/code.svg", "secondStepPicture", Use::read, code_picture},
      {"POST", "/account/second-step", "beginSecondStep", Use::write, begin_set_up},
      {"POST", "/account/second-step/confirm", "confirmSecondStep", Use::write, confirm_set_up},
      {"POST", "/account/second-step/off", "turnOffSecondStep", Use::write, turn_off},
  };
}

}  // namespace reviewd
