#include "libreview/registers/outbox.hpp"

#include <algorithm>
#include <stdexcept>

namespace review {
namespace {

constexpr std::string_view select_mail =
    "SELECT mail, recipient, subject, body, about, made, tries, coalesce(delivered, ''), coalesce(failed, '') "
    "FROM outbox ";
constexpr int longest_wait = 60;

Mail mail_of(const Prepared& row) {
  return {row.integer(0), row.text(1),  row.text(2), row.text(3), row.text(4),
          row.text(5),    row.small(6), row.text(7), row.text(8)};
}

/// Minutes until the next try, after so many.
std::chrono::minutes wait_after(int tries) {
  return std::chrono::minutes{std::min(longest_wait, 1 << std::min(tries, 10))};
}

}  // namespace

Result<void> Outbox::add(const NewMail& mail, Instant now) {
  if (const auto kept = put(mail, now); !kept) return refuse(kept.error());
  return {};
}

Result<std::int64_t> Outbox::put(const NewMail& mail, Instant now) {
  store_.require_transaction();
  return store_.attempt([&]() -> Result<std::int64_t> {
    if (!mail.dedupe.empty()) {
      auto before = store_.prepare("SELECT mail FROM outbox WHERE dedupe = ?1 AND dedupe <> ''");
      if (before.with(mail.dedupe).step()) return before.integer(0);
    }
    store_
        .prepare(
            "INSERT INTO outbox(recipient, subject, body, about, made, useless_after, next_try, dedupe, in_hours) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .with(mail.to, mail.subject, mail.text, mail.about, rfc3339(now), rfc3339(now + mail.useful), rfc3339(now),
              mail.dedupe, mail.in_hours ? 1 : 0)
        .run();
    auto made = store_.prepare("SELECT last_insert_rowid()");
    if (!made.step()) throw std::logic_error("a row that was added has no number");
    return made.integer(0);
  });
}

std::vector<Mail> Outbox::due(Instant now, int limit, bool within_hours) {
  return store_.reading([&] {
    static const auto sql =
        std::string(select_mail) +
        "WHERE delivered IS NULL AND failed IS NULL AND next_try <= ? AND in_hours <= ? ORDER BY mail LIMIT ?";
    std::vector<Mail> mails;
    auto rows = store_.prepare(sql);
    rows.give(rfc3339(now), within_hours ? 1 : 0, limit);
    while (rows.step()) mails.push_back(mail_of(rows));
    return mails;
  });
}

Result<void> Outbox::delivered(std::int64_t mail, Instant now) {
  return store_.in_one_transaction([&]() -> Result<void> {
    store_.prepare("UPDATE outbox SET delivered = ?, tries = tries + 1, body = '' WHERE mail = ?")
        .with(rfc3339(now), mail)
        .run();
    return {};
  });
}

Result<bool> Outbox::not_delivered(std::int64_t mail, Instant now) {
  return store_.in_one_transaction([&]() -> Result<bool> {
    auto row = store_.prepare("SELECT tries, useless_after FROM outbox WHERE mail = ?");
    if (!row.with(mail).step()) return false;
    const auto next = rfc3339(now + wait_after(row.small(0)));
    if (next > row.text(1)) {
      store_.prepare("UPDATE outbox SET failed = ?, tries = tries + 1, body = '' WHERE mail = ?")
          .with(rfc3339(now), mail)
          .run();
      return true;
    }
    store_.prepare("UPDATE outbox SET next_try = ?, tries = tries + 1 WHERE mail = ?").with(next, mail).run();
    return false;
  });
}

std::vector<Mail> Outbox::newest(int limit) {
  return store_.reading([&] {
    static const auto sql = std::string(select_mail) + "ORDER BY mail DESC LIMIT ?";
    std::vector<Mail> mails;
    auto rows = store_.prepare(sql);
    rows.give(limit);
    while (rows.step()) mails.push_back(mail_of(rows));
    return mails;
  });
}

std::string Outbox::state_of(std::string_view about) {
  return store_.reading([&]() -> std::string {
    auto row = store_.prepare(
        "SELECT delivered IS NOT NULL, failed IS NOT NULL FROM outbox WHERE about = ? ORDER BY mail DESC LIMIT 1");
    if (!row.with(about).step()) return {};
    if (row.small(0) != 0) return "DELIVERED";
    return row.small(1) != 0 ? "FAILED" : "WAITING";
  });
}

}  // namespace review
