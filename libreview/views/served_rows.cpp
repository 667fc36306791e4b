#include "libreview/views/served_rows.hpp"

#include "libreview/vocabulary/record_name.hpp"

namespace review {

void make_served_table(Store& store) {
  store.database().exec(
      "DROP TABLE IF EXISTS view_served;"
      "CREATE TABLE view_served (of_record TEXT NOT NULL, recommendation TEXT NOT NULL, record TEXT NOT NULL,"
      " PRIMARY KEY (of_record, recommendation, record)) STRICT, WITHOUT ROWID;"
      "CREATE INDEX view_served_record ON view_served (record);");
}

void put_served_rows(Store& store, const v1::CaseFile& file) {
  const auto record = record_of(file.case_());
  store.prepare("DELETE FROM view_served WHERE record = ?").with(record).run();
  for (const auto& action : file.actions()) {
    for (const auto& served : action.serves()) {
      if (served.of_case().empty() || served.of_case() == file.case_()) continue;
      store.prepare("INSERT OR IGNORE INTO view_served VALUES (?, ?, ?)")
          .with(record_of(served.of_case()), served.recommendation(), record)
          .run();
    }
  }
}

std::vector<std::string> records_serving(Store& store, std::string_view reference, std::string_view recommendation) {
  return store.reading([&] {
    auto rows =
        store.prepare("SELECT record FROM view_served WHERE of_record = ? AND recommendation = ? ORDER BY record");
    std::vector<std::string> all;
    for (bool more = rows.with(record_of(reference), recommendation).step(); more; more = rows.step())
      all.push_back(reference_of(rows.text(0)));
    return all;
  });
}

}  // namespace review
