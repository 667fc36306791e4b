#include "libreview/journal/sessions.hpp"

#include "libreview/journal/access_log.hpp"
#include "libreview/journal/digest.hpp"
#include "libreview/journal/token_text.hpp"

namespace review {
namespace {

/// How exactly the last request of a session is known.
constexpr std::chrono::minutes noted_every{1};

}  // namespace

Result<std::string> Sessions::begin(const std::string& person, Instant now) {
  return store_.in_one_transaction([&]() -> Result<std::string> {
    store_.prepare("DELETE FROM sessions WHERE ended IS NOT NULL OR begun <= ? OR seen <= ?")
        .with(rfc3339(now - session_life), rfc3339(now - session_idle - noted_every))
        .run();
    const auto text = new_token_text(random_);
    const auto digest = sha256({text.secret});
    const auto at = rfc3339(now);
    store_.prepare("INSERT INTO sessions(session, person, secret_digest, begun, seen) VALUES (?, ?, ?, ?, ?)")
        .with(text.id, person, std::span<const std::uint8_t>(digest), at, at)
        .run();
    store_.prepare("UPDATE accounts SET last_signed_in = ? WHERE person = ?").with(at, person).run();
    AccessLog(store_).add(now, "people/" + person, "signed-in", person, "");
    return token_line(text);
  });
}

std::optional<Account> Sessions::find(std::string_view line, Instant now) {
  const auto text = parse_token(line);
  if (!text) return std::nullopt;
  std::string seen;
  auto account = store_.reading([&]() -> std::optional<Account> {
    auto row = store_.prepare(
        "SELECT secret_digest, person, seen FROM sessions WHERE session = ? AND ended IS NULL AND begun > ? AND seen > "
        "?");
    const auto live = row.with(text->id, rfc3339(now - session_life), rfc3339(now - session_idle)).step();
    if (!is_kept(live ? row.text(0) : std::string(), text->secret)) return std::nullopt;
    seen = row.text(2);
    auto found = Accounts(store_, random_).find(row.text(1));
    return found && found->disabled.empty() ? found : std::nullopt;
  });
  if (account && seen <= rfc3339(now - noted_every)) {
    const auto noted = store_.in_one_transaction([&]() -> Result<void> {
      store_.prepare("UPDATE sessions SET seen = ? WHERE session = ?").with(rfc3339(now), text->id).run();
      return {};
    });
    if (!noted) return std::nullopt;
  }
  return account;
}

Result<void> Sessions::end(std::string_view line, Instant now) {
  const auto text = parse_token(line);
  if (!text) return {};
  return store_.in_one_transaction([&]() -> Result<void> {
    auto row = store_.prepare("SELECT secret_digest, person FROM sessions WHERE session = ? AND ended IS NULL");
    const auto live = row.with(text->id).step();
    if (!is_kept(live ? row.text(0) : std::string(), text->secret)) return {};
    const auto person = row.text(1);
    store_.prepare("UPDATE sessions SET ended = ? WHERE session = ?").with(rfc3339(now), text->id).run();
    AccessLog(store_).add(now, "people/" + person, "signed-out", person, "");
    return {};
  });
}

}  // namespace review
