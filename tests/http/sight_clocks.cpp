#include "tests/http/sight_support.hpp"

/// What the clocks of a case tell.
namespace review::service_test {
namespace {

TEST_CASE("Why a date was missed is told to who reads that entry, wherever clocks are shown", "[service]") {
  Practice practice;
  const auto id = practice.notified_case();
  practice.add(id, R"({"agencyReturnRequested":{"agencies":["police"],"dueOn":"2026-01-14"}})");
  practice.add(id, member_of("sam", "police", "AGENCY_CONTACT"));
  practice.day("2026-01-20");
  practice.add(id,
               fmt::format(R"({{"latenessExplained":{{"clock":"agency-return:police","reason":"A {}."}}}})", telltale));
  auto sam = somebody(practice, "sam", "agency-contact");
  auto reader = practice.daemon.reader();
  for (const auto& at : {"/v1/cases/" + id, "/v1/cases/" + id + "?asAt=2026-01-20", "/v1/cases/" + id + "/clocks",
                         "/v1/cases/" + id + "/clocks/agency-return:police", std::string("/v1/cases/-/clocks"),
                         std::string("/v1/cases/-/clocks?pageSize=1&filter=clock%3Dagency-return:police")}) {
    INFO(at);
    const auto own = sam.get(at);
    CHECK(own.status == 200);
    CHECK(says(own, "agency-return:police"));
    CHECK_FALSE(says(own, telltale));
    CHECK(says(reader.get(at), telltale));
  }
}

TEST_CASE("Who was shown the clocks of a case is on record", "[service]") {
  Practice practice;
  const auto id = practice.notified_case();
  auto reader = practice.daemon.reader("a-reader");
  CHECK(reader.get("/v1/cases/" + id + "/clocks").status == 200);
  CHECK(reads_of(practice, id, "a-reader") == std::map<std::string, int>{{"clocks", 1}});
  CHECK(reader.get("/v1/cases/" + id + "/clocks?asAt=2026-01-07").status == 200);
  CHECK(reader.get("/v1/cases/" + id + "/clocks/notify-panel").status == 200);
  CHECK(reader.get("/v1/cases/" + id + "/timetable").status == 200);
  CHECK(reads_of(practice, id, "a-reader") == std::map<std::string, int>{{"clocks", 4}});
}

}  // namespace
}  // namespace review::service_test
