#include "libreview/journal/check.hpp"

#include <fmt/format.h>

#include <limits>

#include "libreview/journal/documents.hpp"

namespace review {
namespace {

void add_rows(Store& store, const char* pragma, std::vector<std::string>& faults) {
  try {
    auto rows = store.prepare(pragma);
    while (rows.step()) {
      if (rows.text(0) != "ok") faults.push_back(rows.text(0));
    }
  } catch (const SQLite::Exception& error) {
    faults.emplace_back(error.what());
  }
}

}  // namespace

std::string CheckReport::says() const {
  if (!faults.empty()) return faults.front();
  if (log.bad) return fmt::format("entry {} of the log: {}", log.bad->seq, log.bad->says);
  return {};
}

CheckReport check(Store& store, Journal& journal) {
  CheckReport report;
  add_rows(store, "PRAGMA integrity_check", report.faults);
  std::vector<std::string> dangling;
  add_rows(store, "PRAGMA foreign_key_check", dangling);
  for (const auto& table : dangling) report.faults.push_back("a row refers to nothing in table " + table);
  if (report.faults.empty()) report.faults = Documents(store).faults();
  report.log = journal.verify(1, std::numeric_limits<std::int64_t>::max());
  return report;
}

}  // namespace review
