#include "reviewd/web/sign_in/proof.hpp"

#include "reviewd/http/percent.hpp"
#include "reviewd/web/frame/render.hpp"
#include "reviewd/web/frame/session_cookie.hpp"

namespace reviewd {
namespace {

/// What the council's account is called on the button; empty for who cannot show who they are with one.
std::string council_words(const PageCall& call) {
  const auto& sign_on = call.storage.config().sign_on;
  if (sign_on.issuer.empty() || call.storage.sign_on_identities().of(call.visitor.person).empty()) return {};
  return sign_on.words;
}

}  // namespace

Response ask_for_proof(PageCall& call) {
  const auto& request = call.request;
  const auto ask_at = [](const std::string& then) { return "/confirm-it-is-you?then=" + percent_encoded(then); };
  if (request.method == "GET") return see_other(ask_at(request.target));
  const auto* page = page_of(call.match);
  if (request.body.size() <= most_kept_typed && page != nullptr && !page->takes_files) {
    return confirm_page(call, 403, "", {request.target, request.body}, "");
  }
  // Too much to wait in a page: what the form can keep as a draft is found again there.
  const auto draft = page != nullptr && page->keep != nullptr ? page->keep(call) : std::string();
  return see_other(ask_at(draft.empty() ? "/" : draft));
}

Response confirm_page(const PageCall& call, int status, const std::string& then, const KeptForm& kept,
                      const std::string& fault) {
  const auto account = call.storage.accounts().find(call.visitor.person);
  View view{{"title", "Confirm that it is you"},
            {"then", safe_address(then)},
            {"hasPassword", account && !account->password.empty()},
            {"hasCode", call.storage.second_factors().has(call.visitor.person)},
            {"waits", kept.waits()},
            {"formAddress", kept.address},
            {"formBody", kept.body},
            {"council", council_words(call)},
            {"hasErrors", !fault.empty()}};
  if (!fault.empty()) view["fault"] = fault;
  return render(call, status, "confirm", std::move(view));
}

}  // namespace reviewd
