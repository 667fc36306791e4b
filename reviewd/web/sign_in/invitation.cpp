#include "reviewd/base/now.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/identity/password_rule.hpp"
#include "reviewd/web/frame/render.hpp"
#include "reviewd/web/sign_in/asked.hpp"
#include "reviewd/web/sign_in/let_in.hpp"
#include "reviewd/web/sign_in/site.hpp"

namespace reviewd {
namespace {

Response over(bool practice) {
  return render_open(404, "invitation_over", {{"title", "This link cannot be used"}}, practice);
}

/// Who is to choose a password, and by which link.
struct Invited {
  std::string line;
  bool council;  ///< whether another account will do instead
  bool practice;
};

/// How long the person's password must be at least.
std::size_t shortest_for(Storage& storage, const std::string& person) {
  const auto account = storage.accounts().find(person);
  const auto role = account ? review::find_role(account->role) : std::nullopt;
  return role ? shortest_password_of(*role) : shortest_password;
}

Response choose(int status, const std::string& person, std::size_t shortest, const std::string& fault,
                const Invited& invited) {
  View view{{"title", "Choose your password"},
            {"person", person},
            {"shortest", std::to_string(shortest)},
            {"hasErrors", !fault.empty()}};
  if (!fault.empty()) view["fault"] = fault;
  if (invited.council) {
    view["council"] = true;
    view["councilAddress"] = "/invitation/" + percent_encoded(invited.line) + "/council";
  }
  return render_open(status, "invitation", std::move(view), invited.practice);
}

/// What is wrong with what was typed; empty if nothing is.
std::string fault_of(const NameValues& form, const std::string& person, std::size_t shortest) {
  const auto password = value_of(form, "password");
  if (const auto fit = check_password(password, person, shortest); !fit) return fit.error().says;
  return value_of(form, "again") == password ? std::string() : "The two passwords differ. Type the same one twice.";
}

}  // namespace

void Site::show_invitation(const Shared& asked) {
  const Invited invited{std::string(asked->match.parameter("invitation")), sign_on_ != nullptr, practice_};
  read(asked, [invited](Storage& storage) {
    const auto person = storage.accounts().invited(invited.line, now(std::nullopt).now);
    return person ? choose(200, *person, shortest_for(storage, *person), "", invited) : over(invited.practice);
  });
}

void Site::take_up_invitation(const Shared& asked) {
  const auto line = std::string(asked->match.parameter("invitation"));
  const auto practice = practice_;
  const auto accept = [this, asked, line, practice] {
    const auto digest = passwords_.digest(value_of(asked->form, "password"));
    write(asked, [asked, line, digest, practice](Storage& storage) {
      const auto account = storage.accounts().accept(line, digest, now(std::nullopt).now);
      return account ? after_password(storage, asked->request, account->person, "/") : over(practice);
    });
  };
  const Invited invited{line, sign_on_ != nullptr, practice};
  const auto look_up = [this, asked, invited, accept](Storage& storage) {
    const auto person = storage.accounts().invited(invited.line, now(std::nullopt).now);
    if (!person) return asked->answer(over(invited.practice));
    const auto shortest = shortest_for(storage, *person);
    if (const auto fault = fault_of(asked->form, *person, shortest); !fault.empty()) {
      return asked->answer(choose(400, *person, shortest, fault, invited));
    }
    if (!slow_.add(accept)) asked->answer(choose(503, *person, shortest, "Try again in a few seconds.", invited));
  };
  const auto refuse = [asked, practice](const review::Refusal&) { asked->answer(over(practice)); };
  if (!storage_.read({look_up, refuse})) refuse({});
}

}  // namespace reviewd
