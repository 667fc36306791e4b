#include "libreview/views/words.hpp"

#include <fmt/format.h>

#include "libreview/views/entry_words.hpp"
#include "libreview/views/excerpt_of.hpp"
#include "libreview/vocabulary/record_name.hpp"

namespace review {
void Words::reset() {
  store_.database().exec(
      fmt::format("DROP TABLE IF EXISTS view_words; DROP TABLE IF EXISTS view_places;"
                  "CREATE TABLE view_places (id INTEGER PRIMARY KEY, record TEXT NOT NULL, entry TEXT NOT NULL,"
                  " UNIQUE (record, entry)) STRICT;"
                  "CREATE VIRTUAL TABLE view_words USING fts5(words, tokenize = '{}', prefix = '2 3');",
                  words_tokenizer));
}

// No RETURNING: a statement that writes must have run to its end before the index is written. Otherwise its reset makes
// FTS5 write its tables outside any statement, which the defensive setting forbids, and SQLite drops the transaction.
void Words::insert(const std::string& record, const std::string& entry, const std::string& words) {
  store_.prepare("INSERT INTO view_places (record, entry) VALUES (?, ?)").with(record, entry).run();
  const auto id = store_.database().getLastInsertRowid();
  store_.prepare("INSERT INTO view_words (rowid, words) VALUES (?, ?)").with(id, words).run();
}

void Words::remove(const std::string& record) {
  store_.prepare("DELETE FROM view_words WHERE rowid IN (SELECT id FROM view_places WHERE record = ?)")
      .with(record)
      .run();
  store_.prepare("DELETE FROM view_places WHERE record = ?").with(record).run();
}

void Words::keep_case(const v1::CaseFile& file, const std::string& record) {
  const auto words = words_of(file);
  std::int64_t id = 0;
  {
    auto kept = store_.prepare(
        "SELECT p.id, w.words FROM view_places p JOIN view_words w ON w.rowid = p.id "
        "WHERE p.record = ? AND p.entry = ''");
    if (kept.with(record).step()) {
      if (kept.text(1) == words) return;
      id = kept.integer(0);
    }
  }
  if (id == 0) return insert(record, "", words);
  store_.prepare("UPDATE view_words SET words = ? WHERE rowid = ?").with(words, id).run();
}

Result<void> Words::add(const v1::CaseFile& file, const v1::Entry& entry) {
  return store_.attempt([&]() -> Result<void> {
    const auto record = record_of(file.case_());
    keep_case(file, record);
    if (const auto words = words_of(entry); !entry.hidden() && !words.empty()) insert(record, entry.entry(), words);
    return {};
  });
}

Result<void> Words::put(const v1::CaseFile& file, const std::vector<v1::Entry>& entries) {
  return store_.attempt([&]() -> Result<void> {
    const auto record = record_of(file.case_());
    remove(record);
    keep_case(file, record);
    for (const auto* entry : entries_that_count(entries)) {
      if (const auto words = words_of(*entry); !words.empty()) insert(record, entry->entry(), words);
    }
    return {};
  });
}

Result<void> Words::tidy() {
  return store_.attempt([&]() -> Result<void> {
    store_.prepare("INSERT INTO view_words (view_words) VALUES ('optimize')").run();
    return {};
  });
}

void Words::each(const std::string& match, const Condition& seen, const std::function<bool(const Place&)>& visit) {
  store_.reading([&] {
    auto rows = store_.prepare(
        "SELECT p.id, p.record, p.entry FROM view_words w CROSS JOIN view_places p ON p.id = w.rowid WHERE " +
        seen.sql + " AND view_words MATCH ? ORDER BY p.entry <> '', w.rank, p.id DESC");
    auto bound = seen.bound;
    bound.push_back(match);
    rows.give_each(bound);
    while (rows.step()) {
      if (!visit(Place{rows.integer(0), rows.text(1), rows.text(2)})) return;
    }
  });
}

std::vector<std::vector<Excerpt>> Words::excerpts(const std::string& match, const std::vector<std::int64_t>& places) {
  return store_.reading([&] {
    std::vector<std::string> texts;
    for (const auto place : places) {
      auto text = store_.prepare("SELECT words FROM view_words WHERE rowid = ?");
      texts.push_back(text.with(place).step() ? text.text(0) : std::string());
    }
    return excerpts_of(match, texts);
  });
}

std::string Words::dump() {
  return store_.reading([&] {
    std::string out;
    auto rows = store_.prepare(
        "SELECT p.record, p.entry, w.words FROM view_places p JOIN view_words w ON w.rowid = p.id "
        "ORDER BY p.record, p.entry");
    while (rows.step()) out += fmt::format("{}|{}|{}\n", rows.text(0), rows.text(1), rows.text(2));
    return out;
  });
}

}  // namespace review
