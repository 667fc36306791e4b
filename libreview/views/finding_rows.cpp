#include "libreview/views/finding_rows.hpp"

#include <fmt/format.h>

#include "libreview/base/refuse_at.hpp"
#include "libreview/record/days.hpp"
#include "libreview/views/sight_condition.hpp"
#include "libreview/views/term_values.hpp"
#include "libreview/vocabulary/names.hpp"
#include "libreview/vocabulary/record_name.hpp"

namespace review {
namespace {

constexpr std::size_t finding_key_parts = 3;

const std::vector<Column>& finding_columns() {
  static const std::vector<Column> columns = {{"case", "record"}, {"source", "source"}};
  return columns;
}

std::string day_or(const std::optional<Date>& day, const std::string& otherwise) {
  return day ? day->iso() : otherwise;
}

Result<void> narrow_day(Condition& asked, const Term& term) {
  if (auto checked = is_day(term); !checked) return checked;
  const auto& day = term.value;
  if (term.op == "=" || term.op == "!=") {
    const auto* negated = term.op == "=" ? "" : "NOT ";
    asked.add(fmt::format(" AND {}(found_on <= ? AND found_until >= ?)", negated), {day, day});
  } else {
    asked.add(fmt::format(" AND {} {} ?", term.op[0] == '<' ? "found_on" : "found_until", term.op), {day});
  }
  return {};
}

Result<void> narrow_finding_theme(Condition& asked, const Term& term) {
  if (term.op != "=" && term.op != "!=") return refuse(Code::malformed, "A theme is compared with = or !=.");
  asked.add(fmt::format(" AND {}EXISTS (SELECT 1 FROM view_finding_themes t WHERE t.record = view_findings.record"
                        " AND t.place = view_findings.place AND t.theme = ?)",
                        term.op == "=" ? "" : "NOT "),
            {bare_reference(term.value).value_or(term.value)});
  return {};
}

Result<void> narrow_findings(Condition& asked, const Term& term) {
  if (term.field == "foundOn") return narrow_day(asked, term);
  if (term.field == "theme") return narrow_finding_theme(asked, term);
  if (term.field == "source") {
    if (auto checked = is_choice(term, *v1::AssuranceSource_descriptor()); !checked) return checked;
    asked.add(fmt::format(" AND source {} ?", term.op), {term.value});
    return {};
  }
  if (term.field != "case")
    return refuse(Code::malformed, fmt::format("There is no field {} to filter by.", term.field));
  asked.add(fmt::format(" AND record {} ?", term.op), {record_of(bare_reference(term.value).value_or(term.value))});
  return {};
}

void fill(SQLite::Statement& statement, const std::vector<std::string>& bound) {
  for (std::size_t i = 0; i < bound.size(); ++i) statement.bind(static_cast<int>(i) + 1, bound[i]);
}

void put_finding(Store& store, const std::string& record, int place, const v1::FindingFile& one) {
  const auto first = day_or(earliest_day(one.found_on()), "");
  const auto last = day_or(latest_day(one.found_until().empty() ? one.found_on() : one.found_until()), first);
  store.prepare("INSERT INTO view_findings VALUES (?, ?, ?, ?, ?, ?, ?)")
      .with(record, place, one.finding(), one.entry(), short_name_of(one.source(), v1::AssuranceSource_descriptor()),
            first, last)
      .run();
  for (const auto& theme : one.themes()) {
    store.prepare("INSERT OR IGNORE INTO view_finding_themes VALUES (?, ?, ?)").with(record, place, theme).run();
  }
  for (const auto& bears : one.bears_on()) {
    store.prepare("INSERT OR IGNORE INTO view_finding_bearings VALUES (?, ?, ?, ?, ?)")
        .with(record, place, bears.case_().empty() ? record : record_of(bears.case_()), bears.finding(),
              short_name_of(bears.bearing(), v1::Bearing_descriptor()))
        .run();
  }
}

}  // namespace

std::vector<std::string_view> finding_fields() { return fields_of(finding_columns(), {"theme", "foundOn"}); }

void make_finding_tables(Store& store) {
  store.database().exec(
      "DROP TABLE IF EXISTS view_findings; DROP TABLE IF EXISTS view_finding_themes;"
      "DROP TABLE IF EXISTS view_finding_bearings;"
      "CREATE TABLE view_findings (record TEXT NOT NULL, place INTEGER NOT NULL, finding TEXT NOT NULL,"
      " entry TEXT NOT NULL, source TEXT NOT NULL, found_on TEXT NOT NULL, found_until TEXT NOT NULL,"
      " PRIMARY KEY (record, place)) STRICT, WITHOUT ROWID;"
      "CREATE INDEX view_findings_day ON view_findings (found_on DESC, record, place);"
      "CREATE TABLE view_finding_themes (record TEXT NOT NULL, place INTEGER NOT NULL, theme TEXT NOT NULL,"
      " PRIMARY KEY (record, place, theme)) STRICT, WITHOUT ROWID;"
      "CREATE TABLE view_finding_bearings (record TEXT NOT NULL, place INTEGER NOT NULL, of_record TEXT NOT NULL,"
      " of_finding TEXT NOT NULL, bearing TEXT NOT NULL, PRIMARY KEY (record, place, of_record, of_finding, bearing))"
      " STRICT, WITHOUT ROWID;"
      "CREATE INDEX view_finding_bearings_of ON view_finding_bearings (of_record, of_finding);");
}

void put_finding_rows(Store& store, const v1::CaseFile& file) {
  const auto record = record_of(file.case_());
  store.prepare("DELETE FROM view_findings WHERE record = ?").with(record).run();
  store.prepare("DELETE FROM view_finding_themes WHERE record = ?").with(record).run();
  store.prepare("DELETE FROM view_finding_bearings WHERE record = ?").with(record).run();
  int place = 0;
  for (const auto& one : file.findings()) put_finding(store, record, place++, one);
}

Result<std::vector<FindingRow>> finding_rows(Store& store, const FindingsWanted& wanted, const Reader& reader,
                                             Date today) {
  if (!wanted.after.empty() && wanted.after.size() != finding_key_parts) {
    return refuse_at(Code::malformed, "This page token cannot be read. Begin again without it.", "/pageToken");
  }
  Condition asked{"SELECT found_on, record, place, finding, entry FROM view_findings WHERE ", {}};
  const auto seen = cases_seen(reader, today, "view_findings");
  asked.add(seen.sql, seen.bound);
  for (const auto& term : wanted.terms) {
    if (auto narrowed = narrow_findings(asked, term); !narrowed)
      return refuse_at(std::move(narrowed.error()), "/filter");
  }
  if (!wanted.after.empty()) {
    const auto& day = wanted.after[0];
    asked.add(" AND found_on <= ? AND (found_on < ? OR (record, place) > (?, CAST(? AS INTEGER)))",
              {day, day, record_of(wanted.after[1]), wanted.after[2]});
  }
  asked.add(" ORDER BY found_on DESC, record, place LIMIT ?", {std::to_string(wanted.limit)});
  return store.reading([&] {
    std::vector<FindingRow> found;
    // Not `prepare`, which keeps every text for ever: a caller could make it keep as many as there are filters.
    SQLite::Statement rows(store.database(), asked.sql);
    fill(rows, asked.bound);
    while (rows.executeStep()) {
      found.push_back({rows.getColumn(0).getString(), reference_of(rows.getColumn(1).getString()),
                       rows.getColumn(2).getString(), rows.getColumn(3).getString(), rows.getColumn(4).getString()});
    }
    return found;
  });
}

std::vector<BearingRow> bearing_rows(Store& store, const std::string& case_id, const std::string& finding,
                                     const Reader& reader, Date today) {
  Condition asked{
      "SELECT f.record, f.finding, f.entry, b.bearing FROM view_finding_bearings b"
      " JOIN view_findings f ON f.record = b.record AND f.place = b.place WHERE b.of_record = ? AND b.of_finding = ?"
      " AND ",
      {record_of(case_id), finding}};
  const auto seen = cases_seen(reader, today, "f");
  asked.add(seen.sql, seen.bound);
  asked.add(" ORDER BY f.record, f.place");
  return store.reading([&] {
    std::vector<BearingRow> found;
    SQLite::Statement rows(store.database(), asked.sql);
    fill(rows, asked.bound);
    while (rows.executeStep()) {
      found.push_back({reference_of(rows.getColumn(0).getString()), rows.getColumn(1).getString(),
                       rows.getColumn(2).getString(), rows.getColumn(3).getString()});
    }
    return found;
  });
}

}  // namespace review
