#include <fmt/format.h>

#include <boost/json/array.hpp>

#include "libreview/calendar/instant.hpp"
#include "libreview/vocabulary/names.hpp"
#include "reviewd/api/endpoint.hpp"
#include "reviewd/now.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::Code;
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

/// A text field of a small object; a refusal where it is missing or no text.
review::Result<std::string> text_of(const json::object& object, std::string_view name) {
  const auto* value = object.if_contains(name);
  review::Refusal refusal{value == nullptr ? Code::missing_field : Code::wrong_type,
                          value == nullptr ? fmt::format("Give {}.", name) : fmt::format("{} is text.", name)};
  if (value != nullptr && value->is_string()) return std::string(value->get_string());
  refusal.violations.push_back(review::Violation{fmt::format("/{}", name), refusal.says});
  return review::refuse(std::move(refusal));
}

review::Result<review::TokenWish> wish_of(const Call& call) {
  const auto body = json_body(call);
  if (!body) return review::refuse(body.error());
  const auto* object = body->if_object();
  if (object == nullptr) return review::refuse(Code::wrong_type, "Send an object with person and role.");
  for (const auto& [key, value] : *object) {
    if (key == "person" || key == "role" || key == "expires") continue;
    review::Refusal refusal{Code::unknown_field, "There is no field of this name here."};
    refusal.violations.push_back(review::Violation{fmt::format("/{}", std::string_view(key)), refusal.says});
    return review::refuse(std::move(refusal));
  }
  const auto person = text_of(*object, "person");
  if (!person) return review::refuse(person.error());
  const auto role = text_of(*object, "role");
  if (!role) return review::refuse(role.error());
  if (!review::find_role(*role)) {
    review::Refusal refusal{Code::not_a_choice, "Choose one of administrator, coordinator, reader."};
    refusal.violations.push_back(review::Violation{"/role", refusal.says});
    return review::refuse(std::move(refusal));
  }
  review::TokenWish wish{review::bare_reference(*person).value_or(*person), *role, call.reader.person};
  if (object->contains("expires")) {
    const auto text = text_of(*object, "expires");
    if (!text) return review::refuse(text.error());
    const auto expires = review::parse_instant(*text);
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
