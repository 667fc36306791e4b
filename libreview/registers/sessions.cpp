#include "libreview/registers/sessions.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "libreview/store/access_log.hpp"
#include "libreview/store/digest.hpp"
#include "libreview/store/token_text.hpp"

namespace review {
namespace {

/// How exactly the last request of a session is known.
constexpr std::chrono::minutes noted_every{1};

/// A text of ours; of a session from before it was noted, the beginning of time.
Instant instant_of(const std::string& text) { return parse_instant(text).value_or(Instant{}); }

Session session_of(const Prepared& row) {
  return {row.text(0), row.text(1), instant_of(row.text(2)), instant_of(row.text(3)), instant_of(row.text(4))};
}

}  // namespace

Instant Session::ends() const { return std::min<Instant>(begun + session_life, seen + session_idle); }

bool is_fresh(const Session& session, Instant now) { return now < session.proved + proof_life; }

Result<std::string> Sessions::begin(const std::string& person, Instant now) {
  return store_.in_one_transaction([&]() -> Result<std::string> {
    store_.prepare("DELETE FROM sessions WHERE ended IS NOT NULL OR begun <= ?")
        .with(rfc3339(now - session_known))
        .run();
    const auto text = new_token_text(random_);
    const auto digest = sha256({text.secret});
    const auto at = rfc3339(now);
    store_
        .prepare("INSERT INTO sessions(session, person, secret_digest, begun, seen, proved) VALUES (?, ?, ?, ?, ?, ?)")
        .with(text.id, person, std::span<const std::uint8_t>(digest), at, at, at)
        .run();
    store_.prepare("UPDATE accounts SET last_signed_in = ? WHERE person = ?").with(at, person).run();
    AccessLog(store_).add(now, person, "signed-in", person, "");
    return token_line(text);
  });
}

std::optional<Session> Sessions::look(std::string_view line, Instant now) {
  const auto text = parse_token(line);
  if (!text) return std::nullopt;
  return store_.reading([&]() -> std::optional<Session> {
    auto row = store_.prepare(
        "SELECT session, person, begun, seen, proved, secret_digest FROM sessions "
        "WHERE session = ? AND ended IS NULL AND begun > ? AND seen > ?");
    const auto live = row.with(text->id, rfc3339(now - session_life), rfc3339(now - session_idle)).step();
    if (!is_kept(live ? row.text(5) : std::string(), text->secret)) return std::nullopt;
    return session_of(row);
  });
}

std::optional<Account> Sessions::find(std::string_view line, Instant now) {
  const auto session = look(line, now);
  if (!session) return std::nullopt;
  auto account = Accounts(store_, random_).find(session->person);
  if (!account || !account->disabled.empty()) return std::nullopt;
  if (session->seen <= now - noted_every) {
    if (!extend(line, now)) return std::nullopt;
  }
  return account;
}

std::optional<Account> Sessions::over(std::string_view line, Instant now) {
  const auto text = parse_token(line);
  if (!text) return std::nullopt;
  return store_.reading([&]() -> std::optional<Account> {
    auto row = store_.prepare(
        "SELECT secret_digest, person FROM sessions WHERE session = ? AND ended IS NULL AND begun > ? "
        "AND (begun <= ? OR seen <= ?)");
    const auto known =
        row.with(text->id, rfc3339(now - session_known), rfc3339(now - session_life), rfc3339(now - session_idle))
            .step();
    if (!is_kept(known ? row.text(0) : std::string(), text->secret)) return std::nullopt;
    auto found = Accounts(store_, random_).find(row.text(1));
    return found && found->disabled.empty() ? found : std::nullopt;
  });
}

Result<void> Sessions::extend(std::string_view line, Instant now) {
  return store_.in_one_transaction([&]() -> Result<void> {
    if (const auto session = look(line, now)) {
      store_.prepare("UPDATE sessions SET seen = ? WHERE session = ?").with(rfc3339(now), session->id).run();
    }
    return {};
  });
}

Result<std::string> Sessions::prove(std::string_view line, Instant now) {
  return store_.in_one_transaction([&]() -> Result<std::string> {
    const auto session = look(line, now);
    if (!session) return refuse(Code::not_found, "This session is over.");
    const TokenText text{session->id, new_token_text(random_).secret};
    const auto digest = sha256({text.secret});
    store_.prepare("UPDATE sessions SET secret_digest = ?, seen = ?, proved = ? WHERE session = ?")
        .with(std::span<const std::uint8_t>(digest), rfc3339(now), rfc3339(now), session->id)
        .run();
    return token_line(text);
  });
}

std::vector<Session> Sessions::list(std::string_view person, Instant now) {
  return store_.reading([&] {
    std::vector<Session> sessions;
    auto rows = store_.prepare(
        "SELECT session, person, begun, seen, proved FROM sessions "
        "WHERE person = ? AND ended IS NULL AND begun > ? AND seen > ? ORDER BY seen DESC, session");
    rows.give(person, rfc3339(now - session_life), rfc3339(now - session_idle));
    while (rows.step()) sessions.push_back(session_of(rows));
    return sessions;
  });
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
    AccessLog(store_).add(now, person, "signed-out", person, "");
    return {};
  });
}

Result<int> Sessions::end_all(const std::string& person, std::string_view but, const std::string& by, Instant now) {
  return store_.in_one_transaction([&]() -> Result<int> {
    const auto ended =
        store_.prepare("UPDATE sessions SET ended = ? WHERE person = ? AND session <> ? AND ended IS NULL")
            .with(rfc3339(now), person, but)
            .run_counting();
    store_.prepare("DELETE FROM pending_sign_ins WHERE person = ?").with(person).run();
    if (ended > 0) AccessLog(store_).add(now, by, "sessions-ended", person, fmt::format("{}", ended));
    return ended;
  });
}

}  // namespace review
