#include <fmt/format.h>

#include "tests/http/service_support.hpp"
#include "tests/http/sight_support.hpp"

/// What holds a report and until when, over HTTP.
namespace review::service_test {
namespace {

HttpAnswer map_of(Practice& practice, const std::string& id) {
  return practice.coordinator.get("/v1/cases/" + id + "/proceedings");
}

TEST_CASE("The map has the steps of proceedings with every slip, whom to ask, and on whose advice they hold",
          "[service]") {
  Practice practice;
  const auto id = practice.accepted_case();  // Monday 1 June 2026
  practice.add(id, R"({"proceedingsOpened":{"kind":"CRIMINAL","contact":"DC Example, 555 0100","askedOf":"POLICE",)"
                   R"("askEveryWeeks":4,"expectedEnd":"2026-11","advice":"The prosecutor, letter of 1 June"}})");
  practice.add(id, R"({"proceedingsUpdated":{"node":"TRIAL","listedOn":"2026-11-03"}})");
  practice.add(id, R"({"proceedingsUpdated":{"node":"TRIAL","listedOn":"2027-01-12","replaces":"2026-11-03",)"
                   R"("expectedEnd":"2027-02"}})");
  const auto map = map_of(practice, id);
  INFO(map.body);
  REQUIRE(map.status == 200);
  CHECK(map.header("ETag") == if_match(practice.version(id)));
  CHECK(map.header("Cache-Control") == "no-store");
  const std::string at = "/cases/0/proceedings/0";
  CHECK(map.text(at + "/contact") == "DC Example, 555 0100");
  CHECK(map.text(at + "/advice") == "The prosecutor, letter of 1 June");
  CHECK(map.text(at + "/proceedings/askedOf") == "POLICE");
  CHECK(map.text(at + "/proceedings/nextCheckOn") == "2026-06-29");
  CHECK(map.text(at + "/proceedings/steps/0/slips/0/from") == "2026-11-03");
  CHECK(map.text(at + "/proceedings/steps/0/slips/0/to") == "2027-01-12");
  CHECK(map.text(at + "/proceedings/steps/0/slips/0/saidOn") == "2026-06-01");
  const auto shown = map.json();
  const auto& one = shown.at("cases").at(0).at("proceedings").at(0);
  CHECK(one.at("slipped").at("times").as_int64() == 1);
  CHECK(one.at("stepsSlipped").at(0).at("days").as_int64() == 70);
  CHECK(one.at("endSlipped").at("days").as_int64() == 90);
  CHECK(map.text("/cases/0/warnings/0/kind") == "LIFELONG_ANONYMITY");
  CHECK(map.text("/holds/0/name") == "proceedings-1");
  // Sunday 28 February 2027: the copy goes out on Monday.
  CHECK(map.text("/forecasts/0/day") == "2027-03-10");
  CHECK(map.text("/forecasts/0/copyBy") == "2027-03-01");
  CHECK(says(map, "at the earliest, if nothing slips again"));
}

TEST_CASE("Proceedings without an expected end leave no day of publication", "[service]") {
  Practice practice;
  const auto id = practice.accepted_case();
  practice.add(id, R"({"proceedingsOpened":{"kind":"INQUEST"}})");
  const auto map = map_of(practice, id);
  INFO(map.body);
  CHECK(map.text("/forecasts/0/day").empty());
  CHECK(says(map, "No day can be worked out: one thing that holds the report has no day."));
  CHECK(says(map, "Nobody has said when they are expected to end. Ask."));
}

TEST_CASE("The map shows joined cases to who sees them, and of others only that something holds", "[service]") {
  Practice practice;
  const auto lead = practice.submitted_case();
  const auto joined = practice.open();
  practice.day("2026-02-02");
  practice.add(lead, fmt::format(R"({{"reviewCommissioned":{{"kind":"LCSPR","joinsCases":["{}"]}}}})", joined));
  practice.add(joined,
               R"({"proceedingsOpened":{"kind":"CRIMINAL","proceedings":"the-trial","expectedEnd":"2026-12"}})");
  const auto whole = map_of(practice, lead);
  INFO(whole.body);
  CHECK(texts(whole, "cases", "case") == std::vector<std::string>{lead, joined});
  CHECK(whole.text("/forecasts/0/dependsOn/0/case") == joined);
  CHECK_FALSE(whole.json().at("elsewhere").as_bool());
  const auto day = whole.text("/forecasts/0/day");
  // From the joined case the same day is seen.
  CHECK(map_of(practice, joined).text("/forecasts/0/day") == day);
  practice.add(joined, conflict_of("ann", "EXCLUDED"));
  auto ann = somebody(practice, "ann", "coordinator");
  const auto narrow = ann.get("/v1/cases/" + lead + "/proceedings");
  INFO(narrow.body);
  REQUIRE(narrow.status == 200);
  CHECK(texts(narrow, "cases", "case") == std::vector<std::string>{lead});
  CHECK(narrow.text("/forecasts/0/day") == day);
  CHECK(narrow.json().at("elsewhere").as_bool());
  CHECK(says(narrow, "ANOTHER_CASE"));
  for (const auto& word : {joined, std::string("the-trial"), std::string("CRIMINAL")}) {
    INFO(word);
    CHECK_FALSE(says(narrow, word));
  }
  CHECK(ann.get("/v1/cases/" + joined + "/proceedings").status == 404);
  CHECK(ann.get("/v1/cases/" + joined + "/proceedings").text("/detail") ==
        ann.get("/v1/cases/26-9999/proceedings").text("/detail"));
}

}  // namespace
}  // namespace review::service_test
