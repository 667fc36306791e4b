#include "reviewd/identity/password.hpp"
#include "reviewd/now.hpp"
#include "reviewd/web/asked.hpp"
#include "reviewd/web/begin_session.hpp"
#include "reviewd/web/render.hpp"
#include "reviewd/web/site.hpp"

namespace reviewd {
namespace {

Response over(bool practice) {
  return render_open(404, "invitation_over", {{"title", "This link cannot be used"}}, practice);
}

Response choose(int status, const std::string& person, const std::string& fault, bool practice) {
  View view{{"title", "Choose your password"}, {"person", person}, {"hasErrors", !fault.empty()}};
  if (!fault.empty()) view["fault"] = fault;
  return render_open(status, "invitation", std::move(view), practice);
}

/// What is wrong with what was typed; empty if nothing is.
std::string fault_of(const NameValues& form, const std::string& person) {
  const auto password = value_of(form, "password");
  if (const auto fit = check_password(password, person); !fit) return fit.error().says;
  return value_of(form, "again") == password ? std::string() : "The two passwords differ. Type the same one twice.";
}

}  // namespace

void Site::show_invitation(const Shared& asked) {
  read(asked, [asked, practice = practice_](Storage& storage) {
    const auto person = storage.accounts().invited(asked->match.parameter("invitation"), now(std::nullopt).now);
    return person ? choose(200, *person, "", practice) : over(practice);
  });
}

void Site::take_up_invitation(const Shared& asked) {
  const auto line = std::string(asked->match.parameter("invitation"));
  const auto practice = practice_;
  const auto accept = [this, asked, line, practice] {
    const auto digest = password_digest(value_of(asked->form, "password"));
    write(asked, [line, digest, practice](Storage& storage) {
      const auto account = storage.accounts().accept(line, digest, now(std::nullopt).now);
      return account ? begin_session(storage, account->person, "/") : over(practice);
    });
  };
  const auto look_up = [this, asked, line, practice, accept](Storage& storage) {
    const auto person = storage.accounts().invited(line, now(std::nullopt).now);
    if (!person) return asked->answer(over(practice));
    if (const auto fault = fault_of(asked->form, *person); !fault.empty()) {
      return asked->answer(choose(400, *person, fault, practice));
    }
    if (!slow_.add(accept)) asked->answer(choose(503, *person, "Try again in a few seconds.", practice));
  };
  const auto refuse = [asked, practice](const review::Refusal&) { asked->answer(over(practice)); };
  if (!storage_.read({look_up, refuse})) refuse({});
}

}  // namespace reviewd
