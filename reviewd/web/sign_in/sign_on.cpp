#include "reviewd/identity/oidc/sign_on.hpp"

#include <boost/json/array.hpp>

#include "reviewd/base/now.hpp"
#include "reviewd/storage/store_failure.hpp"
#include "reviewd/web/frame/cookie.hpp"
#include "reviewd/web/frame/kept_form.hpp"
#include "reviewd/web/frame/render.hpp"
#include "reviewd/web/frame/session_cookie.hpp"
#include "reviewd/web/sign_in/asked.hpp"
#include "reviewd/web/sign_in/begin_session.hpp"
#include "reviewd/web/sign_in/invitation_page.hpp"
#include "reviewd/web/sign_in/site.hpp"

/// Signing on with another account: to the provider, and back. The provider's answer comes from another site, so what
/// binds it to the browser is a cookie of its own (SameSite=Lax), and the session's cookie (SameSite=Strict) goes out
/// with a page of ours that leads on, not with a redirect, which would count as the other site's.
namespace reviewd {
namespace {

namespace json = boost::json;

constexpr std::string_view cookie = "__Host-signon";

Response not_signed_on(int status, std::string_view why, bool practice) {
  return render_open(status, "sign_on_over", {{"title", "You could not be signed in"}, {why, true}}, practice);
}

Response not_signed_on(const review::Refusal& refusal, bool practice) {
  if (refusal.code == review::Code::busy) return not_signed_on(503, "silent", practice);
  return not_signed_on(403, "failed", practice);
}

void set_cookie(Response& response, const std::string& value) {
  const std::string age = value.empty() ? "0" : "600";
  response.headers.emplace_back(
      "Set-Cookie", std::string(cookie) + "=" + value + "; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=" + age);
}

/// A page that leads on by itself, and has a link for browsers that do not.
Response lead_on(std::string_view title, const std::string& address, bool practice) {
  auto response = render_open(200, "sign_on_lead", {{"title", title}, {"address", address}}, practice);
  response.headers.emplace_back("Refresh", "0; url=" + address);
  return response;
}

/// The form that waited, with what was typed in it.
Response carry_on_page(const SignOnGoal& goal, const std::string& line, bool practice) {
  json::array values;
  for (const auto& [name, value] : form_values(goal.form_body).value_or(NameValues())) {
    if (name != "formToken") values.push_back(json::object{{"name", name}, {"value", value}});
  }
  return render_open(200, "sign_on_carry_on",
                     {{"title", "You have confirmed that it is you"},
                      {"address", goal.form_address},
                      {"formToken", form_token(line)},
                      {"values", std::move(values)}},
                     practice);
}

/// A parameter that came once; empty otherwise.
std::string only(const Request& request, std::string_view name) {
  std::string found;
  for (const auto& [each, value] : request.parameters) {
    if (each != name) continue;
    if (!found.empty()) return {};
    found = value;
  }
  return found;
}

/// Whoever is signed in has shown anew who they are. A form that waits is sent by them: a browser that comes from the
/// provider sends nothing by itself.
Response proved(Storage& storage, const std::string& person, const SignOnGoal& goal, bool practice) {
  const auto moment = now(std::nullopt).now;
  const auto session = storage.sessions().look(goal.session, moment);
  if (!session || session->person != person) return not_signed_on(403, "other", practice);
  const auto line = storage.sessions().prove(goal.session, moment);
  if (!line) return Response{507};
  auto response = goal.form_address.empty()
                      ? lead_on("You have confirmed that it is you", safe_address(goal.then), practice)
                      : carry_on_page(goal, *line, practice);
  set_session(response, *line);
  return response;
}

Response signed_on(Storage& storage, const SignOn::Done& done, bool practice) {
  const review::SignOnIdentity identity{done.who.issuer, done.who.subject};
  auto& identities = storage.sign_on_identities();
  std::string person;
  const auto& goal = done.goal;
  if (goal.opening.line.empty()) {
    const auto account = identities.arrive(identity, done.who.second_factor, now(std::nullopt).now);
    if (!account) return not_signed_on(403, "unknown", practice);
    person = account->person;
  } else {
    const auto account = identities.take_up(goal.opening, identity, now(std::nullopt).now);
    if (!account && account.error().code == review::Code::already_recorded) {
      return not_signed_on(409, "taken", practice);
    }
    if (!account) return not_signed_on(404, "over", practice);
    person = account->person;
  }
  if (goal.is_proof()) return proved(storage, person, goal, practice);
  auto begun = begin_session(storage, person, goal.then);
  if (begun.status != 303) return begun;
  auto response = lead_on("You are signed in", safe_address(goal.then), practice);
  for (auto& [name, value] : begun.headers) {
    if (name == "Set-Cookie") response.headers.emplace_back(name, std::move(value));
  }
  return response;
}

}  // namespace

void Site::begin_sign_on(const Shared& asked) {
  const auto then = safe_address(asked->request.parameter("then").value_or(""));
  sign_on_->begin({then}, [asked, practice = practice_](review::Result<SignOn::Begun> begun) {
    if (!begun) return asked->answer(not_signed_on(begun.error(), practice));
    auto response = see_other(begun->address);
    set_cookie(response, begun->cookie);
    asked->answer(std::move(response));
  });
}

void Site::link_sign_on(const Shared& asked) {
  const auto line = std::string(asked->match.parameter("invitation"));
  const auto practice = practice_;
  // Browsers hold a form to `form-action 'self'` across redirects too: so a page of ours leads on.
  const auto lead = [asked, practice](review::Result<SignOn::Begun> begun) {
    if (!begun) return asked->answer(not_signed_on(begun.error(), practice));
    auto response = lead_on("Sign in with your council account", begun->address, practice);
    set_cookie(response, begun->cookie);
    asked->answer(std::move(response));
  };
  const review::Opening opening{line, value_of(asked->form, "code")};
  const auto look_up = [this, asked, opening, practice, lead](Storage& storage) {
    const auto opened = storage.accounts().opened(opening, now(std::nullopt).now);
    if (opened) return sign_on_->begin({"/", opening}, lead);
    if (opened.error().code == review::Code::not_found) return asked->answer(not_signed_on(404, "over", practice));
    asked->answer(invitation_page(400, storage, {opening.line, true, practice}, {"council-code", opened.error().says}));
  };
  const auto refuse = [asked, practice](const review::Refusal& refusal) {
    asked->answer(not_signed_on(refusal, practice));
  };
  if (!storage_.read({look_up, refuse})) refuse(too_much_waits());
}

void Site::confirm_by_sign_on(const Shared& asked) {
  const auto practice = practice_;
  slowly(asked, [this, asked, practice](PageCall&, const Known& who) -> std::optional<Response> {
    const auto kept = kept_form(asked->form);
    SignOnGoal goal{safe_address(value_of(asked->form, "then"))};
    goal.session = who.line;
    goal.asked = now(std::nullopt).now;
    goal.form_address = kept.address;
    goal.form_body = kept.body;
    sign_on_->begin(std::move(goal), [asked, practice](review::Result<SignOn::Begun> begun) {
      if (!begun) return asked->answer(not_signed_on(begun.error(), practice));
      auto response = lead_on("Confirm that it is you", begun->address, practice);
      set_cookie(response, begun->cookie);
      asked->answer(std::move(response));
    });
    return std::nullopt;
  });
}

void Site::end_sign_on(const Shared& asked) {
  const auto& request = asked->request;
  const SignOn::Back back{cookie_of(request, cookie), only(request, "state"), only(request, "code"),
                          only(request, "iss")};
  sign_on_->finish(back, [this, asked, practice = practice_](review::Result<SignOn::Done> done) {
    if (!done) {
      auto response = not_signed_on(done.error(), practice);
      set_cookie(response, "");
      return asked->answer(std::move(response));
    }
    write(asked, [done = std::move(*done), practice](Storage& storage) {
      auto response = signed_on(storage, done, practice);
      set_cookie(response, "");
      return response;
    });
  });
}

}  // namespace reviewd
