#include "libreview/registers/notice_settings.hpp"

#include <sodium.h>

#include <cstdint>
#include <span>

#include "libreview/calendar/london.hpp"
#include "libreview/registers/return_links.hpp"
#include "libreview/store/access_log.hpp"
#include "libreview/store/digest.hpp"
#include "libreview/store/six_digits.hpp"

namespace review {
namespace {

constexpr std::string_view select_wish =
    "SELECT person, mailbox, asked, chosen, away_from, away_until, cover FROM notice_settings ";

NoticeWish wish_of(const Prepared& row) {
  return {row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5), row.text(6)};
}

Digest code_digest(const Store& store, std::string_view person, std::string_view mailbox, std::string_view code) {
  return sha256({"code of the mailbox ", store.key(), " ", person, " ", mailbox, " ", code});
}

bool is_same(std::string_view kept, const Digest& digest) {
  return kept.size() == digest.size() && sodium_memcmp(kept.data(), digest.data(), digest.size()) == 0;
}

void make_row(Store& store, const std::string& person) {
  store.prepare("INSERT INTO notice_settings(person) VALUES (?) ON CONFLICT DO NOTHING").with(person).run();
}

}  // namespace

std::string NoticeWish::when(std::string_view role) const {
  if (!chosen.empty()) return chosen;
  return role == "coordinator" || role == "chair" ? "DAILY" : "NONE";
}

bool NoticeWish::is_away(Date today) const {
  return !away_from.empty() && away_from <= today.iso() && today.iso() <= away_until;
}

NoticeWish NoticeSettings::of(const std::string& person) {
  return store_.reading([&] {
    static const auto sql = std::string(select_wish) + "WHERE person = ?";
    auto row = store_.prepare(sql);
    return row.with(person).step() ? wish_of(row) : NoticeWish{.person = person};
  });
}

std::vector<NoticeWish> NoticeSettings::all() {
  return store_.reading([&] {
    static const auto sql = std::string(select_wish) + "WHERE mailbox <> '' OR cover <> '' ORDER BY person";
    std::vector<NoticeWish> wishes;
    auto rows = store_.prepare(sql);
    while (rows.step()) wishes.push_back(wish_of(rows));
    return wishes;
  });
}

Result<void> NoticeSettings::choose(const NoticeWish& wish, Instant now) {
  return store_.in_one_transaction([&]() -> Result<void> {
    make_row(store_, wish.person);
    store_.prepare("UPDATE notice_settings SET chosen = ?, away_from = ?, away_until = ?, cover = ? WHERE person = ?")
        .with(wish.chosen, wish.away_from, wish.away_until, wish.cover, wish.person)
        .run();
    AccessLog(store_).add(now, wish.person, "reminders-chosen", wish.person, wish.chosen);
    return {};
  });
}

Result<void> NoticeSettings::forget_mailbox(const std::string& person, Instant now) {
  return store_.in_one_transaction([&]() -> Result<void> {
    store_.prepare("UPDATE notice_settings SET mailbox = '', asked = '', code_digest = NULL WHERE person = ?")
        .with(person)
        .run();
    AccessLog(store_).add(now, person, "mailbox-removed", person, "");
    return {};
  });
}

Result<std::optional<std::string>> NoticeSettings::ask_for_code(const std::string& person, const std::string& mailbox,
                                                                Instant now) {
  return store_.in_one_transaction([&]() -> Result<std::optional<std::string>> {
    make_row(store_, person);
    const auto today = london_day(now).iso();
    int codes = 0;
    {
      auto row = store_.prepare("SELECT code_made, codes_on, codes FROM notice_settings WHERE person = ?");
      if (row.with(person).step()) {
        if (row.text(0) > rfc3339(now - return_code_pause)) return std::optional<std::string>();
        if (row.text(1) == today) codes = row.small(2);
      }
    }
    if (codes >= return_codes_a_day) return std::optional<std::string>();
    auto code = six_digits(random_);
    const auto digest = code_digest(store_, person, mailbox, code);
    store_
        .prepare(
            "UPDATE notice_settings SET asked = ?, code_digest = ?, code_made = ?, code_tries = 0, codes_on = ?, "
            "codes = ? WHERE person = ?")
        .with(mailbox, std::span<const std::uint8_t>(digest), rfc3339(now), today, codes + 1, person)
        .run();
    AccessLog(store_).add(now, person, "mailbox-asked", person, "");
    return std::optional(std::move(code));
  });
}

Result<bool> NoticeSettings::confirm(const std::string& person, std::string_view code, Instant now) {
  return store_.in_one_transaction([&]() -> Result<bool> {
    {
      auto row = store_.prepare(
          "SELECT code_digest, asked FROM notice_settings WHERE person = ? AND code_digest IS NOT NULL AND "
          "code_made > ? AND code_tries < ?");
      if (!row.with(person, rfc3339(now - return_code_life), return_code_tries).step()) return false;
      if (!is_same(row.text(0), code_digest(store_, person, row.text(1), code))) {
        store_.prepare("UPDATE notice_settings SET code_tries = code_tries + 1 WHERE person = ?").with(person).run();
        return false;
      }
    }
    store_.prepare("UPDATE notice_settings SET mailbox = asked, asked = '', code_digest = NULL WHERE person = ?")
        .with(person)
        .run();
    AccessLog(store_).add(now, person, "mailbox-confirmed", person, "");
    return true;
  });
}

}  // namespace review
