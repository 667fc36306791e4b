#include "libreview/views/learned.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>
#include <unordered_map>

#include "libreview/record/fold.hpp"
#include "libreview/record/product_sources.hpp"
#include "libreview/views/day_of.hpp"
#include "libreview/views/sight_condition.hpp"
#include "libreview/vocabulary/record_name.hpp"

namespace review {
namespace {

constexpr int most_candidates = 300;
/// More make the search slow, and find nothing that is nearer.
constexpr std::size_t most_learned_words = 12;
/// Of a text with so many rarer words, those that most recommendations have are not sought: nearly all would be found.
constexpr std::size_t enough_rare_words = 4;

/// Whether an embargo may keep words of the record from somebody: one on it, or one on a case that stands beside it
/// (see `cases_beside`): that it is reviewed with, that it audits, or that a learning product of it draws on.
bool is_coverable(const v1::CaseFile& file) {
  const bool embargoed =
      std::ranges::any_of(file.embargoes(), [](const v1::EmbargoFile& one) { return !one.lifted(); });
  const bool beside = std::ranges::any_of(
      file.reviews(), [](const v1::ReviewFile& one) { return !one.led_by().empty() || !one.joins_cases().empty(); });
  const auto has_case = [](const auto& one) { return !one.of_case().empty(); };
  const auto& audit = file.programme().audit();
  const bool audits = std::ranges::any_of(audit.cases(), has_case) || std::ranges::any_of(audit.referrals(), has_case);
  const bool draws = !product_sources(file).empty();
  return embargoed || beside || audits || draws || !file.rapid_review_led_by().empty() ||
         !file.rapid_review_joins().empty();
}

std::string stems_in(std::string_view text) {
  std::string stems;
  for (const auto& word : telling_words(text)) stems += (stems.empty() ? "" : " ") + word.stem;
  return stems;
}

std::vector<TellingWord> words_of_stems(const std::string& stems) {
  std::vector<TellingWord> words;
  std::istringstream all(stems);
  for (std::string stem; all >> stem;) words.push_back({stem, {}, weight_of(stem)});
  return words;
}

/// Those that tell most come first. A row has to share one of them, and is then compared by all.
std::string any_of_them(const std::vector<TellingWord>& words) {
  std::string match;
  std::size_t count = 0;
  for (const int weight : {2, 1}) {
    if (weight == 1 && count >= enough_rare_words) break;
    for (const auto& word : words) {
      if (word.weight != weight || count == most_learned_words) continue;
      match += fmt::format("{}\"{}\"", match.empty() ? "" : " OR ", word.stem);
      ++count;
    }
  }
  return match;
}

/// Rows that the reader sees: their stems, whether an embargo may cover them, and from column 2 on a `learned_row`.
Condition stems_seen(std::string_view from, const Reader& reader, Date today) {
  Condition asked{
      "SELECT l.stems, l.record IN (SELECT c.record FROM view_coverable c),"
      " l.record, l.entry, l.said_on, l.recorded FROM ",
      {}};
  const auto seen = cases_seen(reader, today, "l");
  asked.add(fmt::format("{} WHERE {}", from, seen.sql), seen.bound);
  return asked;
}

/// How many findings of an entry are on a theme.
int findings_on(const v1::Entry& entry, const std::string& theme) {
  const auto& findings = entry.learning_captured().findings();
  return static_cast<int>(std::ranges::count_if(findings, [&](const auto& finding) {
    return std::ranges::find(finding.themes(), theme) != finding.themes().end();
  }));
}

/// Record, entry, and when it was said stand in a row from this column on.
LearnedRow learned_row(const Prepared& row, int from) {
  return {row.text(from), row.text(from + 1), {row.text(from + 2), row.text(from + 3)}};
}

}  // namespace

SaidAt said_at(const v1::Entry& entry) { return {day_of(entry), entry.recorded_time()}; }

std::vector<std::string> themes_of(const v1::Entry& entry) {
  std::vector<std::string> themes;
  const auto put = [&](const auto& more) {
    for (const auto& theme : more) {
      if (!theme.empty() && std::ranges::find(themes, theme) == themes.end()) themes.push_back(theme);
    }
  };
  for (const auto& finding : entry.learning_captured().findings()) put(finding.themes());
  put(entry.recommendation_made().themes());
  return themes;
}

void Learned::reset() {
  store_.database().exec(
      "DROP TABLE IF EXISTS view_stems; DROP TABLE IF EXISTS view_learned; DROP TABLE IF EXISTS view_themes;"
      "DROP TABLE IF EXISTS view_coverable;"
      "CREATE TABLE view_learned (id INTEGER PRIMARY KEY, record TEXT NOT NULL, entry TEXT NOT NULL,"
      " said_on TEXT NOT NULL, recorded TEXT NOT NULL, stems TEXT NOT NULL, UNIQUE (record, entry)) STRICT;"
      // By theme in the order of time, with all that is asked of a theme: it has thousands of rows.
      "CREATE TABLE view_themes (theme TEXT NOT NULL, said_on TEXT NOT NULL, recorded TEXT NOT NULL,"
      " record TEXT NOT NULL, entry TEXT NOT NULL, findings INTEGER NOT NULL, recommendations INTEGER NOT NULL,"
      " PRIMARY KEY (theme, said_on, recorded, record, entry)) STRICT, WITHOUT ROWID;"
      "CREATE INDEX view_themes_record ON view_themes (record);"
      "CREATE TABLE view_coverable (record TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;"
      "CREATE VIRTUAL TABLE view_stems USING fts5(stems, content = 'view_learned', content_rowid = 'id',"
      " tokenize = 'unicode61');");
}

void Learned::insert(const std::string& record, const v1::Entry& entry) {
  if (entry.hidden() || (!entry.has_recommendation_made() && !entry.has_learning_captured())) return;
  const auto at = said_at(entry);
  const auto stems = stems_in(entry.recommendation_made().text());
  store_.prepare("INSERT INTO view_learned (record, entry, said_on, recorded, stems) VALUES (?, ?, ?, ?, ?)")
      .with(record, entry.entry(), at.day, at.recorded, stems)
      .run();
  const auto id = store_.database().getLastInsertRowid();
  for (const auto& theme : themes_of(entry)) {
    store_.prepare("INSERT INTO view_themes VALUES (?, ?, ?, ?, ?, ?, ?)")
        .with(theme, at.day, at.recorded, record, entry.entry(), findings_on(entry, theme),
              entry.has_recommendation_made() ? 1 : 0)
        .run();
  }
  if (!stems.empty()) store_.prepare("INSERT INTO view_stems (rowid, stems) VALUES (?, ?)").with(id, stems).run();
}

void Learned::keep_coverable(const v1::CaseFile& file, const std::string& record) {
  if (is_coverable(file)) {
    store_.prepare("INSERT OR IGNORE INTO view_coverable VALUES (?)").with(record).run();
  } else {
    store_.prepare("DELETE FROM view_coverable WHERE record = ?").with(record).run();
  }
}

Result<void> Learned::add(const v1::CaseFile& file, const v1::Entry& entry) {
  return store_.attempt([&]() -> Result<void> {
    const auto record = record_of(file.case_());
    keep_coverable(file, record);
    insert(record, entry);
    return {};
  });
}

Result<void> Learned::put(const v1::CaseFile& file, const std::vector<v1::Entry>& entries) {
  return store_.attempt([&]() -> Result<void> {
    const auto record = record_of(file.case_());
    for (const char* of_record :
         {"DELETE FROM view_stems WHERE rowid IN (SELECT id FROM view_learned WHERE record = ? AND stems <> '')",
          "DELETE FROM view_themes WHERE record = ?", "DELETE FROM view_learned WHERE record = ?"}) {
      store_.prepare(of_record).with(record).run();
    }
    keep_coverable(file, record);
    for (const auto& entry : effective(entries)) insert(record, entry);
    return {};
  });
}

Result<void> Learned::tidy() {
  return store_.attempt([&]() -> Result<void> {
    store_.prepare("INSERT INTO view_stems (view_stems) VALUES ('optimize')").run();
    return {};
  });
}

std::vector<AlikeRow> Learned::alike(const AlikeWanted& wanted, const Reader& reader, Date today) {
  const auto match = any_of_them(wanted.words);
  if (match.empty()) return {};
  auto asked = stems_seen("view_stems s CROSS JOIN view_learned l ON l.id = s.rowid", reader, today);
  asked.add(" AND view_stems MATCH ? AND l.record <> ?", {match, wanted.not_in});
  asked.add(fmt::format(" ORDER BY s.rank LIMIT {}", most_candidates));
  return store_.reading([&] {
    std::vector<AlikeRow> found;
    auto rows = store_.prepare(asked.sql);
    rows.give_each(asked.bound);
    while (rows.step()) found.push_back({learned_row(rows, 2), words_of_stems(rows.text(0)), rows.integer(1) != 0});
    return found;
  });
}

std::vector<LearnedRow> Learned::recommended(const std::string& not_in, const SaidAt& before, const TakesStems& takes,
                                             const Reader& reader, Date today) {
  auto asked = stems_seen("view_learned l", reader, today);
  asked.add(" AND l.stems <> '' AND l.record <> ? AND (l.said_on, l.recorded) < (?, ?)",
            {not_in, before.day, before.recorded});
  return store_.reading([&] {
    std::vector<LearnedRow> found;
    auto rows = store_.prepare(asked.sql);
    rows.give_each(asked.bound);
    while (rows.step()) {
      if (takes(rows.view(0), rows.integer(1) != 0)) found.push_back(learned_row(rows, 2));
    }
    return found;
  });
}

std::vector<OnTheme> Learned::on_theme(const std::string& theme, const std::string& not_in, const SaidAt& before,
                                       const Reader& reader, Date today) {
  Condition asked{
      "SELECT t.record, t.findings, t.recommendations, t.entry, t.said_on, t.recorded FROM view_themes t WHERE ", {}};
  const auto seen = cases_seen(reader, today, "t");
  asked.add(seen.sql, seen.bound);
  asked.add(
      " AND t.theme = ? AND t.record <> ? AND (t.said_on, t.recorded) < (?, ?)"
      " ORDER BY t.said_on DESC, t.recorded DESC, t.record DESC, t.entry DESC",
      {theme, not_in, before.day, before.recorded});
  return store_.reading([&] {
    std::vector<OnTheme> found;
    std::unordered_map<std::string, std::size_t> places;
    auto rows = store_.prepare(asked.sql);
    rows.give_each(asked.bound);
    while (rows.step()) {
      const auto [place, is_new] = places.try_emplace(rows.text(0), found.size());
      if (is_new) found.push_back({{place->first, rows.text(3), {rows.text(4), rows.text(5)}}});
      auto& of_record = found[place->second];
      of_record.findings += rows.small(1);
      of_record.recommendations += rows.small(2);
    }
    return found;
  });
}

std::string Learned::dump() {
  return store_.reading([&] {
    std::string out;
    for (const char* sql : {"SELECT record, entry, said_on, recorded, stems FROM view_learned ORDER BY 1, 2",
                            "SELECT record, entry, theme, findings, recommendations FROM view_themes ORDER BY 1, 2, 3",
                            "SELECT record, 'coverable', '', '', '' FROM view_coverable ORDER BY 1"}) {
      auto rows = store_.prepare(sql);
      while (rows.step()) {
        for (int i = 0; i < 5; ++i) out += rows.text(i) + "|";
        out += "\n";
      }
    }
    return out;
  });
}

}  // namespace review
