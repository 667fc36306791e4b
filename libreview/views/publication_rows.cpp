#include "libreview/views/publication_rows.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "libreview/base/page_token_unread.hpp"
#include "libreview/base/refuse_at.hpp"
#include "libreview/views/sight_condition.hpp"
#include "libreview/views/term_values.hpp"
#include "libreview/vocabulary/names.hpp"
#include "libreview/vocabulary/record_name.hpp"

namespace review {
namespace {

constexpr std::size_t publication_key_parts = 3;

const std::vector<Column>& publication_columns() {
  static const std::vector<Column> columns = {
      {"case", "record"}, {"form", "form"}, {"publishedOn", "published_on"}, {"takenDown", "taken_down"}};
  return columns;
}

Result<void> check_value(const Term& term) {
  if (term.field == "form") return is_choice(term, *v1::PublicationForm_descriptor());
  if (term.field == "takenDown") return is_truth(term);
  return term.field == "publishedOn" ? is_day(term) : Result<void>();
}

Result<void> narrow_publications(Condition& asked, const Term& term) {
  const auto column = std::ranges::find(publication_columns(), term.field, &Column::field);
  if (column == publication_columns().end()) {
    return refuse_at(Code::malformed, fmt::format("There is no field {} to filter by.", term.field), "/filter");
  }
  if (auto checked = check_value(term); !checked) return refuse_at(std::move(checked.error()), "/filter");
  const bool is_case = term.field == "case";
  asked.add(fmt::format(" AND {} {} ?", column->sql, term.op),
            {is_case ? record_of(bare_reference(term.value).value_or(term.value)) : term.value});
  return {};
}

}  // namespace

std::vector<std::string_view> publication_fields() { return fields_of(publication_columns()); }

void make_publication_table(Store& store) {
  store.database().exec(
      "DROP TABLE IF EXISTS view_publications;"
      "CREATE TABLE view_publications (record TEXT NOT NULL, place INTEGER NOT NULL, review TEXT NOT NULL,"
      " form TEXT NOT NULL, published_on TEXT NOT NULL, taken_down TEXT NOT NULL, PRIMARY KEY (record, place))"
      " STRICT, WITHOUT ROWID;"
      "CREATE INDEX view_publications_day ON view_publications (published_on DESC, record, place);");
}

void put_publication_rows(Store& store, const v1::CaseFile& file) {
  const auto record = record_of(file.case_());
  store.prepare("DELETE FROM view_publications WHERE record = ?").with(record).run();
  int place = 0;
  for (const auto& one : file.reviews()) {
    const int at = place++;
    if (one.published_on().empty() || !one.led_by().empty()) continue;
    store.prepare("INSERT INTO view_publications VALUES (?, ?, ?, ?, ?, ?)")
        .with(record, at, one.review(), short_name_of(one.form(), v1::PublicationForm_descriptor()), one.published_on(),
              std::string(one.taken_down_on().empty() ? "false" : "true"))
        .run();
  }
}

Result<std::vector<PublicationRow>> publication_rows(Store& store, const PublicationsWanted& wanted,
                                                     const Reader& reader, Date today) {
  if (!wanted.after.empty() && wanted.after.size() != publication_key_parts) {
    return refuse(page_token_unread());
  }
  Condition asked{"SELECT published_on, substr(record, 7), place, review FROM view_publications WHERE ", {}};
  const auto seen = cases_seen(reader, today, "view_publications");
  asked.add(seen.sql, seen.bound);
  for (const auto& term : wanted.terms) {
    if (const auto narrowed = narrow_publications(asked, term); !narrowed) return refuse(narrowed.error());
  }
  if (!wanted.after.empty()) {
    const auto& day = wanted.after[0];
    asked.add(" AND published_on <= ? AND (published_on < ? OR (record, place) > (?, CAST(? AS INTEGER)))",
              {day, day, record_of(wanted.after[1]), wanted.after[2]});
  }
  asked.add(" ORDER BY published_on DESC, record, place LIMIT ?", {std::to_string(wanted.limit)});
  return store.reading([&] {
    std::vector<PublicationRow> found;
    // Not `prepare`, which keeps every text for ever: a caller could make it keep as many as there are filters.
    SQLite::Statement rows(store.database(), asked.sql);
    for (std::size_t i = 0; i < asked.bound.size(); ++i) rows.bind(static_cast<int>(i) + 1, asked.bound[i]);
    while (rows.executeStep()) {
      found.push_back({rows.getColumn(0).getString(), rows.getColumn(1).getString(), rows.getColumn(2).getString(),
                       rows.getColumn(3).getString()});
    }
    return found;
  });
}

}  // namespace review
