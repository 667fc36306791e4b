#include <sodium.h>

#include "libreview/journal/sqlite_journal.hpp"
#include "libreview/store/digest.hpp"

namespace review {

std::string SqliteJournal::keyed_digest(std::string_view bytes) {
  static_assert(crypto_auth_hmacsha256_KEYBYTES == 32 && crypto_auth_hmacsha256_BYTES == 32);
  Digest digest{};
  crypto_auth_hmacsha256(digest.data(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                         reinterpret_cast<const unsigned char*>(store_.key().data()));
  return to_hex(digest);
}

std::optional<IdempotencyRow> SqliteJournal::find_request(std::string_view person, std::string_view key_digest,
                                                          std::string_view not_before) {
  return store_.reading([&]() -> std::optional<IdempotencyRow> {
    auto found = store_.prepare(
        "SELECT request_digest, record, entry, version, created FROM idempotency "
        "WHERE person = ? AND key_digest = ? AND created >= ?");
    if (!found.with(person, key_digest, not_before).step()) return std::nullopt;
    return IdempotencyRow{std::string(person), std::string(key_digest), found.text(0), found.text(1),
                          found.text(2),       found.small(3),          found.text(4)};
  });
}

Result<void> SqliteJournal::remember_request(const IdempotencyRow& row) {
  store_.require_transaction();
  return store_.attempt([&]() -> Result<void> {
    store_
        .prepare(
            "INSERT OR REPLACE INTO idempotency(person, key_digest, request_digest, record, entry, version, created) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)")
        .with(row.person, row.key_digest, row.request_digest, row.record, row.entry, row.version, row.created)
        .run();
    return {};
  });
}

Result<int> SqliteJournal::forget_requests(std::string_view before) {
  store_.require_transaction();
  return store_.attempt([&]() -> Result<int> {
    return store_.prepare("DELETE FROM idempotency WHERE created < ?").with(before).run_counting();
  });
}

}  // namespace review
