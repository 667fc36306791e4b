#include "reviewd/web/proof.hpp"

#include "reviewd/http/percent.hpp"
#include "reviewd/now.hpp"
#include "reviewd/web/render.hpp"
#include "reviewd/web/session_cookie.hpp"

namespace reviewd {

std::optional<Response> ask_for_proof(const PageCall& call, const std::string& then) {
  const auto moment = now(std::nullopt).now;
  const auto session = call.storage.sessions().look(session_of(call.request), moment);
  if (session && review::is_fresh(*session, moment)) return std::nullopt;
  return see_other("/confirm-it-is-you?then=" + percent_encoded(then));
}

Response confirm_page(const PageCall& call, int status, const std::string& then, const std::string& fault) {
  View view{{"title", "Confirm that it is you"},
            {"then", safe_address(then)},
            {"hasCode", call.storage.second_factors().has(call.visitor.person)},
            {"hasErrors", !fault.empty()}};
  if (!fault.empty()) view["fault"] = fault;
  return render(call, status, "confirm", std::move(view));
}

}  // namespace reviewd
