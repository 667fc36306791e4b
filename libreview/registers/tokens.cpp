#include "libreview/registers/tokens.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "libreview/registers/people.hpp"
#include "libreview/store/access_log.hpp"
#include "libreview/store/digest.hpp"
#include "libreview/store/token_text.hpp"

namespace review {
namespace {

constexpr std::string_view select_token =
    "SELECT token, person, role, created, expires, coalesce(revoked, ''), scopes, cases, networks, agency, "
    "coalesce(used, '') FROM tokens ";
/// How exactly the last use is known.
constexpr std::chrono::minutes noted_every{1};

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words;
  for (std::size_t from = 0; from < text.size();) {
    const auto end = std::min(text.find(' ', from), text.size());
    words.push_back(text.substr(from, end - from));
    from = end + 1;
  }
  return words;
}

Token token_of(const Prepared& row) {
  return {row.text(0),
          row.text(1),
          row.text(2),
          row.text(3),
          row.text(4),
          row.text(5),
          {words_of(row.text(6)), words_of(row.text(7)), words_of(row.text(8)), row.text(9)},
          row.text(10)};
}

bool is_word(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < 0x7F; });
}

bool are_words(const TokenReach& reach) {
  const auto words = [](const std::vector<std::string>& list) {
    return std::all_of(list.begin(), list.end(), is_word);
  };
  return words(reach.scopes) && words(reach.cases) && words(reach.networks) &&
         (reach.agency.empty() || is_word(reach.agency));
}

std::string narrowed(const TokenReach& reach) {
  std::string says;
  const auto add = [&](std::string_view what, const std::string& words) {
    if (!words.empty()) says += fmt::format(", {} {}", what, words);
  };
  add("for", fmt::format("{}", fmt::join(reach.scopes, " ")));
  add("cases", fmt::format("{}", fmt::join(reach.cases, " ")));
  add("from", fmt::format("{}", fmt::join(reach.networks, " ")));
  add("speaking for", reach.agency);
  return says;
}

}  // namespace

Result<IssuedToken> Tokens::issue(const TokenWish& wish, Instant now) {
  if (!is_person(wish.person)) return refuse(not_a_person());
  if (wish.role.empty()) return refuse(Code::malformed, "Say which role the token has.");
  const auto expires = wish.expires.value_or(now + token_life);
  if (expires <= now) return refuse(Code::malformed, "A token expires after it is issued, not before.");
  if (expires > now + token_life) {
    return refuse(Code::malformed,
                  fmt::format("A token lives for {} days at most. Issue the next one then.", token_life.count()));
  }
  if (!are_words(wish.reach)) return refuse(Code::malformed, "Scopes, cases, networks and agencies have no blanks.");
  return store_.in_one_transaction([&]() -> Result<IssuedToken> {
    const auto text = new_token_text(random_);
    const auto digest = sha256({text.secret});
    const Token token{text.id, wish.person, wish.role, rfc3339(now), rfc3339(expires), {}, wish.reach, {}};
    AccessLog log(store_);
    make_person(store_, token.person, wish.by, now);
    store_
        .prepare(
            "INSERT INTO tokens(token, person, role, secret_digest, created, expires, scopes, cases, networks, agency) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .with(token.id, token.person, token.role, std::span<const std::uint8_t>(digest), token.created, token.expires,
              fmt::format("{}", fmt::join(token.reach.scopes, " ")),
              fmt::format("{}", fmt::join(token.reach.cases, " ")),
              fmt::format("{}", fmt::join(token.reach.networks, " ")), token.reach.agency)
        .run();
    log.add(now, wish.by, "token-issued", token.id,
            fmt::format("to {} as {} until {}{}", token.person, token.role, token.expires, narrowed(token.reach)));
    return IssuedToken{token, token_line(text)};
  });
}

std::vector<Token> Tokens::list() {
  return store_.reading([&] {
    static const auto sql = std::string(select_token) + "ORDER BY created, token";
    std::vector<Token> tokens;
    auto rows = store_.prepare(sql);
    while (rows.step()) {
      auto token = token_of(rows);
      if (const auto use = uses_.find(token.id); use != uses_.end()) token.used = use->second;
      tokens.push_back(std::move(token));
    }
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

Result<void> Tokens::note_uses() {
  if (uses_.empty()) return {};
  return store_.in_one_transaction([&]() -> Result<void> {
    for (const auto& [token, used] : uses_) {
      store_.prepare("UPDATE tokens SET used = ? WHERE token = ?").with(used, token).run();
    }
    uses_.clear();
    return {};
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
    auto shut_out = store_.prepare("SELECT 1 FROM accounts WHERE person = ? AND disabled IS NOT NULL");
    if (shut_out.with(token->person).step()) return std::nullopt;
    if (token->used <= rfc3339(now - noted_every)) uses_[token->id] = rfc3339(now);
    return token;
  });
}

}  // namespace review
