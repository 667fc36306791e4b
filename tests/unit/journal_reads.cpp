#include "libreview/registers/read_log.hpp"
#include "tests/unit/journal_support.hpp"
#include "tests/unit/plan_of.hpp"

/// Who has read what an embargo covers, found among all else that people read.
namespace review::journal_test {
namespace {

const std::string of_case = "cases/26-0001";
const std::string embargo = "embargo/embargo-1";

/// A store in which people read, a minute after one another.
struct Reads {
  InMemory memory;
  ReadLog log{*memory.store};
  Instant at = *parse_instant("2026-04-02T09:00:00Z");

  void read(const std::string& person, const std::string& what, const std::string& record = of_case) {
    REQUIRE(log.add({{0, {}, person, "reader", record, what, ""}}, at));
    at += std::chrono::minutes(1);
  }
  [[nodiscard]] std::vector<std::string> readers(std::int64_t before = 0, std::size_t limit = 50) {
    std::vector<std::string> found;
    for (const auto& one : log.covered_readers({of_case, embargo, before, limit})) {
      found.push_back(one.person + " " + one.what + " " + std::to_string(one.times) + " " + one.first.substr(11, 5) +
                      " " + one.last.substr(11, 5));
    }
    return found;
  }
};

/// What is not of the embargo: other things of the case, another embargo, another case.
void read_other_things(Reads& reads) {
  for (const auto* what :
       {"case", "entries", "embargo/embargo-10", "embargo/embargo-10/document-1", "embargo/embargo-"})
    reads.read("zoe", what);
  reads.read("zoe", embargo, "cases/26-0002");
}

TEST_CASE("Each reader and each thing that an embargo covers is one row, with how often, first and last",
          "[unit][journal]") {
  Reads reads;
  reads.read("zoe", embargo);                  // 09:00
  reads.read("yan", embargo + "/document-1");  // 09:01
  reads.read("zoe", embargo + "/document-1");  // 09:02
  reads.read("zoe", embargo);                  // 09:03
  read_other_things(reads);
  using Rows = std::vector<std::string>;
  CHECK(reads.readers() == Rows{"zoe embargo/embargo-1/document-1 1 09:02 09:02",
                                "yan embargo/embargo-1/document-1 1 09:01 09:01",
                                "zoe embargo/embargo-1 2 09:00 09:03"});
  // Page by page, also where somebody reads again meanwhile.
  const auto first = reads.log.covered_readers({of_case, embargo, 0, 2});
  REQUIRE(first.size() == 2);
  reads.read("zoe", embargo);
  CHECK(reads.readers(first.back().begun) == Rows{"zoe embargo/embargo-1 3 09:00 09:10"});
}

TEST_CASE("Every time that something was read which an embargo covers is found, newest first", "[unit][journal]") {
  Reads reads;
  for (const auto* what : {"embargo/embargo-1", "embargo/embargo-1/document-1"}) {
    reads.read("zoe", what);
    read_other_things(reads);
  }
  const auto all = reads.log.find({.record = of_case, .covered_by = embargo});
  REQUIRE(all.size() == 2);
  CHECK(all.front().what == "embargo/embargo-1/document-1");
  const auto before = reads.log.find({.record = of_case, .before = all.front().seq, .covered_by = embargo});
  REQUIRE(before.size() == 1);
  CHECK(before.front().what == "embargo/embargo-1");
}

TEST_CASE("What an embargo covers is looked for by its own index, on every page", "[unit][journal]") {
  Reads reads;
  read_other_things(reads);
  auto& store = *reads.memory.store;
  for (const std::int64_t before : {0, 9}) {
    INFO(before);
    const auto grouped = test::plan_of(store, [&] { CHECK(reads.readers(before).empty()); });
    CHECK_THAT(grouped, Catch::Contains("COVERING INDEX reads_covered (record=? AND what>? AND what<?)"));
    const auto each = test::plan_of(
        store, [&] { CHECK(reads.log.find({.record = of_case, .before = before, .covered_by = embargo}).empty()); });
    CHECK_THAT(each, Catch::Contains("INDEX reads_covered (record=? AND what>? AND what<?)"));
  }
}

}  // namespace
}  // namespace review::journal_test
