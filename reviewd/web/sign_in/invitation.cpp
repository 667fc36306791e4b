#include "reviewd/base/now.hpp"
#include "reviewd/identity/password_rule.hpp"
#include "reviewd/web/frame/render.hpp"
#include "reviewd/web/sign_in/asked.hpp"
#include "reviewd/web/sign_in/invitation_page.hpp"
#include "reviewd/web/sign_in/let_in.hpp"
#include "reviewd/web/sign_in/site.hpp"

namespace reviewd {
namespace {

InvitedFault fault_of(Storage& storage, const NameValues& form, const review::Opening& opening) {
  const auto opened = storage.accounts().opened(opening, now(std::nullopt).now);
  if (!opened) return {"code", opened.error().says};
  const auto password = value_of(form, "password");
  if (const auto fit = check_password(password, *opened, shortest_for(storage, *opened)); !fit) {
    return {"password", fit.error().says};
  }
  if (value_of(form, "again") != password) {
    return {"password", "The two passwords differ. Type the same one twice."};
  }
  return {};
}

}  // namespace

void Site::show_invitation(const Shared& asked) {
  const Invited invited{std::string(asked->match.parameter("invitation")), sign_on_ != nullptr, practice_};
  read(asked, [invited](Storage& storage) { return invitation_page(200, storage, invited); });
}

void Site::take_up_invitation(const Shared& asked) {
  const Invited invited{std::string(asked->match.parameter("invitation")), sign_on_ != nullptr, practice_};
  const review::Opening opening{invited.line, value_of(asked->form, "code")};
  const auto accept = [this, asked, invited, opening] {
    const auto digest = passwords_.digest(value_of(asked->form, "password"));
    write(asked, [asked, invited, opening, digest](Storage& storage) {
      const auto account = storage.accounts().accept(opening, digest, now(std::nullopt).now);
      return account ? after_password(storage, asked->request, account->person, "/")
                     : invitation_page(400, storage, invited, {"code", account.error().says});
    });
  };
  const auto look_up = [this, asked, invited, opening, accept](Storage& storage) {
    const auto fault = fault_of(storage, asked->form, opening);
    if (!fault.says.empty()) return asked->answer(invitation_page(400, storage, invited, fault));
    if (slow_.add(accept)) return;
    asked->answer(invitation_page(503, storage, invited, {"password", "Try again in a few seconds."}));
  };
  const auto refuse = [asked, practice = practice_](const review::Refusal&) {
    asked->answer(render_open(404, "invitation_over", {{"title", "This link cannot be used"}}, practice));
  };
  if (!storage_.read({look_up, refuse})) refuse({});
}

}  // namespace reviewd
