#include "libreview/registers/sign_ins.hpp"

#include <fmt/format.h>

#include "libreview/store/access_log.hpp"
#include "libreview/store/digest.hpp"
#include "libreview/store/token_text.hpp"

namespace review {
namespace {

constexpr std::chrono::days failures_kept{30};
constexpr const char* nobody = "-";

std::string hour_of(Instant now) { return rfc3339(std::chrono::floor<std::chrono::hours>(now)); }

}  // namespace

Result<std::string> SignIns::begin(const std::string& person, Instant now) {
  return store_.in_one_transaction([&]() -> Result<std::string> {
    store_.prepare("DELETE FROM pending_sign_ins WHERE person = ? OR expires <= ?").with(person, rfc3339(now)).run();
    const auto text = new_token_text(random_);
    const auto digest = sha256({text.secret});
    store_.prepare("INSERT INTO pending_sign_ins(pending, person, secret_digest, expires) VALUES (?, ?, ?, ?)")
        .with(text.id, person, std::span<const std::uint8_t>(digest), rfc3339(now + pending_life))
        .run();
    return token_line(text);
  });
}

std::optional<std::string> SignIns::find(std::string_view line, Instant now) {
  const auto text = parse_token(line);
  if (!text) return std::nullopt;
  return store_.reading([&]() -> std::optional<std::string> {
    auto row = store_.prepare("SELECT secret_digest, person FROM pending_sign_ins WHERE pending = ? AND expires > ?");
    const auto live = row.with(text->id, rfc3339(now)).step();
    if (!is_kept(live ? row.text(0) : std::string(), text->secret)) return std::nullopt;
    return row.text(1);
  });
}

Result<void> SignIns::end(const std::string& person) {
  return store_.in_one_transaction([&]() -> Result<void> {
    store_.prepare("DELETE FROM pending_sign_ins WHERE person = ?").with(person).run();
    return {};
  });
}

Result<void> SignIns::failed(const std::string& person, Instant now) {
  return store_.in_one_transaction([&]() -> Result<void> {
    auto account = store_.prepare("SELECT 1 FROM accounts WHERE person = ?");
    const std::string whose = account.with(person).step() ? person : nobody;
    store_.prepare("DELETE FROM failed_sign_ins WHERE hour <= ?").with(hour_of(now - failures_kept)).run();
    store_
        .prepare(
            "INSERT INTO failed_sign_ins(person, hour, tries) VALUES (?, ?, 1) "
            "ON CONFLICT(person, hour) DO UPDATE SET tries = tries + 1")
        .with(whose, hour_of(now))
        .run();
    const auto tries = failures(whose, std::chrono::floor<std::chrono::hours>(now));
    if (tries == 1 || tries == 10 || tries == 100) {
      AccessLog(store_).add(now, "service", "sign-in-failed", whose, fmt::format("{} in this hour", tries));
    }
    return {};
  });
}

int SignIns::failures(std::string_view person, Instant since) {
  return store_.reading([&] {
    auto row = store_.prepare("SELECT coalesce(sum(tries), 0) FROM failed_sign_ins WHERE person = ? AND hour >= ?");
    return row.with(person, hour_of(since)).step() ? row.small(0) : 0;
  });
}

}  // namespace review
