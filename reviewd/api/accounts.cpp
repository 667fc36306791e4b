#include <boost/json/array.hpp>

#include "reviewd/act/act.hpp"
#include "reviewd/api/account_json.hpp"
#include "reviewd/api/approval_json.hpp"
#include "reviewd/api/endpoint.hpp"
#include "reviewd/api/text_fields.hpp"
#include "reviewd/api/ways_in.hpp"
#include "reviewd/base/now.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::Code;
using review::Right;

Response list_accounts(Call& call) {
  json::array accounts;
  for (const auto& account : call.storage.accounts().list()) accounts.push_back(account_json(call, account));
  return json_answer(200, json::object{{"accounts", accounts}, {"nextPageToken", ""}});
}

/// Approved by another person, the change ends the sessions: see `change_role_act`.
Response propose_role(Call& call) {
  auto fields = text_fields(call, {"role", "reason"}, {"agency"});
  if (!fields) return refused(call, fields.error());
  const auto role = role_of(*fields);
  if (!role) return refused(call, role.error());
  const auto account = call.storage.accounts().find(call.path("person"));
  if (!account) {
    return refused(call, review::Refusal{review::Code::not_found, "There is no account of that person."});
  }
  const std::string wanted(review::role_name(*role));
  const auto agency = bare_agency((*fields)["agency"]);
  if (account->role == wanted && (agency.empty() || agency == account->agency)) {
    return refused(call, review::Code::already_recorded, "The person has this role already.", "/role");
  }
  return propose(call, {"change-role", "people/" + account->person,
                        proposal_of({{"role", wanted}, {"agency", agency}, {"from", account->role}}),
                        (*fields)["reason"], call.reader.person});
}

Response disable_account(Call& call) {
  const auto disabled = call.storage.accounts().disable(call.path("person"), call.reader.person, now(std::nullopt).now);
  if (!disabled) return refused(call, disabled.error());
  return json_answer(200, account_json(call, *disabled));
}

Response sign_account_out(Call& call) {
  const auto account = call.storage.accounts().find(call.path("person"));
  if (!account) return refused(call, review::Refusal{Code::not_found, "There is no account of that person."});
  const auto ended = call.storage.sessions().end_all(account->person, "", call.reader.person, now(std::nullopt).now);
  if (!ended) return refused(call, ended.error());
  return json_answer(200, account_json(call, *account));
}

}  // namespace

std::vector<Endpoint> account_endpoints() {
  std::vector<Endpoint> rows = {
      {"GET",
       "/v1/accounts",
       "listAccounts",
       "Everybody who can sign in on the pages, or could",
       {Right::manage_access},
       Use::read,
       {},
       "",
       "AccountList",
       200,
       list_accounts},
      {"POST",
       "/v1/accounts/{person}:disable",
       "disableAccount",
       "Shuts a person out at once, sessions included",
       {Right::manage_access},
       Use::write,
       {},
       "",
       "Account",
       200,
       disable_account},
      {"POST",
       "/v1/accounts/{person}:signOut",
       "signOutAccount",
       "Ends a person's sessions at once; they can sign in again",
       {Right::manage_access},
       Use::write,
       {},
       "",
       "Account",
       200,
       sign_account_out},
      {"POST",
       "/v1/accounts/{person}:proposeRole",
       "proposeRole",
       "Proposes another role for a person; it changes when another person approves",
       {Right::manage_access},
       Use::write,
       {},
       "RoleWish",
       "Approval",
       201,
       propose_role},
  };
  for (auto& way_in : way_in_endpoints()) rows.push_back(std::move(way_in));
  return rows;
}

}  // namespace reviewd
