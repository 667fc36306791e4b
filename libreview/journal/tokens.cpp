#include "libreview/journal/tokens.hpp"

#include <fmt/format.h>

#include "libreview/journal/access_log.hpp"
#include "libreview/journal/digest.hpp"
#include "libreview/journal/people.hpp"
#include "libreview/journal/token_text.hpp"

namespace review {
namespace {

constexpr std::string_view select_token =
    "SELECT token, person, role, created, expires, coalesce(revoked, '') FROM tokens ";

Token token_of(const Prepared& row) {
  return {row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5)};
}

}  // namespace

Result<IssuedToken> Tokens::issue(const TokenWish& wish, Instant now) {
  if (!is_person(wish.person)) return refuse(not_a_person());
  if (wish.role.empty()) return refuse(Code::malformed, "Say which role the token has.");
  const auto expires = wish.expires.value_or(now + token_life);
  if (expires <= now) return refuse(Code::malformed, "A token expires after it is issued, not before.");
  return store_.in_one_transaction([&]() -> Result<IssuedToken> {
    const auto text = new_token_text(random_);
    const auto digest = sha256({text.secret});
    const Token token{text.id, wish.person, wish.role, rfc3339(now), rfc3339(expires), {}};
    AccessLog log(store_);
    make_person(store_, token.person, wish.by, now);
    store_.prepare("INSERT INTO tokens(token, person, role, secret_digest, created, expires) VALUES (?, ?, ?, ?, ?, ?)")
        .with(token.id, token.person, token.role, std::span<const std::uint8_t>(digest), token.created, token.expires)
        .run();
    log.add(now, wish.by, "token-issued", token.id,
            fmt::format("to {} as {} until {}", token.person, token.role, token.expires));
    return IssuedToken{token, token_line(text)};
  });
}

std::vector<Token> Tokens::list() {
  return store_.reading([&] {
    static const auto sql = std::string(select_token) + "ORDER BY created, token";
    std::vector<Token> tokens;
    auto rows = store_.prepare(sql);
    while (rows.step()) tokens.push_back(token_of(rows));
    return tokens;
  });
}

std::optional<Token> Tokens::by_id(std::string_view id) {
  static const auto sql = std::string(select_token) + "WHERE token = ?";
  auto row = store_.prepare(sql);
  if (!row.with(id).step()) return std::nullopt;
  return token_of(row);
}

Result<Token> Tokens::revoke(std::string_view id, const std::string& by, Instant now) {
  return store_.in_one_transaction([&]() -> Result<Token> {
    auto token = by_id(id);
    if (!token) return refuse(Code::not_found, "There is no token with that id.");
    if (!token->revoked.empty()) return *token;
    token->revoked = rfc3339(now);
    store_.prepare("UPDATE tokens SET revoked = ? WHERE token = ?").with(token->revoked, token->id).run();
    AccessLog(store_).add(now, by, "token-revoked", token->id, "of " + token->person);
    return *token;
  });
}

std::optional<Token> Tokens::find(std::string_view presented, Instant now) {
  const auto text = parse_token(presented);
  if (!text) return std::nullopt;
  return store_.reading([&]() -> std::optional<Token> {
    auto row = store_.prepare("SELECT secret_digest FROM tokens WHERE token = ?");
    const auto same = is_kept(row.with(text->id).step() ? row.text(0) : std::string(), text->secret);
    auto token = by_id(text->id);
    if (!same || !token) return std::nullopt;
    if (!token->revoked.empty() || token->expires <= rfc3339(now)) return std::nullopt;
    return token;
  });
}

}  // namespace review
