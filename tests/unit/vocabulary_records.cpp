#include <catch2/catch.hpp>

#include "libreview/law/programme_rules.hpp"
#include "libreview/vocabulary/kinds.hpp"
#include "libreview/vocabulary/record_name.hpp"

namespace review {
namespace {

TEST_CASE("a reference says which sort of record it is of, and names its record", "[unit]") {
  struct Row {
    const char* reference;
    const char* sort;
    const char* record;
  };
  const Row rows[] = {{"26-0007", "case", "cases/26-0007"},
                      {"m26-0001", "meeting", "meetings/m26-0001"},
                      {"p26-0001", "programme", "programmes/p26-0001"},
                      {"p26-12345", "programme", "programmes/p26-12345"},
                      // Cases that came from elsewhere are called as they were there.
                      {"pilot-7", "case", "cases/pilot-7"},
                      {"p26-001", "case", "cases/p26-001"},
                      {"p26-0001-x", "case", "cases/p26-0001-x"},
                      {"p2600001", "case", "cases/p2600001"},
                      {"", "case", "cases/"}};
  for (const auto& row : rows) {
    INFO(row.reference);
    CHECK(sort_of(row.reference).name == row.sort);
    CHECK(record_of(row.reference) == row.record);
    CHECK(reference_of(row.record) == row.reference);
  }
}

TEST_CASE("a record is numbered within its sort and year", "[unit]") {
  CHECK(numbered_reference(record_sort("case"), 2026, 7) == "26-0007");
  CHECK(numbered_reference(record_sort("programme"), 2026, 1) == "p26-0001");
  CHECK(numbered_reference(record_sort("programme"), 2030, 12345) == "p30-12345");
  for (const auto& sort : record_sorts()) CHECK(sort_of(numbered_reference(sort, 2026, 1)).name == sort.name);
  CHECK_THROWS(record_sort("shelf"));
}

TEST_CASE("cases and programmes have clocks, members and alerts; meetings and channels do not", "[unit]") {
  CHECK(has_members("cases/26-0007"));
  CHECK(has_members("programmes/p26-0001"));
  CHECK_FALSE(has_members("meetings/m26-0001"));
  CHECK_FALSE(has_members("channels/mail"));
  CHECK_FALSE(has_members("calendars/england-and-wales"));
}

TEST_CASE("a kind that only some programmes take names sorts that there are", "[unit]") {
  const auto* sorts = v1::ProgrammeSort_descriptor();
  int named = 0;
  for (const auto& kind : every_kind()) {
    INFO(kind.name);
    if (!kind.programmes.empty()) CHECK(kind.is_of("programme"));
    for (const auto& programme : kind.programmes) {
      INFO(programme);
      bool known = false;
      for (int i = 1; i < sorts->value_count(); ++i) {
        known = known || programme_rule_id(static_cast<v1::ProgrammeSort>(sorts->value(i)->number())) == programme;
      }
      CHECK(known);
      ++named;
    }
  }
  CHECK(named > 0);
}

}  // namespace
}  // namespace review
