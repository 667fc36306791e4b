#include "libreview/journal/sqlite_journal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <stdexcept>

#include "libreview/journal/altered_entry.hpp"
#include "libreview/journal/entry_row.hpp"
#include "libreview/journal/leaf.hpp"

namespace review {
namespace {

using Salt = std::array<std::uint8_t, salt_size>;

std::vector<StoredEntry> all(Prepared& statement) {
  std::vector<StoredEntry> entries;
  while (statement.step()) entries.push_back(believed(entry_row(statement)));
  return entries;
}

/// The versions of consecutive entries must be, too: a gap is an entry that went missing.
void demand_unbroken(const std::vector<StoredEntry>& entries, int after_version) {
  for (const auto& entry : entries) {
    if (entry.version != ++after_version) {
      throw AlteredEntry({entry.seq, entry.record, "the entry before it is missing from its record"});
    }
  }
}

std::int64_t as_limit(std::size_t limit) { return static_cast<std::int64_t>(limit); }

}  // namespace

Result<StoredEntry> SqliteJournal::append(const NewEntry& entry) {
  store_.require_transaction();
  return store_.attempt([&]() -> Result<StoredEntry> {
    const auto now = version(entry.record);
    if (now != entry.expected_version) {
      return refuse(Code::stale,
                    fmt::format("{} is at version {}, not {}: read it again, and decide on what it says now.",
                                entry.record, now, entry.expected_version));
    }
    Salt open_salt{};
    Salt sealed_salt{};
    random_.fill(open_salt);
    random_.fill(sealed_salt);
    StoredEntry stored{size() + 1,  entry.record, now + 1,    entry.entry,  entry.kind, entry.recorded_time,
                       entry.actor, {},           entry.open, entry.sealed, false};
    stored.leaf = leaf_bytes({stored.seq, stored.entry, stored.record, stored.version, stored.kind,
                              stored.recorded_time, stored.actor, part_digest(as_text(open_salt), stored.open),
                              part_digest(as_text(sealed_salt), stored.sealed)});
    store_
        .prepare("INSERT INTO entries(seq, record, version, entry, leaf, open_salt, open) VALUES (?, ?, ?, ?, ?, ?, ?)")
        .with(stored.seq, stored.record, stored.version, stored.entry, stored.leaf,
              std::span<const std::uint8_t>(open_salt), stored.open)
        .run();
    store_.prepare("INSERT INTO sealed(seq, salt, sealed) VALUES (?, ?, ?)")
        .with(stored.seq, std::span<const std::uint8_t>(sealed_salt), stored.sealed)
        .run();
    add_leaf(stored.seq, stored.leaf);
    return stored;
  });
}

void SqliteJournal::add_leaf(std::int64_t seq, std::string_view leaf) {
  grow(nodes(), seq - 1, leaf_hash(leaf), [this](int level, std::int64_t index, const Digest& hash) {
    store_.prepare("INSERT INTO nodes(level, idx, hash) VALUES (?, ?, ?)")
        .with(level, index, std::span<const std::uint8_t>(hash))
        .run();
  });
}

std::vector<StoredEntry> SqliteJournal::read(std::string_view record) {
  return store_.reading([&] {
    static const auto sql = std::string(select_entry_row) + "WHERE e.record = ? ORDER BY e.version";
    auto statement = store_.prepare(sql);
    auto entries = all(statement.with(record));
    demand_unbroken(entries, 0);
    return entries;
  });
}

std::vector<StoredEntry> SqliteJournal::page(std::string_view record, int after_version, std::size_t limit) {
  return store_.reading([&] {
    static const auto sql =
        std::string(select_entry_row) + "WHERE e.record = ? AND e.version > ? ORDER BY e.version LIMIT ?";
    auto statement = store_.prepare(sql);
    auto entries = all(statement.with(record, after_version, as_limit(limit)));
    demand_unbroken(entries, after_version);
    return entries;
  });
}

std::optional<StoredEntry> SqliteJournal::find(std::string_view record, std::string_view entry) {
  return store_.reading([&]() -> std::optional<StoredEntry> {
    static const auto sql = std::string(select_entry_row) + "WHERE e.entry = ? AND e.record = ?";
    auto statement = store_.prepare(sql);
    if (!statement.with(entry, record).step()) return std::nullopt;
    return believed(entry_row(statement));
  });
}

std::vector<StoredEntry> SqliteJournal::since(std::int64_t seq, std::size_t limit) {
  return store_.reading([&] {
    static const auto sql = std::string(select_entry_row) + "WHERE e.seq > ? ORDER BY e.seq LIMIT ?";
    auto statement = store_.prepare(sql);
    auto entries = all(statement.with(seq, as_limit(limit)));
    for (const auto& entry : entries) {
      if (entry.seq != ++seq) throw AlteredEntry({seq, {}, "the entry is missing from the log"});
    }
    return entries;
  });
}

bool SqliteJournal::has(std::string_view record, std::string_view kind) {
  return store_.reading([&] {
    auto found = store_.prepare("SELECT 1 FROM entries WHERE record = ? AND instr(leaf, ?) > 0 LIMIT 1");
    return found.with(record, fmt::format("\"kind\":\"{}\"", kind)).step();
  });
}

int SqliteJournal::version(std::string_view record) {
  return store_.reading([&] {
    auto newest = store_.prepare("SELECT coalesce(max(version), 0) FROM entries WHERE record = ?");
    return newest.with(record).step() ? newest.small(0) : 0;
  });
}

std::vector<std::string> SqliteJournal::records(std::string_view prefix, std::string_view after, std::size_t limit) {
  return store_.reading([&] {
    std::vector<std::string> names;
    auto found = std::string(after);
    if (found < prefix) {  // begin at the prefix itself, which may be a name
      auto first = store_.prepare("SELECT min(record) FROM entries WHERE record >= ?");
      if (limit == 0 || !first.with(prefix).step() || first.is_null(0)) return names;
      found = first.text(0);
      if (!found.starts_with(prefix)) return names;
      names.push_back(found);
    }
    while (names.size() < limit) {
      auto next = store_.prepare("SELECT min(record) FROM entries WHERE record > ?");
      if (!next.with(found).step() || next.is_null(0)) return names;
      found = next.text(0);
      if (!found.starts_with(prefix)) return names;
      names.push_back(found);
    }
    return names;
  });
}

Result<std::int64_t> SqliteJournal::next_number(std::string_view counter) {
  store_.require_transaction();
  return store_.attempt([&]() -> Result<std::int64_t> {
    auto count = store_.prepare(
        "INSERT INTO counters(counter, last) VALUES (?, 1) ON CONFLICT(counter) DO UPDATE SET last = last + 1 "
        "RETURNING last");
    if (!count.with(counter).step()) throw std::logic_error("a counter did not answer");
    return count.integer(0);
  });
}

Result<void> SqliteJournal::erase(std::string_view record, std::string_view entry) {
  store_.require_transaction();
  return store_.attempt([&]() -> Result<void> {
    auto place = store_.prepare("SELECT seq FROM entries WHERE entry = ? AND record = ?");
    if (!place.with(entry, record).step()) return refuse(Code::not_found, "There is no such entry in this record.");
    store_.prepare("DELETE FROM sealed WHERE seq = ?").with(place.integer(0)).run();
    store_.prepare("DELETE FROM idempotency WHERE entry = ?").with(entry).run();
    return {};
  });
}

Result<void> SqliteJournal::scrub() { return store_.scrub(); }

std::int64_t SqliteJournal::size() {
  return store_.reading([&] {
    auto newest = store_.prepare("SELECT coalesce(max(seq), 0) FROM entries");
    return newest.step() ? newest.integer(0) : 0;
  });
}

Digest SqliteJournal::node(int level, std::int64_t index) {
  return store_.reading([&] {
    auto found = store_.prepare("SELECT hash FROM nodes WHERE level = ? AND idx = ?");
    const auto bytes = found.with(level, index).step() ? found.text(0) : std::string();
    Digest hash{};
    if (bytes.size() != hash.size()) {
      throw AlteredEntry({((index + 1) << level), {}, "the tree has lost the hash of a subtree that ends here"});
    }
    std::copy(bytes.begin(), bytes.end(), hash.begin());
    return hash;
  });
}

NodeAt SqliteJournal::nodes() {
  return [this](int level, std::int64_t index) { return node(level, index); };
}

Head SqliteJournal::head() { return *head_at(size()); }

std::optional<Head> SqliteJournal::head_at(std::int64_t size) {
  if (size < 0 || size > this->size()) return std::nullopt;
  return Head{size, to_hex(root_of(nodes(), size))};
}

std::vector<Digest> SqliteJournal::inclusion(std::int64_t seq, std::int64_t size) {
  if (size > this->size()) throw std::out_of_range("the log is not so long");
  return inclusion_proof(nodes(), seq - 1, size);
}

std::vector<Digest> SqliteJournal::consistency(std::int64_t first, std::int64_t second) {
  if (second > size()) throw std::out_of_range("the log is not so long");
  return consistency_proof(nodes(), first, second);
}

}  // namespace review
