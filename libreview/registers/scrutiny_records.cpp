#include "libreview/registers/scrutiny_records.hpp"

namespace review {

std::vector<std::string> records_with_scrutiny(Store& store) {
  return store.reading([&] {
    std::vector<std::string> records;
    // The condition is that of the index, word for word: otherwise SQLite would not take it.
    auto rows = store.prepare(
        "SELECT DISTINCT record FROM entries WHERE instr(leaf, '\"kind\":\"challengeRaised\"') > 0 "
        "OR instr(leaf, '\"kind\":\"challengeAnswered\"') > 0 OR instr(leaf, '\"kind\":\"scrutinyGiven\"') > 0 "
        "ORDER BY record");
    while (rows.step()) records.push_back(rows.text(0));
    return records;
  });
}

}  // namespace review
