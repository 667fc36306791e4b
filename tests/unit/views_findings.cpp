#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "libreview/views/finding_rows.hpp"
#include "libreview/views/views.hpp"
#include "tests/support/small_case.hpp"
#include "tests/unit/desk_support.hpp"

/// The table of findings.
namespace review::test {
namespace {

using Texts = std::vector<std::string>;

const Reader findings_reader{"ann", Role::coordinator};

/// Two cases with findings of different days, sources and themes.
struct FindingShelf {
  std::unique_ptr<Store> store = Store::in_memory();
  Views views{*store};

  FindingShelf() {
    REQUIRE(views.reset("test"));
    store->begin();
    v1::CaseFile one;
    one.set_case_("26-0001");
    add(one, "a", v1::ASSURANCE_SOURCE_DATA, "2025-12", "", {"babies", "neglect"});
    add(one, "b", v1::ASSURANCE_SOURCE_TABLETOP_REVIEW, "2026-02-10", "", {"neglect"});
    v1::CaseFile two;
    two.set_case_("26-0002");
    auto& third = add(two, "c", v1::ASSURANCE_SOURCE_UNSPECIFIED, "2026-01-01", "2026-03-31", {});
    auto& bears = *third.add_bears_on();
    bears.set_case_("26-0001");
    bears.set_finding("a");
    bears.set_bearing(v1::BEARING_CONTRADICTS);
    REQUIRE(views.put(one, {}));
    REQUIRE(views.put(two, {}));
    REQUIRE(store->commit());
  }

  static v1::FindingFile& add(v1::CaseFile& file, const std::string& name, v1::AssuranceSource source,
                              const std::string& on, const std::string& until, const Texts& themes) {
    auto& one = *file.add_findings();
    one.set_finding(name);
    one.set_entry("entry-" + name);
    one.set_source(source);
    one.set_found_on(on);
    one.set_found_until(until);
    for (const auto& theme : themes) one.add_themes(theme);
    return one;
  }

  Texts found(const std::string& filter, int limit = 2, const Reader& reader = findings_reader) {
    FindingsWanted wanted{.terms = filter.empty() ? std::vector<Term>() : parse_filter(filter).value(), .limit = limit};
    Texts names;
    for (;;) {
      const auto rows = finding_rows(*store, wanted, reader, day("2026-06-01"));
      REQUIRE(rows);
      for (const auto& row : *rows) names.push_back(row.finding);
      if (static_cast<int>(rows->size()) < limit) return names;
      wanted.after = rows->back().key();
    }
  }
  std::string refused(const std::string& filter) {
    const auto rows =
        finding_rows(*store, {.terms = parse_filter(filter).value(), .limit = 2}, findings_reader, day("2026-06-01"));
    return rows ? "taken" : std::string(code_name(rows.error().code));
  }
};

TEST_CASE("findings are listed newest first, whatever the size of a page", "[unit]") {
  FindingShelf shelf;
  for (const int size : {1, 2, 3, 100}) CHECK(shelf.found("", size) == Texts{"b", "c", "a"});
}

TEST_CASE("findings are narrowed by theme, source and case", "[unit]") {
  FindingShelf shelf;
  CHECK(shelf.found("theme=neglect") == Texts{"b", "a"});
  CHECK(shelf.found("theme!=neglect") == Texts{"c"});
  CHECK(shelf.found("theme=neglect AND source=DATA") == Texts{"a"});
  CHECK(shelf.found("source!=DATA") == Texts{"b", "c"});
  CHECK(shelf.found("case=26-0002") == Texts{"c"});
  CHECK(shelf.found("theme=gardening").empty());
  CHECK(shelf.refused("source=GOSSIP") == "not-a-choice");
  CHECK(shelf.refused("theme>neglect") == "malformed");
  CHECK(shelf.refused("colour=red") == "malformed");
}

TEST_CASE("a day is compared with the whole time in which a finding may have been made", "[unit]") {
  FindingShelf shelf;
  CHECK(shelf.found("foundOn>=\"2025-12-15\" AND foundOn<=\"2025-12-20\"") == Texts{"a"});
  CHECK(shelf.found("foundOn>\"2025-12-31\"") == Texts{"b", "c"});
  CHECK(shelf.found("foundOn<\"2025-12-02\"") == Texts{"a"});
  CHECK(shelf.found("foundOn=\"2026-02-10\"") == Texts{"b", "c"});
  CHECK(shelf.found("foundOn!=\"2026-02-10\"") == Texts{"a"});
  CHECK(shelf.found("foundOn>=\"2026-04-01\"").empty());
  CHECK(shelf.refused("foundOn>=soon") != "taken");
}

TEST_CASE("who sees no case sees no finding, and a token for one case sees those of that one", "[unit]") {
  FindingShelf shelf;
  CHECK(shelf.found("", 2, {"root", Role::administrator}).empty());
  Reader narrow = findings_reader;
  narrow.cases = std::set<std::string>{"26-0002"};
  CHECK(shelf.found("", 2, narrow) == Texts{"c"});
}

TEST_CASE("what bears on a finding is found from the other side, in cases that are seen", "[unit]") {
  FindingShelf shelf;
  const auto rows = bearing_rows(*shelf.store, "26-0001", "a", findings_reader, day("2026-06-01"));
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].case_id + " " + rows[0].finding + " " + rows[0].bearing == "26-0002 c CONTRADICTS");
  Reader narrow = findings_reader;
  narrow.cases = std::set<std::string>{"26-0001"};
  CHECK(bearing_rows(*shelf.store, "26-0001", "a", narrow, day("2026-06-01")).empty());
  CHECK(bearing_rows(*shelf.store, "26-0001", "b", findings_reader, day("2026-06-01")).empty());
}

TEST_CASE("the table of findings follows what is recorded, corrected and withdrawn", "[unit]") {
  DeskOffice office;
  const auto id = office.open();
  const auto first =
      office.must(id, "{'learningCaptured':{'findings':[{'finding':'x','themes':['babies']}]}}").entry_id;
  office.check_views();
  office.must(id,
              "{'entryCorrected':{'entry':'" + first +
                  "','reason':'y','replacement':{'learningCaptured':{'findings':[{'finding':'x'},{'finding':'z'}]}}}}");
  office.check_views();
  CHECK(finding_rows(*office.store, {.limit = 9}, office.reader, office.today)->size() == 2);
  office.must(id, "{'entryWithdrawn':{'entry':'" + first + "','reason':'MISTAKE'}}");
  office.check_views();
  CHECK(finding_rows(*office.store, {.limit = 9}, office.reader, office.today)->empty());
}

}  // namespace
}  // namespace review::test
