#include <boost/json/array.hpp>

#include "libreview/registers/people.hpp"
#include "reviewd/act/act.hpp"
#include "reviewd/api/approval_json.hpp"
#include "reviewd/api/endpoint.hpp"
#include "reviewd/api/token_grant.hpp"
#include "reviewd/api/token_wish.hpp"
#include "reviewd/base/now.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::Right;

void add(json::object& out, std::string_view name, const std::vector<std::string>& texts) {
  if (!texts.empty()) out[name] = json::array(texts.begin(), texts.end());
}

/// Whoever issues tokens sees no case: of the cases that a token opens only how many there are.
json::object write(const review::Token& token) {
  json::object out{{"token", token.id},
                   {"person", "people/" + token.person},
                   {"role", token.role},
                   {"created", token.created},
                   {"expires", token.expires}};
  if (!token.revoked.empty()) out["revoked"] = token.revoked;
  if (!token.used.empty()) out["lastUsed"] = token.used;
  add(out, "scopes", token.reach.scopes);
  if (!token.reach.cases.empty()) out["caseCount"] = token.reach.cases.size();
  add(out, "networks", token.reach.networks);
  if (!token.reach.agency.empty()) out["agency"] = token.reach.agency;
  return out;
}

Response issue_token(Call& call) {
  const auto wish = token_wish(call);
  if (!wish) return refused(call, wish.error());
  if (const auto within = within_account(call, *wish); !within) return refused(call, within.error());
  const auto issued = call.storage.store().in_one_transaction([&]() -> review::Result<review::IssuedToken> {
    if (const auto agreed = agreed_by_two(call, *wish); !agreed) return review::refuse(agreed.error());
    return call.storage.tokens().issue(*wish, now(std::nullopt).now);
  });
  if (!issued) return refused(call, issued.error());
  auto body = write(issued->token);
  add(body, "cases", issued->token.reach.cases);
  body["secret"] = issued->line;
  auto response = json_answer(201, body);
  response.headers.emplace_back("Location", "/v1/tokens/" + issued->token.id);
  return response;
}

/// Another person decides; then who proposed it issues it, and sees its secret.
Response propose_token(Call& call) {
  const auto proposed = proposed_token(call);
  if (!proposed) return refused(call, proposed.error());
  const auto& wish = proposed->wish;
  if (!review::is_person(wish.person)) return refused(call, review::not_a_person());
  if (const auto within = within_account(call, wish); !within) return refused(call, within.error());
  return propose(call, {std::string(issue_token_act), "people/" + wish.person, proposal_of(token_proposal(wish)),
                        proposed->reason, call.reader.person});
}

Response list_tokens(Call& call) {
  json::array tokens;
  for (const auto& token : call.storage.tokens().list()) tokens.push_back(write(token));
  return json_answer(200, json::object{{"tokens", tokens}, {"nextPageToken", ""}});
}

Response revoke_token(Call& call) {
  const auto revoked = call.storage.tokens().revoke(call.path("token"), call.reader.person, now(std::nullopt).now);
  if (!revoked) return refused(call, revoked.error());
  return json_answer(200, write(*revoked));
}

}  // namespace

std::vector<Endpoint> token_endpoints() {
  return {
      {"GET",
       "/v1/tokens",
       "listTokens",
       "Every token ever issued, without its secret",
       {Right::manage_access},
       Use::read,
       {},
       "",
       "TokenList",
       200,
       list_tokens},
      {"POST",
       "/v1/tokens",
       "issueToken",
       "Issues a token, in a real store once another person approved it; its secret is shown this once",
       {Right::manage_access},
       Use::write,
       {},
       "TokenWish",
       "IssuedToken",
       201,
       issue_token},
      {"POST",
       "/v1/tokens:propose",
       "proposeToken",
       "Proposes a token of a real store; when another person has approved it, you issue it",
       {Right::manage_access},
       Use::write,
       {},
       "TokenProposal",
       "Approval",
       201,
       propose_token},
      {"POST",
       "/v1/tokens/{token}:revoke",
       "revokeToken",
       "Revokes a token at once",
       {Right::manage_access},
       Use::write,
       {},
       "",
       "Token",
       200,
       revoke_token},
  };
}

}  // namespace reviewd
