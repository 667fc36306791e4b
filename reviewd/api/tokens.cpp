#include <boost/json/array.hpp>

#include "libreview/calendar/instant.hpp"
#include "libreview/vocabulary/names.hpp"
#include "reviewd/api/endpoint.hpp"
#include "reviewd/api/text_fields.hpp"
#include "reviewd/now.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::Right;

json::object write(const review::Token& token) {
  json::object out{{"token", token.id},
                   {"person", "people/" + token.person},
                   {"role", token.role},
                   {"created", token.created},
                   {"expires", token.expires}};
  if (!token.revoked.empty()) out["revoked"] = token.revoked;
  return out;
}

review::Result<review::TokenWish> wish_of(const Call& call) {
  const auto fields = text_fields(call, {"person", "role"}, {"expires"});
  if (!fields) return review::refuse(fields.error());
  const auto role = role_of(*fields);
  if (!role) return review::refuse(role.error());
  const auto& person = fields->at("person");
  review::TokenWish wish{review::bare_reference(person).value_or(person), std::string(review::role_name(*role)),
                         call.reader.person};
  if (const auto given = fields->find("expires"); given != fields->end()) {
    const auto expires = review::parse_instant(given->second);
    if (!expires) return review::refuse(expires.error());
    wish.expires = *expires;
  }
  return wish;
}

Response issue_token(Call& call) {
  const auto wish = wish_of(call);
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
