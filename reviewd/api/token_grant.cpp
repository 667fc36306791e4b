#include "reviewd/api/token_grant.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "libreview/access/is_above.hpp"
#include "reviewd/act/act.hpp"
#include "reviewd/api/agreed_by_two.hpp"

namespace reviewd {
namespace {

using review::Code;

}  // namespace

review::Result<void> within_account(const Call& call, const review::TokenWish& wish) {
  if (call.on_file) return {};
  const auto account = call.storage.accounts().find(wish.person);
  if (!account) return {};
  const auto own = review::find_role(account->role);
  const auto wanted = review::find_role(wish.role);
  if (!own || !wanted || !review::is_above(*wanted, *own)) return {};
  review::Refusal refusal{Code::second_person_required,
                          fmt::format("This person's role is {}. A token may not do more: propose another role for the "
                                      "person first.",
                                      review::role_name(*own))};
  refusal.violations.push_back(review::Violation{"/role", refusal.says});
  return review::refuse(std::move(refusal));
}

review::Result<void> agreed_by_two(const Call& call, const review::TokenWish& wish) {
  const auto agreed = agreed_by_two(call, issue_token_act, "people/" + wish.person, token_proposal(wish));
  return agreed ? review::Result<void>() : review::refuse(agreed.error());
}

std::map<std::string, std::string> token_proposal(const review::TokenWish& wish) {
  std::map<std::string, std::string> texts{{"role", wish.role}};
  const auto add = [&](const char* name, const std::string& text) {
    if (!text.empty()) texts[name] = text;
  };
  add("expires", wish.expires ? review::rfc3339(*wish.expires) : std::string());
  add("scopes", fmt::format("{}", fmt::join(wish.reach.scopes, " ")));
  add("cases", fmt::format("{}", fmt::join(wish.reach.cases, " ")));
  add("networks", fmt::format("{}", fmt::join(wish.reach.networks, " ")));
  add("agency", wish.reach.agency);
  return texts;
}

}  // namespace reviewd
