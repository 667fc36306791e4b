#include "reviewd/web/sign_in/invitation_page.hpp"

#include "reviewd/base/now.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/identity/password_rule.hpp"
#include "reviewd/web/frame/render.hpp"

namespace reviewd {

std::size_t shortest_for(Storage& storage, const std::string& person) {
  const auto account = storage.accounts().find(person);
  const auto role = account ? review::find_role(account->role) : std::nullopt;
  return role ? shortest_password_of(*role) : shortest_password;
}

Response invitation_page(int status, Storage& storage, const Invited& invited, const InvitedFault& fault) {
  const auto at = now(std::nullopt).now;
  const auto person = storage.accounts().invited(invited.line, at);
  if (!person) return render_open(404, "invitation_over", {{"title", "This link cannot be used"}}, invited.practice);
  const auto address = "/invitation/" + percent_encoded(invited.line);
  View view{{"title", "Choose your password"},
            {"person", *person},
            {"shortest", std::to_string(shortest_for(storage, *person))},
            {"address", address},
            {"hasErrors", !fault.says.empty()}};
  if (storage.accounts().wants_code(invited.line, at)) view["wantsCode"] = true;
  if (!fault.says.empty()) {
    view["fault"] = fault.says;
    view["faultAt"] = fault.field;
    const auto* of = fault.field == "code" ? "codeFault" : fault.field == "password" ? "passwordFault" : "councilFault";
    view[of] = fault.says;
  }
  if (invited.council) {
    view["council"] = true;
    view["councilAddress"] = address + "/council";
  }
  return render_open(status, "invitation", std::move(view), invited.practice);
}

}  // namespace reviewd
