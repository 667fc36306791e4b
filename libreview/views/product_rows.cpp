#include "libreview/views/product_rows.hpp"

#include <fmt/format.h>

#include "libreview/base/refuse_at.hpp"
#include "libreview/views/sight_condition.hpp"
#include "libreview/views/term_values.hpp"
#include "libreview/vocabulary/names.hpp"
#include "libreview/vocabulary/record_name.hpp"

namespace review {
namespace {

constexpr std::size_t product_key_parts = 3;

Result<void> narrow_product_theme(Condition& asked, const Term& term) {
  if (term.op != "=" && term.op != "!=") return refuse(Code::malformed, "A theme is compared with = or !=.");
  asked.add(fmt::format(" AND {}EXISTS (SELECT 1 FROM view_product_themes t WHERE t.record = view_products.record"
                        " AND t.place = view_products.place AND t.theme = ?)",
                        term.op == "=" ? "" : "NOT "),
            {bare_reference(term.value).value_or(term.value)});
  return {};
}

Result<void> narrow_products(Condition& asked, const Term& term) {
  if (term.field == "theme") return narrow_product_theme(asked, term);
  if (term.field == "sort") {
    if (auto checked = is_choice(term, *v1::ProductSort_descriptor()); !checked) return checked;
    asked.add(fmt::format(" AND sort {} ?", term.op), {term.value});
    return {};
  }
  if (term.field == "draftedOn") {
    if (auto checked = is_day(term); !checked) return checked;
    asked.add(fmt::format(" AND drafted_on {} ?", term.op), {term.value});
    return {};
  }
  if (term.field != "case" && term.field != "programme")
    return refuse(Code::malformed, fmt::format("There is no field {} to filter by.", term.field));
  asked.add(fmt::format(" AND record {} ?", term.op), {record_of(bare_reference(term.value).value_or(term.value))});
  return {};
}

}  // namespace

std::vector<std::string_view> product_fields() { return {"case", "programme", "sort", "theme", "draftedOn"}; }

void make_product_tables(Store& store) {
  store.database().exec(
      "DROP TABLE IF EXISTS view_products; DROP TABLE IF EXISTS view_product_themes;"
      "CREATE TABLE view_products (record TEXT NOT NULL, place INTEGER NOT NULL, product TEXT NOT NULL,"
      " sort TEXT NOT NULL, drafted_on TEXT NOT NULL, PRIMARY KEY (record, place)) STRICT, WITHOUT ROWID;"
      "CREATE INDEX view_products_day ON view_products (drafted_on DESC, record, place);"
      "CREATE TABLE view_product_themes (record TEXT NOT NULL, place INTEGER NOT NULL, theme TEXT NOT NULL,"
      " PRIMARY KEY (record, place, theme)) STRICT, WITHOUT ROWID;");
}

void put_product_rows(Store& store, const v1::CaseFile& file) {
  const auto record = record_of(file.case_());
  store.prepare("DELETE FROM view_products WHERE record = ?").with(record).run();
  store.prepare("DELETE FROM view_product_themes WHERE record = ?").with(record).run();
  int place = 0;
  for (const auto& one : file.products()) {
    const int at = place++;
    store.prepare("INSERT INTO view_products VALUES (?, ?, ?, ?, ?)")
        .with(record, at, one.product(), short_name_of(one.sort(), v1::ProductSort_descriptor()), one.drafted_on())
        .run();
    for (const auto& theme : one.themes())
      store.prepare("INSERT OR IGNORE INTO view_product_themes VALUES (?, ?, ?)").with(record, at, theme).run();
  }
}

Result<std::vector<ProductRow>> product_rows(Store& store, const ProductsWanted& wanted, const Reader& reader,
                                             Date today) {
  if (!wanted.after.empty() && wanted.after.size() != product_key_parts) {
    return refuse_at(Code::malformed, "This page token cannot be read. Begin again without it.", "/pageToken");
  }
  Condition asked{"SELECT drafted_on, record, place, product FROM view_products WHERE ", {}};
  const auto seen = cases_seen(reader, today, "view_products");
  asked.add(seen.sql, seen.bound);
  for (const auto& term : wanted.terms) {
    if (auto narrowed = narrow_products(asked, term); !narrowed)
      return refuse_at(std::move(narrowed.error()), "/filter");
  }
  if (!wanted.after.empty()) {
    const auto& day = wanted.after[0];
    asked.add(" AND drafted_on <= ? AND (drafted_on < ? OR (record, place) > (?, CAST(? AS INTEGER)))",
              {day, day, record_of(wanted.after[1]), wanted.after[2]});
  }
  asked.add(" ORDER BY drafted_on DESC, record, place LIMIT ?", {std::to_string(wanted.limit)});
  return store.reading([&] {
    std::vector<ProductRow> found;
    // Not `prepare`, which keeps every text for ever: a caller could make it keep as many as there are filters.
    SQLite::Statement rows(store.database(), asked.sql);
    for (std::size_t i = 0; i < asked.bound.size(); ++i) rows.bind(static_cast<int>(i) + 1, asked.bound[i]);
    while (rows.executeStep()) {
      found.push_back({rows.getColumn(0).getString(), reference_of(rows.getColumn(1).getString()),
                       rows.getColumn(2).getString(), rows.getColumn(3).getString()});
    }
    return found;
  });
}

}  // namespace review
