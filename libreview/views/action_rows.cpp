#include "libreview/views/action_rows.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "libreview/access/disclose_actions.hpp"
#include "libreview/base/refuse_at.hpp"
#include "libreview/law/watched_by_nobody.hpp"
#include "libreview/views/sight_condition.hpp"
#include "libreview/views/term_values.hpp"
#include "libreview/vocabulary/names.hpp"
#include "libreview/vocabulary/record_name.hpp"

namespace review {
namespace {

constexpr std::size_t action_key_parts = 4;

/// One of the two tables.
struct Table {
  std::string_view name;
  std::string_view complete;  ///< what stands first in the order; the same in every row where nothing does
  std::string_view day;
  std::string_view named;
  std::string_view body;
  std::vector<Column> columns;
  Result<void> (*check)(const Term&);
  Condition (*seen)(const Reader&, Date, std::string_view);
};

Result<void> check_action(const Term& term) {
  if (term.field == "progress") return is_choice(term, *v1::Progress_descriptor());
  if (term.field == "reached") return is_choice(term, *v1::Reached_descriptor());
  if (term.field == "kind") return is_choice(term, *v1::ActionKind_descriptor());
  if (term.field == "overdue") return is_truth(term);
  return term.field == "dueOn" || term.field == "updatedOn" ? is_day(term) : Result<void>();
}

Result<void> check_recommendation(const Term& term) {
  if (term.field == "state") return is_choice(term, *v1::RecommendationState_descriptor());
  if (term.field == "kind") return is_choice(term, *v1::RecommendationKind_descriptor());
  return term.field == "madeOn" ? is_day(term) : Result<void>();
}

const Table& actions() {
  static const Table table{"view_actions",
                           "complete",
                           "due_on",
                           "action",
                           "''",
                           {{"case", "record"},
                            {"owner", "owner"},
                            {"person", "person"},
                            {"kind", "kind"},
                            {"progress", "progress"},
                            {"reached", "reached"},
                            {"dueOn", "due_on"},
                            {"updatedOn", "updated_on"},
                            {"monitoredBy", "monitored_by"},
                            {"overdue", "complete"}},
                           check_action,
                           actions_seen};
  return table;
}

const Table& recommendations() {
  static const Table table{
      "view_recommendations",
      "''",
      "made_on",
      "recommendation",
      "body",
      {{"case", "record"}, {"to", "body"}, {"kind", "kind"}, {"state", "state"}, {"madeOn", "made_on"}},
      check_recommendation,
      cases_seen};
  return table;
}

/// A term's value as the column keeps it.
std::string kept(const Term& term) {
  const auto bare = bare_reference(term.value).value_or(term.value);
  if (term.field == "case") return record_of(bare);
  if (term.field == "owner" || term.field == "to") return spellings_of_body(bare).reference;
  return term.field == "person" ? bare : term.value;
}

/// That none of these groups watches over an action. One of a group that is no more is in nobody's round.
Condition unwatched_by(const std::vector<std::string>& groups) {
  std::string places;
  for (std::size_t i = 0; i < groups.size(); ++i) places += i == 0 ? "?" : ", ?";
  return {fmt::format("monitored_by NOT IN ({})", places), groups};
}

Result<void> narrow_actions(Condition& asked, const Table& table, const Term& term, const ActionsWanted& wanted,
                            Date today) {
  const auto column = std::ranges::find(table.columns, term.field, &Column::field);
  if (column == table.columns.end()) {
    return refuse_at(Code::malformed,
                     fmt::format("There is no field {} to filter by. There are {}.", term.field,
                                 fmt::join(fields_of(table.columns), ", ")),
                     "/filter");
  }
  if (auto checked = table.check(term); !checked) return refuse_at(std::move(checked.error()), "/filter");
  if (term.field == "monitoredBy" && term.value == watched_by_nobody) {
    const auto unwatched = unwatched_by(wanted.groups);
    asked.add(fmt::format(" AND {}({})", term.op == "=" ? "" : "NOT ", unwatched.sql), unwatched.bound);
    return {};
  }
  if (term.field == "overdue") {
    const bool is_overdue = (term.value == "true") == (term.op == "=");
    asked.add(is_overdue ? " AND (complete = 0 AND due_on < ?)" : " AND NOT (complete = 0 AND due_on < ?)",
              {today.iso()});
    return {};
  }
  asked.add(fmt::format(" AND {} {} ?", column->sql, term.op), {kept(term)});
  return {};
}

Result<std::vector<ActionRow>> rows_of(Store& store, const Table& table, const ActionsWanted& wanted,
                                       const Reader& reader, Date today) {
  if (!wanted.after.empty() && wanted.after.size() != action_key_parts) {
    return refuse_at(Code::malformed, "This page token cannot be read. Begin again without it.", "/pageToken");
  }
  const auto order = fmt::format("{}, {}, record, place", table.complete, table.day);
  Condition asked{fmt::format("SELECT {}, {}, {} FROM {} WHERE ", order, table.named, table.body, table.name), {}};
  const auto seen = table.seen(reader, today, table.name);
  asked.add(seen.sql, seen.bound);
  for (const auto& term : wanted.terms) {
    if (const auto narrowed = narrow_actions(asked, table, term, wanted, today); !narrowed)
      return refuse(narrowed.error());
  }
  if (!wanted.after.empty() && wanted.by_case) {
    asked.add(" AND (record, place) > (?, CAST(? AS INTEGER))", {record_of(wanted.after[2]), wanted.after[3]});
  } else if (!wanted.after.empty()) {
    asked.add(fmt::format(" AND ({}) > (?, ?, ?, CAST(? AS INTEGER))", order),
              {wanted.after[0], wanted.after[1], record_of(wanted.after[2]), wanted.after[3]});
  }
  asked.add(fmt::format(" ORDER BY {} LIMIT ?", wanted.by_case ? "record, place" : order),
            {std::to_string(wanted.limit)});
  return store.reading([&] {
    std::vector<ActionRow> found;
    // Not `prepare`, which keeps every text for ever: a caller could make it keep as many as there are filters.
    SQLite::Statement rows(store.database(), asked.sql);
    for (std::size_t i = 0; i < asked.bound.size(); ++i) rows.bind(static_cast<int>(i) + 1, asked.bound[i]);
    while (rows.executeStep()) {
      found.push_back({rows.getColumn(0).getString(), rows.getColumn(1).getString(),
                       reference_of(rows.getColumn(2).getString()), rows.getColumn(3).getString(),
                       rows.getColumn(4).getString(), rows.getColumn(5).getString()});
    }
    return found;
  });
}

void put_actions(Store& store, const std::string& record, const v1::CaseFile& file) {
  int place = 0;
  for (const auto& one : file.actions()) {
    store.prepare("INSERT INTO view_actions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .with(record, place++, one.action(), spellings_of_body(one.owner()).reference, one.person(),
              short_name_of(one.kind(), v1::ActionKind_descriptor()),
              short_name_of(one.progress(), v1::Progress_descriptor()),
              short_name_of(one.reached(), v1::Reached_descriptor()), one.due_on(), one.updated_on(),
              one.monitored_by(), one.complete() ? 1 : 0)
        .run();
  }
}

void put_recommendations(Store& store, const std::string& record, const v1::CaseFile& file) {
  int place = 0;
  const auto put = [&](const v1::RecommendationFile& made, const std::string& body, v1::RecommendationState state) {
    store.prepare("INSERT INTO view_recommendations VALUES (?, ?, ?, ?, ?, ?, ?)")
        .with(record, place++, made.recommendation(), spellings_of_body(body).reference,
              short_name_of(made.kind(), v1::RecommendationKind_descriptor()),
              short_name_of(state, v1::RecommendationState_descriptor()), made.made_on())
        .run();
  };
  for (const auto& made : file.recommendations()) {
    const auto answers = answers_to(made);
    for (const auto& answer : answers) put(made, answer.by(), answer.state());
    if (answers.empty()) put(made, "", v1::RECOMMENDATION_STATE_AWAITED);
  }
}

}  // namespace

std::vector<std::string_view> action_fields() { return fields_of(actions().columns); }
std::vector<std::string_view> recommendation_fields() { return fields_of(recommendations().columns); }

void make_action_tables(Store& store) {
  store.database().exec(
      "DROP TABLE IF EXISTS view_actions; DROP TABLE IF EXISTS view_recommendations;"
      "CREATE TABLE view_actions (record TEXT NOT NULL, place INTEGER NOT NULL, action TEXT NOT NULL,"
      " owner TEXT NOT NULL, person TEXT NOT NULL, kind TEXT NOT NULL, progress TEXT NOT NULL, reached TEXT NOT NULL,"
      " due_on TEXT NOT NULL, updated_on TEXT NOT NULL, monitored_by TEXT NOT NULL, complete INTEGER NOT NULL,"
      " PRIMARY KEY (record, place)) STRICT, WITHOUT ROWID;"
      "CREATE INDEX view_actions_due ON view_actions (complete, due_on, record, place);"
      "CREATE INDEX view_actions_owner ON view_actions (owner, complete, due_on, record, place);"
      "CREATE TABLE view_recommendations (record TEXT NOT NULL, place INTEGER NOT NULL, recommendation TEXT NOT NULL,"
      " body TEXT NOT NULL, kind TEXT NOT NULL, state TEXT NOT NULL, made_on TEXT NOT NULL,"
      " PRIMARY KEY (record, place)) STRICT, WITHOUT ROWID;"
      "CREATE INDEX view_recommendations_made ON view_recommendations (made_on, record, place);");
}

void put_action_rows(Store& store, const v1::CaseFile& file) {
  const auto record = record_of(file.case_());
  store.prepare("DELETE FROM view_actions WHERE record = ?").with(record).run();
  store.prepare("DELETE FROM view_recommendations WHERE record = ?").with(record).run();
  put_actions(store, record, file);
  put_recommendations(store, record, file);
}

Result<std::vector<ActionRow>> action_rows(Store& store, const ActionsWanted& wanted, const Reader& reader,
                                           Date today) {
  return rows_of(store, actions(), wanted, reader, today);
}

std::size_t count_unwatched(Store& store, const Reader& reader, Date today, const std::vector<std::string>& groups) {
  Condition asked{"SELECT count(*) FROM view_actions WHERE ", {}};
  const auto seen = actions_seen(reader, today, "view_actions");
  asked.add(seen.sql, seen.bound);
  const auto unwatched = unwatched_by(groups);
  asked.add(" AND complete = 0 AND " + unwatched.sql, unwatched.bound);
  return store.reading([&] {
    auto rows = store.prepare(asked.sql);
    rows.give_each(asked.bound);
    return rows.step() ? static_cast<std::size_t>(rows.integer(0)) : 0;
  });
}

Result<std::vector<ActionRow>> recommendation_rows(Store& store, const ActionsWanted& wanted, const Reader& reader,
                                                   Date today) {
  return rows_of(store, recommendations(), wanted, reader, today);
}

}  // namespace review
