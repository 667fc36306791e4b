#include <algorithm>

#include "tests/http/sight_support.hpp"

/// How long reports are held, for a spreadsheet.
namespace review::service_test {
namespace {

/// Everything that somebody may type says something that belongs in no file.
const std::string placed_for_csv =
    R"({"embargoPlaced":{"embargo":"quillfeather","covers":["REPORT","IDENTIFYING_FACTS"],"reason":"=Sallowthorpe",)"
    R"("authority":"Pennywhistle","proceedings":["grimbledon"],"reviewOn":"2026-07-01","readers":["ann","zoe"]}})";

TEST_CASE("The embargoes for a spreadsheet say how long and why, and nothing that somebody typed", "[service]") {
  Practice practice;
  const auto id = practice.accepted_case();
  practice.add(id, R"({"proceedingsOpened":{"proceedings":"grimbledon","kind":"CRIMINAL"}})");
  for (const auto* person : {"ann", "zoe"}) static_cast<void>(practice.daemon.issue(person, "reader"));
  practice.add(id, placed_for_csv);
  const auto other = practice.open();
  practice.add(other, R"({"embargoPlaced":{"reason":"Invented.","reviewOn":"2026-12-01"}})");
  practice.add(other, R"({"embargoLiftProposed":{"conditions":"Invented."}})");
  practice.day("2026-07-02");
  const auto file = practice.coordinator.get("/v1/embargoes:csv");
  INFO(file.body);
  REQUIRE(file.status == 200);
  CHECK(file.header("Content-Type") == "text/csv; charset=utf-8");
  CHECK(file.header("Content-Disposition") == "attachment; filename=\"embargoes-2026-07-02.csv\"");
  CHECK(file.header("Cache-Control") == "no-store");
  CHECK(file.body.substr(0, 38) == "\xef\xbb\xbf\"OFFICIAL-SENSITIVE, PRACTICE: ever");
  CHECK(says(file, "\r\ncase,covers,why,since,daysHeld,workingDaysHeld,reviewOn,overdue,authority,readers,state,"));
  CHECK(
      says(file, "\r\n" + id + ",REPORT; IDENTIFYING_FACTS,CRIMINAL,2026-06-01,31,23,2026-07-01,YES,YES,2,HOLDS,\r\n"));
  CHECK(says(file, "\r\n" + other + ",REPORT,,2026-06-01,31,23,2026-12-01,NO,NO,0,LIFT_PROPOSED,\r\n"));
  for (const auto* words : {"quillfeather", "allowthorpe", "ennywhistle", "grimbledon", "ann", "zoe"}) {
    INFO(words);
    CHECK_FALSE(says(file, words));
  }

  auto chair = somebody(practice, "the-chair", "chair");
  const auto second = chair.post("/v1/cases/" + other + "/entries", R"({"embargoLiftProposed":{"conditions":"Yes."}})",
                                 {{"If-Match", if_match(practice.version(other))}});
  REQUIRE(second.status == 201);
  CHECK(says(practice.coordinator.get("/v1/embargoes:csv?case=" + other), ",LIFT_AGREED,\r\n"));
  practice.add(other, R"({"embargoLifted":{"evidence":"Invented."}})");
  practice.day("2026-07-20");
  CHECK(says(practice.coordinator.get("/v1/embargoes:csv"), ",2026-06-01,31,23,2026-12-01,NO,NO,0,LIFTED,2026-07-02"));
}

TEST_CASE("The embargoes for a spreadsheet are those of the cases that the asker sees, narrowed as the list is",
          "[service]") {
  Practice practice;
  const auto id = practice.open();
  practice.add(id, placed_for_csv.substr(0, placed_for_csv.find("\"proceedings\"")) + R"("reviewOn":"2026-07-01"}})");
  const auto lines = [](const HttpAnswer& file) { return std::count(file.body.begin(), file.body.end(), '\n'); };
  CHECK(lines(practice.coordinator.get("/v1/embargoes:csv")) == 4);
  CHECK(lines(practice.coordinator.get("/v1/embargoes:csv?overdue=true")) == 3);
  CHECK(lines(practice.coordinator.get("/v1/embargoes:csv?since=2026-06-01")) == 3);
  CHECK(practice.coordinator.get("/v1/embargoes:csv?live=perhaps").status == 400);
  CHECK(practice.daemon.administrator().get("/v1/embargoes:csv").status == 403);
  CHECK(practice.daemon.caller().get("/v1/embargoes:csv").status == 401);
  auto reader = somebody(practice, "some-reader", "reader");
  CHECK(lines(reader.get("/v1/embargoes:csv")) == 4);
  CHECK(reads_of(practice, id, "some-reader")["list"] == 1);
  practice.add(id, conflict_of("some-reader", "EXCLUDED"));
  const auto hidden = reader.get("/v1/embargoes:csv");
  CHECK(lines(hidden) == 3);
  CHECK_FALSE(says(hidden, id));
  CHECK(reads_of(practice, id, "some-reader")["list"] == 1);
}

}  // namespace
}  // namespace review::service_test
