#include "libreview/views/views.hpp"

#include <fmt/format.h>

#include "libreview/access/sight.hpp"
#include "libreview/base/page_token_unread.hpp"
#include "libreview/base/refuse_at.hpp"
#include "libreview/clocks/reading.hpp"
#include "libreview/record/holds.hpp"
#include "libreview/record/stage_table.hpp"
#include "libreview/views/action_rows.hpp"
#include "libreview/views/conditions.hpp"
#include "libreview/views/embargo_rows.hpp"
#include "libreview/views/finding_rows.hpp"
#include "libreview/views/product_rows.hpp"
#include "libreview/views/publication_rows.hpp"
#include "libreview/views/served_rows.hpp"
#include "libreview/views/sight_condition.hpp"
#include "libreview/vocabulary/names.hpp"
#include "libreview/vocabulary/record_name.hpp"

namespace review {
namespace {

/// Grows with every change of the tables below.
constexpr int layout = 13;

/// The last day on which something holds publication; empty where nothing does.
std::string held_until(const v1::CaseFile& file) {
  std::string until;
  for (const auto& one : file.orders()) until = std::max(until, held_to(one));
  for (const auto& one : file.proceedings()) until = std::max(until, held_to(one));
  for (const auto& one : file.embargoes()) until = std::max(until, held_to(one));
  return until;
}

/// What a programme is; empty for a case.
std::string programme_sort(const v1::CaseFile& file) {
  return short_name_of(file.programme().sort(), v1::ProgrammeSort_descriptor());
}

/// How a run stands whatever the day; nothing where the day decides.
std::string fixed_state(const ClockRule& rule, const Run& run) {
  if (run.ending == Ending::none && run.due) return {};
  const auto day = run.ended_on ? run.ended_on : run.started_on;
  return short_name_of(day ? state_on(rule, run, *day) : v1::CLOCK_STATE_NOT_COMPUTED, v1::ClockState_descriptor());
}

/// The day that is due first of what runs; `no_day` where nothing does. It does not depend on the day of asking.
std::string next_due(const std::vector<Line>& lines) {
  std::string next(no_day);
  for (const auto& line : lines) {
    const auto& run = line.runs.back();
    const bool live = fixed_state(*line.rule, run).empty() && !line.rule->minimum;
    if (live && run.due) next = std::min(next, run.due->iso());
  }
  return next;
}

Result<std::vector<ListRow>> list(Store& store, const ListQuery& query, std::string_view table,
                                  const std::vector<Column>& columns, Condition seen,
                                  Result<Condition> (*condition_of)(const Term&, Date), bool with_clock) {
  std::string sort;
  for (const auto& column : columns) {
    if (column.field == query.order.field && column.field != "state" && column.field != "held" &&
        !(column.field == "agency" && !with_clock))
      sort = column.sql;
  }
  if (sort.empty()) return refuse_at(Code::malformed, "The list cannot be ordered by that.", "/orderBy");
  std::string where = std::move(seen.sql);
  std::vector<std::string> bound = std::move(seen.bound);
  for (const auto& term : query.terms) {
    auto condition = condition_of(term, query.today);
    if (!condition) return refuse_at(std::move(condition.error()), "/filter");
    where += " AND " + condition->sql;
    bound.insert(bound.end(), condition->bound.begin(), condition->bound.end());
  }
  const std::string key = with_clock ? sort + ", record, clock" : sort + ", record";
  if (!query.after.empty()) {
    if (query.after.size() != (with_clock ? 3U : 2U)) {
      return refuse(page_token_unread());
    }
    const char* marks = with_clock ? "(?, ?, ?)" : "(?, ?)";
    where += fmt::format(" AND ({}) {} {}", key, query.order.descending ? "<" : ">", marks);
    bound.insert(bound.end(), query.after.begin(), query.after.end());
  }
  const std::string direction = query.order.descending ? " DESC" : "";
  const std::string order = sort + direction + ", record" + direction + (with_clock ? ", clock" + direction : "");
  const char* more = with_clock ? "clock, ''" : table == "view_cases" ? "'', file" : "'', ''";
  const std::string sql = fmt::format("SELECT {}, record, {} FROM {} WHERE {} ORDER BY {} LIMIT {}", sort, more, table,
                                      where, order, query.limit);
  return store.reading([&]() -> Result<std::vector<ListRow>> {
    // Not `prepare`, which keeps every text for ever: a caller could make it keep as many as there are filters.
    SQLite::Statement statement(store.database(), sql);
    for (std::size_t i = 0; i < bound.size(); ++i) statement.bind(static_cast<int>(i) + 1, bound[i]);
    std::vector<ListRow> rows;
    while (statement.executeStep()) {
      rows.push_back(ListRow{statement.getColumn(0).getString(), statement.getColumn(1).getString(),
                             statement.getColumn(2).getString(), statement.getColumn(3).getString()});
    }
    return rows;
  });
}

std::span<const std::uint8_t> as_bytes(const std::string& text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

}  // namespace

bool Views::are_current(std::string_view fingerprint) {
  return store_.reading([&] {
    if (!store_.database().tableExists("view_fingerprint")) return false;
    auto kept = store_.prepare("SELECT fingerprint FROM view_fingerprint");
    return kept.step() && kept.text(0) == fmt::format("{} {}", layout, fingerprint);
  });
}

Result<void> Views::reset(std::string_view fingerprint) {
  return store_.attempt([&]() -> Result<void> {
    store_.database().exec(
        "DROP TABLE IF EXISTS view_fingerprint; DROP TABLE IF EXISTS view_cases; DROP TABLE IF EXISTS view_clocks;"
        "DROP TABLE IF EXISTS view_members; DROP TABLE IF EXISTS view_exclusions; DROP TABLE IF EXISTS view_seals;"
        "DROP TABLE IF EXISTS view_meetings;"
        "CREATE TABLE view_fingerprint (fingerprint TEXT NOT NULL) STRICT;"
        "CREATE TABLE view_cases (record TEXT PRIMARY KEY, file BLOB NOT NULL, stage TEXT NOT NULL,"
        " local_authority TEXT NOT NULL, opened_on TEXT NOT NULL, held_until TEXT NOT NULL,"
        " next_due_on TEXT NOT NULL, sort TEXT NOT NULL) STRICT;"
        "CREATE INDEX view_cases_stage ON view_cases (stage, record);"
        "CREATE INDEX view_cases_opened ON view_cases (opened_on, record);"
        "CREATE INDEX view_cases_authority ON view_cases (local_authority, record);"
        "CREATE INDEX view_cases_held ON view_cases (held_until, record);"
        // With the stage, so that what is closed is passed over without being looked at: the case as kept stands before
        // it.
        "CREATE INDEX view_cases_next ON view_cases (next_due_on, record, stage);"
        "CREATE TABLE view_clocks (record TEXT NOT NULL, clock TEXT NOT NULL, live INTEGER NOT NULL,"
        " due_on TEXT NOT NULL, state TEXT NOT NULL, legal_status TEXT NOT NULL, agency TEXT NOT NULL,"
        " owed_by TEXT NOT NULL, PRIMARY KEY (record, clock)) STRICT, WITHOUT ROWID;"
        "CREATE INDEX view_clocks_due ON view_clocks (live, due_on, record, clock);"
        "CREATE INDEX view_clocks_all ON view_clocks (due_on, record, clock);"
        "CREATE INDEX view_clocks_clock ON view_clocks (clock, due_on, record);"
        "CREATE TABLE view_members (record TEXT NOT NULL, person TEXT NOT NULL, agency TEXT NOT NULL,"
        " from_day TEXT NOT NULL, until_day TEXT NOT NULL) STRICT;"
        "CREATE INDEX view_members_record ON view_members (record, person);"
        "CREATE INDEX view_members_person ON view_members (person, record);"
        "CREATE TABLE view_exclusions (record TEXT NOT NULL, person TEXT NOT NULL, PRIMARY KEY (record, person))"
        " STRICT, WITHOUT ROWID;"
        "CREATE INDEX view_exclusions_person ON view_exclusions (person, record);"
        // A row without a person says that the case is sealed; the others are who sees it.
        "CREATE TABLE view_seals (record TEXT NOT NULL, person TEXT NOT NULL, PRIMARY KEY (record, person))"
        " STRICT, WITHOUT ROWID;"
        "CREATE INDEX view_seals_person ON view_seals (person, record);"
        "CREATE INDEX view_clocks_agency ON view_clocks (agency, record);"
        "CREATE TABLE view_meetings (record TEXT PRIMARY KEY, held_on TEXT NOT NULL, state TEXT NOT NULL) STRICT;"
        "CREATE INDEX view_meetings_held ON view_meetings (held_on, record);");
    make_embargo_table(store_);
    make_publication_table(store_);
    make_finding_tables(store_);
    make_action_tables(store_);
    make_product_tables(store_);
    make_served_table(store_);
    words_.reset();
    learned_.reset();
    store_.prepare("INSERT INTO view_fingerprint VALUES (?)").with(fmt::format("{} {}", layout, fingerprint)).run();
    return {};
  });
}

Result<void> Views::put(const v1::CaseFile& file, const std::vector<Line>& lines) {
  return store_.attempt([&]() -> Result<void> {
    const std::string record = record_of(file.case_());
    store_.prepare("INSERT OR REPLACE INTO view_cases VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        .with(record, as_bytes(file.SerializeAsString()), stage_name(file.stage()), file.local_authority(),
              file.opened_on(), held_until(file), next_due(lines), programme_sort(file))
        .run();
    put_access(file);
    put_embargo_rows(store_, file);
    put_publication_rows(store_, file);
    put_finding_rows(store_, file);
    put_action_rows(store_, file);
    put_product_rows(store_, file);
    put_served_rows(store_, file);
    store_.prepare("DELETE FROM view_clocks WHERE record = ?").with(record).run();
    for (const auto& line : lines) {
      const auto& run = line.runs.back();
      const auto ended = fixed_state(*line.rule, run);
      store_.prepare("INSERT INTO view_clocks VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
          .with(record, line.id,
                !ended.empty()       ? 0
                : line.rule->minimum ? 2
                                     : 1,
                run.due ? run.due->iso() : std::string(no_day), ended,
                short_name_of(static_cast<int>(line.rule->legal_status) + 1, v1::LegalStatus_descriptor()),
                line.rule->per == "agency" ? line.subject.substr(0, line.subject.find(':')) : std::string(),
                short_name_of(static_cast<int>(line.rule->owed_by) + 1, v1::OwedBy_descriptor()))
          .run();
    }
    return {};
  });
}

void Views::put_access(const v1::CaseFile& file) {
  const std::string record = record_of(file.case_());
  store_.prepare("DELETE FROM view_members WHERE record = ?").with(record).run();
  store_.prepare("DELETE FROM view_exclusions WHERE record = ?").with(record).run();
  store_.prepare("DELETE FROM view_seals WHERE record = ?").with(record).run();
  for (const auto& member : file.members()) {
    store_.prepare("INSERT INTO view_members VALUES (?, ?, ?, ?, ?)")
        .with(record, member.person(), member.agency(), member.from(), member.until())
        .run();
  }
  for (const auto& conflict : file.conflicts()) {
    if (!is_excluded(file, conflict.person())) continue;
    store_.prepare("INSERT OR IGNORE INTO view_exclusions VALUES (?, ?)").with(record, conflict.person()).run();
  }
  if (!file.sealed()) return;
  store_.prepare("INSERT INTO view_seals VALUES (?, '')").with(record).run();
  for (const auto& reader : file.sealed_readers()) {
    store_.prepare("INSERT OR IGNORE INTO view_seals VALUES (?, ?)").with(record, reader).run();
  }
}

std::optional<v1::CaseFile> Views::find(std::string_view case_id) {
  return store_.reading([&]() -> std::optional<v1::CaseFile> {
    auto kept = store_.prepare("SELECT file FROM view_cases WHERE record = ?");
    if (!kept.with(record_of(case_id)).step()) return std::nullopt;
    return file_of(kept.text(0));
  });
}

v1::CaseFile Views::file_of(const std::string& bytes) {
  v1::CaseFile file;
  if (!file.ParseFromString(bytes)) throw std::runtime_error("A kept case cannot be read. Rebuild the views.");
  return file;
}

// The condition is asked of the name, whether or not there is such a case.
bool Views::sees(const Reader& reader, std::string_view case_id, Date today) {
  auto seen = cases_seen(reader, today, "c");
  return store_.reading([&] {
    auto answer =
        store_.prepare("SELECT " + seen.sql + ", EXISTS (SELECT 1 FROM view_cases v WHERE v.record = c.record) " +
                       "FROM (SELECT ? AS record) c");
    seen.bound.push_back(record_of(case_id));
    answer.give_each(seen.bound);
    return answer.step() && answer.integer(0) == 1 && answer.integer(1) == 1;
  });
}

bool Views::keeps_out(std::string_view person, std::string_view case_id) {
  return store_.reading([&] {
    auto row = store_.prepare("SELECT 1 FROM view_exclusions WHERE record = ? AND person = ?");
    return row.with(record_of(case_id), person).step();
  });
}
/// Asked twice, in SQL and of the case itself: only where both say so is there a case.
std::optional<v1::CaseFile> Views::find_for(const Reader& reader, std::string_view case_id, Date today) {
  if (!sees(reader, case_id, today)) return std::nullopt;
  auto file = find(case_id);
  if (file && !review::sees(reader, *file, today)) return std::nullopt;
  return file;
}

Result<std::vector<ListRow>> Views::cases(const ListQuery& query, const Reader& reader, Date today) {
  auto seen = cases_seen(reader, today, "view_cases");
  const auto sort = of_sort(query.sort);
  seen.add(" AND " + sort.sql, sort.bound);
  return list(store_, query, "view_cases", columns_of(query.sort), std::move(seen),
              query.sort == "programme" ? programme_condition : case_condition, false);
}

Result<std::vector<ListRow>> Views::clocks(const ListQuery& query, const Reader& reader, Date today) {
  auto seen = clocks_seen(reader, today, "view_clocks");
  const auto sort = of_sort(query.sort);
  seen.add(" AND " + sort.sql, sort.bound);
  return list(store_, query, "view_clocks", clock_columns_of(query.sort), std::move(seen),
              query.sort == "programme" ? programme_clock_condition : clock_condition, true);
}

std::vector<std::string> Views::values_of_cases(CaseValue of, const Reader& reader, Date today) {
  const std::string table = of == CaseValue::local_authority ? "view_cases" : "view_clocks";
  const std::string column = of == CaseValue::local_authority ? "local_authority" : "agency";
  auto seen = cases_seen(reader, today, "v");
  return store_.reading([&] {
    std::vector<std::string> values;
    for (std::string last;;) {
      auto next = store_.prepare(fmt::format("SELECT min({0}) FROM {1} WHERE {0} > ?", column, table));
      if (!next.with(last).step() || next.is_null(0)) return values;
      last = next.text(0);
      auto row =
          store_.prepare(fmt::format("SELECT 1 FROM {} v WHERE {} AND v.{} = ? LIMIT 1", table, seen.sql, column));
      auto bound = seen.bound;
      bound.push_back(last);
      row.give_each(bound);
      if (row.step()) values.push_back(last);
    }
  });
}

void Views::each_place(const std::string& match, const Reader& reader, Date today,
                       const std::function<bool(const Place&)>& visit) {
  words_.each(match, cases_seen(reader, today, "p"), visit);
}

Result<void> Views::add_words(const v1::CaseFile& file, const v1::Entry& entry) {
  if (auto kept = words_.add(file, entry); !kept) return kept;
  return learned_.add(file, entry);
}

Result<void> Views::put_words(const v1::CaseFile& file, const std::vector<v1::Entry>& entries) {
  if (auto kept = words_.put(file, entries); !kept) return kept;
  return learned_.put(file, entries);
}

Result<void> Views::tidy_words() {
  if (auto kept = words_.tidy(); !kept) return kept;
  return learned_.tidy();
}

Result<void> Views::put(const Meeting& meeting) {
  return store_.attempt([&]() -> Result<void> {
    store_.prepare("INSERT OR REPLACE INTO view_meetings VALUES (?, ?, ?)")
        .with("meetings/" + meeting.meeting, meeting.held_on, meeting_state_name(meeting.state))
        .run();
    return {};
  });
}

Result<std::vector<ListRow>> Views::meetings(const ListQuery& query) {
  return list(store_, query, "view_meetings", meeting_columns(), {"1 = 1", {}}, meeting_condition, false);
}

std::vector<v1::CaseFile> Views::open_programmes(v1::ProgrammeSort sort) {
  return store_.reading([&] {
    // Of programmes alone, by the order of the references.
    auto rows = store_.prepare(
        "SELECT file FROM view_cases WHERE record > 'programmes/' AND record < 'programmes0' AND sort = ?"
        " AND stage <> ? ORDER BY record");
    std::vector<v1::CaseFile> open;
    for (bool more =
             rows.with(short_name_of(sort, v1::ProgrammeSort_descriptor()), stage_name(v1::STAGE_CLOSED)).step();
         more; more = rows.step())
      open.push_back(file_of(rows.text(0)));
    return open;
  });
}

std::vector<std::string> Views::serving(std::string_view reference, std::string_view recommendation) {
  return records_serving(store_, reference, recommendation);
}

std::string Views::dump() {
  return store_.reading([&] {
    std::string out;
    for (const char* sql :
         {"SELECT record, hex(file), stage, local_authority, opened_on, held_until || next_due_on || sort FROM "
          "view_cases "
          "ORDER BY record",
          "SELECT record, clock, live, due_on, state, legal_status FROM view_clocks ORDER BY record, clock",
          "SELECT record, person, agency, from_day, until_day, 'member' FROM view_members ORDER BY 1, 2, 3, 4, 5",
          "SELECT record, person, '', '', '', 'excluded' FROM view_exclusions ORDER BY 1, 2",
          "SELECT record, person, '', '', '', 'sealed' FROM view_seals ORDER BY 1, 2",
          "SELECT record, place, embargo, since, review_on, lifted FROM view_embargoes ORDER BY 1, 2",
          "SELECT record, place, review, form, published_on, taken_down FROM view_publications ORDER BY 1, 2",
          "SELECT record, place, finding, entry, source, found_on || found_until FROM view_findings ORDER BY 1, 2",
          "SELECT record, place, theme, '', '', '' FROM view_finding_themes ORDER BY 1, 2, 3",
          "SELECT record, place, of_record, of_finding, bearing, '' FROM view_finding_bearings ORDER BY 1, 2, 3, 4, 5",
          "SELECT record, place, action || owner || person || kind, progress || reached || complete, due_on || "
          "updated_on, "
          "monitored_by FROM view_actions ORDER BY 1, 2",
          "SELECT record, place, recommendation || body, kind, state, made_on FROM view_recommendations ORDER BY 1, 2",
          "SELECT record, place, product, sort, drafted_on, '' FROM view_products ORDER BY 1, 2",
          "SELECT record, place, theme, '', '', '' FROM view_product_themes ORDER BY 1, 2, 3",
          "SELECT record, held_on, state, '', '', '' FROM view_meetings ORDER BY record",
          "SELECT of_record, recommendation, record, '', '', '' FROM view_served ORDER BY 1, 2, 3"}) {
      auto rows = store_.prepare(sql);
      while (rows.step()) {
        for (int i = 0; i < 6; ++i) out += rows.text(i) + "|";
        out += "\n";
      }
    }
    return out + words_.dump() + learned_.dump();
  });
}

}  // namespace review
