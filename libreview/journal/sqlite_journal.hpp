#pragma once

#include "libreview/journal/journal.hpp"
#include "libreview/journal/merkle_tree.hpp"
#include "libreview/store/random.hpp"
#include "libreview/store/store.hpp"

namespace review {

struct EntryRow;

/// The log in the tables that FORMAT.md describes. Store and source of salts must outlive it.
class SqliteJournal : public Journal {
 public:
  SqliteJournal(Store& store, Random& random) : store_(store), random_(random) {}

  void begin() override { store_.begin(); }
  Result<void> commit() override { return store_.commit(); }
  void rollback() noexcept override { store_.rollback(); }

  Result<StoredEntry> append(const NewEntry& entry) override;
  [[nodiscard]] std::vector<StoredEntry> read(std::string_view record) override;
  [[nodiscard]] std::vector<StoredEntry> page(std::string_view record, int after_version, std::size_t limit) override;
  [[nodiscard]] std::optional<StoredEntry> find(std::string_view record, std::string_view entry) override;
  [[nodiscard]] std::vector<StoredEntry> since(std::int64_t seq, std::size_t limit) override;
  [[nodiscard]] bool has(std::string_view record, std::string_view kind) override;
  [[nodiscard]] int version(std::string_view record) override;
  [[nodiscard]] std::vector<std::string> records(std::string_view prefix, std::string_view after,
                                                 std::size_t limit) override;
  Result<std::int64_t> next_number(std::string_view counter) override;

  Result<void> erase(std::string_view record, std::string_view entry) override;
  Result<void> scrub() override;

  [[nodiscard]] Head head() override;
  [[nodiscard]] std::optional<Head> head_at(std::int64_t size) override;
  [[nodiscard]] std::vector<Digest> inclusion(std::int64_t seq, std::int64_t size) override;
  [[nodiscard]] std::vector<Digest> consistency(std::int64_t first, std::int64_t second) override;
  Verification verify(std::int64_t from, std::int64_t to) override;
  Verification verify_against(const Head& head) override;

  [[nodiscard]] std::string keyed_digest(std::string_view bytes) override;
  [[nodiscard]] std::optional<IdempotencyRow> find_request(std::string_view person, std::string_view key_digest,
                                                           std::string_view not_before) override;
  Result<void> remember_request(const IdempotencyRow& row) override;
  Result<int> forget_requests(std::string_view before) override;

 private:
  [[nodiscard]] std::int64_t size();
  [[nodiscard]] Digest node(int level, std::int64_t index);
  [[nodiscard]] NodeAt nodes();
  void add_leaf(std::int64_t seq, std::string_view leaf);
  [[nodiscard]] std::optional<std::string> fault_in_tree(std::int64_t seq);
  [[nodiscard]] std::optional<std::string> fault_in_versions(const EntryRow& row);
  [[nodiscard]] std::optional<BadLeaf> fault_beyond(std::int64_t size);
  void verify_rows(std::int64_t from, std::int64_t to, Verification& found);

  Store& store_;
  Random& random_;
};

}  // namespace review
