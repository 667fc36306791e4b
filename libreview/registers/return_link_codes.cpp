#include <sodium.h>

#include <cstdint>

#include "libreview/registers/return_links.hpp"
#include "libreview/store/digest.hpp"
#include "libreview/store/six_digits.hpp"
#include "libreview/store/token_text.hpp"

/// Codes and sessions of the links of agency returns.
namespace review {
namespace {

Digest code_digest(const Store& store, std::string_view link, std::string_view code) {
  return sha256({"code of the return ", store.key(), " ", link, " ", code});
}

bool is_same(std::string_view kept, const Digest& digest) {
  return kept.size() == digest.size() && sodium_memcmp(kept.data(), digest.data(), digest.size()) == 0;
}

}  // namespace

std::optional<std::string> ReturnLinks::new_code(std::string_view link, Instant now) {
  store_.require_transaction();
  auto row = store_.prepare(
      "SELECT coalesce(code_made, ''), (SELECT count(*) FROM return_link_uses WHERE link = return_links.link AND "
      "what = 'CODE_SENT' AND time > ?) FROM return_links WHERE link = ?");
  if (!row.with(rfc3339(now - std::chrono::days{1}), link).step()) return std::nullopt;
  if (row.text(0) > rfc3339(now - return_code_pause) || row.small(1) >= return_codes_a_day) return std::nullopt;
  const auto code = six_digits(random_);
  const auto digest = code_digest(store_, link, code);
  store_.prepare("UPDATE return_links SET code_digest = ?, code_made = ?, code_tries = 0 WHERE link = ?")
      .with(std::span<const std::uint8_t>(digest), rfc3339(now), link)
      .run();
  note(link, "CODE_SENT", now);
  return code;
}

std::optional<std::string> ReturnLinks::come_in(std::string_view link, std::string_view code, Instant now) {
  store_.require_transaction();
  {
    auto row = store_.prepare(
        "SELECT code_digest FROM return_links WHERE link = ? AND code_digest IS NOT NULL AND code_made > ? AND "
        "code_tries < ?");
    const auto open = row.with(link, rfc3339(now - return_code_life), return_code_tries).step();
    if (!open || !is_same(row.text(0), code_digest(store_, link, code))) {
      if (open) store_.prepare("UPDATE return_links SET code_tries = code_tries + 1 WHERE link = ?").with(link).run();
      note(link, "CODE_WRONG", now);
      return std::nullopt;
    }
  }
  store_.prepare("UPDATE return_links SET code_digest = NULL WHERE link = ?").with(link).run();
  store_.prepare("DELETE FROM return_sessions WHERE begun <= ? OR seen <= ?")
      .with(rfc3339(now - return_session_life), rfc3339(now - return_session_idle))
      .run();
  const auto text = new_token_text(random_);
  const auto digest = sha256({text.secret});
  store_.prepare("INSERT INTO return_sessions(session, link, secret_digest, begun, seen) VALUES (?, ?, ?, ?, ?)")
      .with(text.id, link, std::span<const std::uint8_t>(digest), rfc3339(now), rfc3339(now))
      .run();
  note(link, "CAME_IN", now);
  return token_line(text);
}

bool ReturnLinks::is_in(std::string_view link, std::string_view session, Instant now) {
  const auto text = parse_token(session);
  if (!text) return false;
  {
    auto row = store_.prepare(
        "SELECT secret_digest FROM return_sessions WHERE session = ? AND link = ? AND begun > ? AND seen > ?");
    const auto open =
        row.with(text->id, link, rfc3339(now - return_session_life), rfc3339(now - return_session_idle)).step();
    if (!is_kept(open ? row.text(0) : std::string(), text->secret)) return false;
  }
  store_.require_transaction();
  store_.prepare("UPDATE return_sessions SET seen = ? WHERE session = ?").with(rfc3339(now), text->id).run();
  return true;
}

}  // namespace review
