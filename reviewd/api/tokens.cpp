#include <boost/json/array.hpp>

#include "reviewd/api/endpoint.hpp"
#include "reviewd/api/token_wish.hpp"
#include "reviewd/now.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::Right;

void add(json::object& out, std::string_view name, const std::vector<std::string>& texts) {
  if (!texts.empty()) out[name] = json::array(texts.begin(), texts.end());
}

json::object write(const review::Token& token) {
  json::object out{{"token", token.id},
                   {"person", "people/" + token.person},
                   {"role", token.role},
                   {"created", token.created},
                   {"expires", token.expires}};
  if (!token.revoked.empty()) out["revoked"] = token.revoked;
  if (!token.used.empty()) out["lastUsed"] = token.used;
  add(out, "scopes", token.reach.scopes);
  add(out, "cases", token.reach.cases);
  add(out, "networks", token.reach.networks);
  if (!token.reach.agency.empty()) out["agency"] = token.reach.agency;
  return out;
}

Response issue_token(Call& call) {
  const auto wish = token_wish(call);
  if (!wish) return refused(call, wish.error());
  const auto issued = call.storage.tokens().issue(*wish, now(std::nullopt).now);
  if (!issued) return refused(call, issued.error());
  auto body = write(issued->token);
  body["secret"] = issued->line;
  auto response = json_answer(201, body);
  response.headers.emplace_back("Location", "/v1/tokens/" + issued->token.id);
  return response;
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
       "Issues a token; its secret is shown this once",
       {Right::manage_access},
       Use::write,
       {},
       "TokenWish",
       "IssuedToken",
       201,
       issue_token},
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
