#include <algorithm>

#include "reviewd/base/now.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/storage/store_failure.hpp"
#include "reviewd/web/frame/render.hpp"
#include "reviewd/web/frame/session_cookie.hpp"
#include "reviewd/web/sign_in/asked.hpp"
#include "reviewd/web/sign_in/let_in.hpp"
#include "reviewd/web/sign_in/site.hpp"
#include "reviewd/web/sign_in/wait_page.hpp"

namespace reviewd {
namespace {

constexpr std::size_t longest_name = 40;

/// As people type it: with blanks around it and capitals.
std::string person_of(const NameValues& form) {
  auto text = value_of(form, "person");
  text.erase(std::remove(text.begin(), text.end(), ' '), text.end());
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return text.substr(0, longest_name);
}

/// `council` is what stands on the button for another account; empty if there is none.
View sign_in_view(const std::string& person, const std::string& then, const std::string& fault,
                  const std::string& council) {
  View view{{"title", "Sign in"}, {"person", person}, {"then", then}, {"hasErrors", !fault.empty()}};
  if (!fault.empty()) view["fault"] = fault;
  if (!council.empty()) {
    view["council"] = council;
    view["councilAddress"] = "/sign-in/council" + (then.empty() ? "" : "?then=" + percent_encoded(then));
  }
  return view;
}

}  // namespace

void Site::show_sign_in(const Shared& asked) {
  const auto then = asked->request.parameter("then").value_or("");
  auto view = sign_in_view("", then, "", sign_on_words());
  view["kept"] = asked->request.parameter("kept").value_or("") == "yes";
  asked->answer(render_open(200, "sign_in", std::move(view), practice_));
}

void Site::sign_in(const Shared& asked) {
  const auto person = person_of(asked->form);
  const auto then = value_of(asked->form, "then");
  const auto again = [person, then, practice = practice_, council = sign_on_words()](int status,
                                                                                     const std::string& fault) {
    return render_open(status, "sign_in", sign_in_view(person, then, fault, council), practice);
  };
  const auto compare = [this, asked, person, then, again](const SignInTry& attempt, const std::string& digest) {
    const auto password = value_of(asked->form, "password");
    if (!passwords_.is(password, digest)) {
      return write(asked, [person, again](Storage& storage) {
        if (!storage.sign_ins().failed(person, now(std::nullopt).now)) return Response{507};
        return again(403, "The name or the password is wrong. Check both and try again.");
      });
    }
    gate_.right(attempt);
    const auto kept = passwords_.is_old(digest) ? passwords_.digest(password) : digest;
    write(asked, [asked, person, then, digest, kept, again](Storage& storage) {
      // Since the password was read it may have been taken away.
      const auto account = storage.accounts().find(person);
      if (!account || account->password != digest) return again(403, "The name or the password is wrong.");
      if (kept != digest && !storage.accounts().renew_digest(person, digest, kept)) return Response{507};
      return after_password(storage, asked->request, person, then);
    });
  };
  const auto look_up = [this, asked, person, again, compare](Storage& storage) {
    const auto device = storage.devices().find(device_of(asked->request), person, now(std::nullopt).now);
    const SignInTry attempt{person, device.value_or(""), asked->request.peer};
    if (const auto wait = gate_.begin(attempt, SignInGate::Instant::clock::now()); wait.count() > 0) {
      return asked->answer(wait_page(again, wait));
    }
    const auto account = storage.accounts().find(person);
    const auto digest = account && account->disabled.empty() ? account->password : std::string();
    if (slow_.add([compare, attempt, digest] { compare(attempt, digest); })) return;
    asked->answer(again(503, "Many people are signing in. Try again in a few seconds."));
  };
  const auto refuse = [asked, again](const review::Refusal& refusal) { asked->answer(again(503, refusal.says)); };
  if (!storage_.read({look_up, refuse})) refuse(too_much_waits());
}

void Site::sign_out(const Shared& asked) {
  const auto session = session_of(asked->request);
  if (!is_form_token(value_of(asked->form, "formToken"), session)) return asked->answer(see_other("/"));
  write(asked, [session](Storage& storage) {
    if (!storage.sessions().end(session, now(std::nullopt).now)) return Response{507};
    auto response = see_other("/sign-in");
    clear_session(response);
    return response;
  });
}

}  // namespace reviewd
