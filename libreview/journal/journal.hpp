#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libreview/base/result.hpp"
#include "libreview/journal/head.hpp"
#include "libreview/journal/idempotency_row.hpp"
#include "libreview/journal/new_entry.hpp"
#include "libreview/journal/stored_entry.hpp"
#include "libreview/journal/verification.hpp"
#include "libreview/store/digest.hpp"

namespace review {

/// The append-only log of entries. It knows *records* by name and nothing of what they are.
///
/// One thread uses it. Writes happen between `begin` and `commit`; see `Transaction`. Inside a transaction reads see
/// what it has written. Anything that reads may throw AlteredEntry (the entry disagrees with its digests) or
/// StoreBroken (see there); writes may throw StoreBroken, and std::logic_error outside a transaction.
class Journal {
 public:
  Journal() = default;
  Journal(const Journal&) = delete;
  Journal& operator=(const Journal&) = delete;
  virtual ~Journal() = default;

  /// Opens a transaction; several appends may share it. Throws std::logic_error if one is open.
  virtual void begin() = 0;
  /// On disk when it returns a value. `store_full`: nothing of the transaction was kept, and it is over.
  virtual Result<void> commit() = 0;
  /// Drops what was written since `begin`; does nothing where no transaction is open.
  virtual void rollback() noexcept = 0;

  /// `stale` where the record has another version than expected: nothing was written and the transaction goes on.
  /// `store_full`: the whole transaction is gone, with what earlier appends wrote in it.
  virtual Result<StoredEntry> append(const NewEntry& entry) = 0;

  /// The entries of a record, oldest first; none for a record that does not exist.
  [[nodiscard]] virtual std::vector<StoredEntry> read(std::string_view record) = 0;
  /// At most `limit` entries of a record after version `after_version` (0: from the first), oldest first.
  [[nodiscard]] virtual std::vector<StoredEntry> page(std::string_view record, int after_version,
                                                      std::size_t limit) = 0;
  [[nodiscard]] virtual std::optional<StoredEntry> find(std::string_view record, std::string_view entry) = 0;
  /// At most `limit` entries of all records after `seq` (0: from the first), in the order of the log.
  [[nodiscard]] virtual std::vector<StoredEntry> since(std::int64_t seq, std::size_t limit) = 0;
  /// Whether the record has an entry of this kind, without reading any.
  [[nodiscard]] virtual bool has(std::string_view record, std::string_view kind) = 0;
  /// 0 for a record that does not exist.
  [[nodiscard]] virtual int version(std::string_view record) = 0;
  /// At most `limit` names of records that begin with `prefix` and come after `after`, in byte order.
  [[nodiscard]] virtual std::vector<std::string> records(std::string_view prefix, std::string_view after,
                                                         std::size_t limit) = 0;
  /// Counts up from 1, a counter for each name (for example `cases/2026`). A rollback gives the number back.
  virtual Result<std::int64_t> next_number(std::string_view counter) = 0;

  /// Deletes the sealed part of an entry with its salt, and the idempotency rows that name the entry. Every digest
  /// and proof still holds. Doing it again changes nothing; `not_found` where there is no such entry. The words leave
  /// the file with the next `scrub`, after the commit.
  virtual Result<void> erase(std::string_view record, std::string_view entry) = 0;
  /// Makes sure that what was erased, from views too, is in none of the store's files any more. Costly: it writes the
  /// whole store anew, so once for many erasures. Not inside a transaction.
  virtual Result<void> scrub() = 0;

  [[nodiscard]] virtual Head head() = 0;
  /// The head as it was when the log had `size` entries, or nothing if it never had so many.
  [[nodiscard]] virtual std::optional<Head> head_at(std::int64_t size) = 0;
  /// That entry `seq` stands in the log of `size` entries; throws std::out_of_range unless 1 <= seq <= size.
  [[nodiscard]] virtual std::vector<Digest> inclusion(std::int64_t seq, std::int64_t size) = 0;
  /// That the log of `first` entries is the beginning of that of `second`.
  [[nodiscard]] virtual std::vector<Digest> consistency(std::int64_t first, std::int64_t second) = 0;

  /// Recomputes the entries `from` to `to`, both included and cut to what there is: digests, leaf, its place in the
  /// tree, sequence and versions. Over the whole log it also finds what was cut off its end or added beside it.
  virtual Verification verify(std::int64_t from, std::int64_t to) = 0;
  /// Verifies the whole log, and that it begins with the log that had this head.
  virtual Verification verify_against(const Head& head) = 0;

  /// HMAC-SHA-256 in hexadecimal under a key that the store made for itself: says whether two requests are the same,
  /// without keeping what would let a guess at its words be checked elsewhere.
  [[nodiscard]] virtual std::string keyed_digest(std::string_view bytes) = 0;
  /// A row not made before `not_before` (RFC 3339 UTC with milliseconds): an older one counts as forgotten.
  [[nodiscard]] virtual std::optional<IdempotencyRow> find_request(std::string_view person, std::string_view key_digest,
                                                                   std::string_view not_before) = 0;
  /// Takes the place of a row of the same person and key.
  virtual Result<void> remember_request(const IdempotencyRow& row) = 0;
  /// Deletes the rows made before that instant and says how many there were.
  virtual Result<int> forget_requests(std::string_view before) = 0;
};

}  // namespace review
