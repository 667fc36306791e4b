#include "libreview/views/embargo_rows.hpp"

#include "libreview/base/page_token_unread.hpp"
#include "libreview/base/refuse_at.hpp"
#include "libreview/base/result.hpp"
#include "libreview/views/sight_condition.hpp"
#include "libreview/vocabulary/record_name.hpp"

namespace review {
namespace {

constexpr std::size_t embargo_key_parts = 3;

}  // namespace

void make_embargo_table(Store& store) {
  store.database().exec(
      "DROP TABLE IF EXISTS view_embargoes;"
      "CREATE TABLE view_embargoes (record TEXT NOT NULL, place INTEGER NOT NULL, embargo TEXT NOT NULL,"
      " since TEXT NOT NULL, review_on TEXT NOT NULL, lifted INTEGER NOT NULL, PRIMARY KEY (record, place))"
      " STRICT, WITHOUT ROWID;"
      "CREATE INDEX view_embargoes_since ON view_embargoes (since, record, place);");
}

void put_embargo_rows(Store& store, const v1::CaseFile& file) {
  const auto record = record_of(file.case_());
  store.prepare("DELETE FROM view_embargoes WHERE record = ?").with(record).run();
  int place = 0;
  for (const auto& one : file.embargoes()) {
    store.prepare("INSERT INTO view_embargoes VALUES (?, ?, ?, ?, ?, ?)")
        .with(record, place++, one.embargo(), one.since(), one.review_on(), one.lifted() ? 1 : 0)
        .run();
  }
}

Result<std::vector<EmbargoRow>> embargo_rows(Store& store, const EmbargoesWanted& wanted, const Reader& reader,
                                             Date today) {
  if (!wanted.after.empty() && wanted.after.size() != embargo_key_parts) {
    return refuse(page_token_unread());
  }
  Condition asked{"SELECT since, record, place, embargo FROM view_embargoes WHERE ", {}};
  const auto seen = cases_seen(reader, today, "view_embargoes");
  asked.add(seen.sql, seen.bound);
  if (!wanted.case_id.empty()) asked.add(" AND record = ?", {record_of(wanted.case_id)});
  if (wanted.live || wanted.overdue_on) asked.add(" AND lifted = 0");
  if (wanted.overdue_on) asked.add(" AND review_on < ?", {wanted.overdue_on->iso()});
  if (!wanted.since.empty()) asked.add(" AND since >= ?", {wanted.since});
  if (!wanted.after.empty()) {
    asked.add(" AND (since, record, place) > (?, ?, CAST(? AS INTEGER))",
              {wanted.after[0], record_of(wanted.after[1]), wanted.after[2]});
  }
  asked.add(" ORDER BY since, record, place LIMIT ?", {std::to_string(wanted.limit)});
  return store.reading([&] {
    std::vector<EmbargoRow> found;
    auto rows = store.prepare(asked.sql);
    rows.give_each(asked.bound);
    while (rows.step()) found.push_back({rows.text(0), reference_of(rows.text(1)), rows.text(2), rows.text(3)});
    return found;
  });
}

}  // namespace review
