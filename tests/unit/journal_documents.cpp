#include "libreview/journal/altered_entry.hpp"
#include "libreview/journal/check.hpp"
#include "libreview/journal/documents.hpp"
#include "libreview/store/access_log.hpp"
#include "tests/unit/journal_support.hpp"

namespace review::journal_test {
namespace {

const Instant documents_nine = *parse_instant("2026-04-02T09:00:00Z");

DocumentRow row_for(const StoredEntry& entry, const std::string& document, int version, const std::string& content) {
  DocumentRow row{entry.entry,
                  entry.record,
                  document,
                  version,
                  to_hex(sha256({content})),
                  static_cast<std::int64_t>(content.size()),
                  "text/plain",
                  "Quillfeather.txt"};
  return row;
}

/// Files a content with a new entry of a record.
DocumentRow file(SqliteJournal& journal, Store& store, const std::string& record, const std::string& document,
                 int version, const std::string& content) {
  Transaction transaction(journal);
  const auto entry = journal.append(entry_of(record, journal.version(record) + 1));
  REQUIRE(entry);
  const auto row = row_for(*entry, document, version, content);
  REQUIRE(Documents(store).add(row, content));
  REQUIRE(transaction.commit());
  return row;
}

std::int64_t count(Store& store, const std::string& table) {
  auto row = store.prepare("SELECT count(*) FROM " + table);
  REQUIRE(row.step());
  return row.integer(0);
}

TEST_CASE("A content is kept once, in pieces, and comes back as it was", "[unit][journal]") {
  InMemory memory;
  Documents documents(*memory.store);
  std::string large(600 * 1024, 'x');
  large[1] = '\0';
  file(memory.journal, *memory.store, "cases/26-0001", "document-1", 1, large);
  file(memory.journal, *memory.store, "cases/26-0001", "document-1", 2, "second");
  file(memory.journal, *memory.store, "cases/26-0002", "document-1", 1, large);
  CHECK(count(*memory.store, "document_contents") == 2);
  CHECK(count(*memory.store, "document_pieces") == 4);
  const auto rows = documents.of("cases/26-0001");
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].version == 1);
  CHECK(rows[0].state == DocumentState::held);
  CHECK(documents.content(rows[0]) == large);
  CHECK(documents.content(rows[1]) == "second");
  CHECK(documents.of("cases/26-0003").empty());
  CHECK(documents.faults().empty());
  CHECK(check(*memory.store, memory.journal).good());
}

TEST_CASE("A content goes with its entry: a rollback takes both, and a version is there once", "[unit][journal]") {
  InMemory memory;
  Documents documents(*memory.store);
  const auto first = file(memory.journal, *memory.store, "cases/26-0001", "document-1", 1, "first");
  {
    Transaction transaction(memory.journal);
    const auto entry = memory.journal.append(entry_of("cases/26-0001", 2));
    REQUIRE(documents.add(row_for(*entry, "document-1", 2, "second"), "second"));
    CHECK(documents.add(row_for(*entry, "document-1", 3, "third"), "third").error().code == Code::already_recorded);
    auto twice = row_for(*entry, "document-1", 1, "first");
    twice.entry = "another";
    CHECK(documents.add(twice, "first").error().code == Code::already_recorded);
  }
  CHECK(documents.of("cases/26-0001").size() == 1);
  CHECK(count(*memory.store, "document_contents") == 1);
  CHECK_THROWS_AS(documents.add(first, "first"), std::logic_error);
}

TEST_CASE("What a check found is said of every version with that content, once", "[unit][journal]") {
  InMemory memory;
  Documents documents(*memory.store);
  const auto one = file(memory.journal, *memory.store, "cases/26-0001", "document-1", 1, "same");
  file(memory.journal, *memory.store, "cases/26-0002", "document-1", 1, "same");
  file(memory.journal, *memory.store, "cases/26-0002", "document-2", 1, "other");
  CHECK(documents.held().size() == 2);
  REQUIRE(documents.decide(one.digest, DocumentState::clean, "a-scanner", documents_nine));
  CHECK(documents.of("cases/26-0001")[0].state == DocumentState::clean);
  CHECK(documents.of("cases/26-0002")[0].checked_by == "a-scanner");
  CHECK(documents.held().size() == 1);
  REQUIRE(documents.decide(one.digest, DocumentState::refused, "a-scanner", documents_nine));
  CHECK(documents.of("cases/26-0001")[0].state == DocumentState::clean);
  const auto log = AccessLog(*memory.store).since(0, 10);
  REQUIRE(log.size() == 2);
  CHECK(log[0].deed == "document-checked");
  CHECK(log[0].detail == "clean by a-scanner");
}

TEST_CASE("An erased document keeps its place, and what others share", "[unit][journal]") {
  OnDisk disk;
  file(*disk.journal, *disk.store, "cases/26-0001", "document-1", 1, "only Marrowbone");
  file(*disk.journal, *disk.store, "cases/26-0001", "document-1", 2, "shared");
  file(*disk.journal, *disk.store, "cases/26-0002", "document-1", 1, "shared");
  Documents documents(*disk.store);
  REQUIRE(documents.erase("cases/26-0001", "document-1", "people/an-officer", documents_nine));
  const auto rows = documents.of("cases/26-0001");
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].state == DocumentState::erased);
  CHECK(rows[0].file_name.empty());
  CHECK(documents.content(rows[0]).empty());
  CHECK(documents.content(documents.of("cases/26-0002")[0]) == "shared");
  CHECK(documents.erase("cases/26-0001", "document-9", "people/an-officer", documents_nine).error().code ==
        Code::not_found);
  CHECK(check(*disk.store, *disk.journal).good());
  REQUIRE(disk.journal->scrub());
  disk.close();
  CHECK(bytes_of(disk.file()).find("Marrowbone") == std::string::npos);
}

TEST_CASE("A content that was changed behind the store's back is not handed out", "[unit][journal]") {
  OnDisk disk;
  const auto row = file(*disk.journal, *disk.store, "cases/26-0001", "document-1", 1, "as it was");
  for (const auto* sql : {"UPDATE document_pieces SET bytes = x'00'", "UPDATE document_contents SET size = 1",
                          "UPDATE documents SET version = 2", "DELETE FROM documents"}) {
    CHECK_THROWS_AS(disk.store->database().exec(sql), SQLite::Exception);
  }
  disk.tamper("DROP TRIGGER document_pieces_stay; UPDATE document_pieces SET bytes = CAST('as it is.' AS BLOB)");
  disk.reopen();
  Documents documents(*disk.store);
  CHECK_THROWS_AS(documents.content(row), AlteredEntry);
  CHECK(documents.faults().size() == 1);
  CHECK_FALSE(check(*disk.store, *disk.journal).good());
}

}  // namespace
}  // namespace review::journal_test
