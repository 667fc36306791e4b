#include <fmt/format.h>

#include <array>
#include <boost/json/array.hpp>
#include <string>
#include <vector>

#include "tests/http/sight_support.hpp"

/// What agencies answer about their duty: who was asked, who has answered, what scrutiny said, what is open.
namespace review::service_test {
namespace {

using Words = std::vector<std::string>;

constexpr std::array<const char*, 13> agencies = {
    "adult-services", "ambulance-trust", "childrens-trust", "city-college",    "city-hospital",
    "court-service",  "fire-service",    "health-board",    "housing-service", "mental-health-trust",
    "police",         "probation",       "youth-justice"};

std::string asked(const std::string& what) {
  std::string all;
  for (const auto* agency : agencies) all += fmt::format(R"({}"{}")", all.empty() ? "" : ",", agency);
  return fmt::format(R"({{"assuranceAsked":{{"what":"{}","agencies":[{}],"dueOn":"2026-03-31"}}}})", what, all);
}

std::string returned(const std::string& agency, const std::string& more = "") {
  return fmt::format(R"({{"assuranceReturned":{{"agency":"{}"{}}}}})", agency, more);
}

/// A year of single-agency audits of which three of thirteen schedules are still to come.
struct Year {
  Practice practice;
  HttpCaller& caller = practice.coordinator;
  std::string id;

  Year() {
    const auto opened = caller.post("/v1/programmes",
                                    R"({"programmeOpened":{"sort":"SINGLE_AGENCY_AUDIT","title":"Audit schedules"}})");
    REQUIRE(opened.status == 201);
    id = opened.text("/programme");
    add(asked("=SUM(1): your schedule of audits"));
    practice.day("2026-02-10");
    for (std::size_t i = 0; i < 10; ++i) add(returned(agencies.at(i), R"(,"ownGrade":"MOSTLY_MET")"));
    practice.day("2026-04-01");
  }

  HttpAnswer add(const std::string& body) {
    auto answer = caller.post("/v1/programmes/" + id + "/entries", body);
    INFO(answer.body);
    REQUIRE(answer.status == 201);
    return answer;
  }
  HttpAnswer get(HttpCaller& who, const std::string& below = "/assurance") {
    return who.get("/v1/programmes/" + id + below);
  }
};

int count(const HttpAnswer& answer, const char* key) {
  const auto body = answer.json();
  return static_cast<int>(body.at("counts").at(key).as_int64());
}

Words in_state(const HttpAnswer& answer, const std::string& state) {
  const auto body = answer.json();
  Words all;
  for (const auto& row : body.at("rows").as_array()) {
    if (row.at("state") == boost::json::value(state)) all.emplace_back(row.at("agency").as_string());
  }
  return all;
}

TEST_CASE("Ten of thirteen agencies have answered, and three have not", "[service]") {
  Year year;
  const auto answer = year.get(year.caller);
  INFO(answer.body);
  REQUIRE(answer.status == 200);
  CHECK(count(answer, "asked") == 13);
  CHECK(count(answer, "returned") == 10);
  CHECK(count(answer, "returnedLate") == 0);
  CHECK(count(answer, "notAnswered") == 3);
  CHECK(count(answer, "overdue") == 3);
  CHECK(count(answer, "scrutinised") == 0);
  CHECK(in_state(answer, "OVERDUE") == Words{"police", "probation", "youth-justice"});
  CHECK(answer.text("/rows/0/what") == "=SUM(1): your schedule of audits");
  // One declines, one is let off, one comes late.
  year.add(returned("probation", R"(,"completeness":"DECLINED")"));
  year.add(R"({"assuranceWaived":{"agency":"youth-justice","reasons":"It answers elsewhere."}})");
  year.add(returned("police"));
  const auto later = year.get(year.caller);
  CHECK(count(later, "asked") == 12);
  CHECK(count(later, "returned") == 11);
  CHECK(count(later, "returnedLate") == 1);
  CHECK(count(later, "notAnswered") == 0);
  CHECK(count(later, "declined") == 1);
  CHECK(count(later, "waived") == 1);
}

TEST_CASE("What scrutiny said and asked for stands beside the answer until it is done", "[service]") {
  Year year;
  year.add(
      R"({"assuranceScrutinised":{"agency":"city-hospital","by":"SUBGROUP","grade":"PARTLY_MET",)"
      R"("strengths":"Supervision.","gaps":"Training.","followUp":"Send figures.","followUpDueOn":"2026-04-30"}})");
  auto answer = year.get(year.caller);
  CHECK(count(answer, "scrutinised") == 1);
  CHECK(count(answer, "followUpsOpen") == 1);
  CHECK(count(answer, "followUpsOverdue") == 0);
  const auto row = [](const HttpAnswer& from) {
    const auto body = from.json();
    for (const auto& one : body.at("rows").as_array()) {
      if (one.at("agency") == boost::json::value("city-hospital")) return one.as_object();
    }
    FAIL("there is no such row");
    return boost::json::object();
  };
  CHECK(row(answer).at("ownGrade") == boost::json::value("MOSTLY_MET"));
  CHECK(row(answer).at("grade") == boost::json::value("PARTLY_MET"));
  CHECK(row(answer).at("gaps") == boost::json::value("Training."));
  CHECK(row(answer).at("followUp") == boost::json::value("Send figures."));
  year.practice.day("2026-05-01");
  CHECK(count(year.get(year.caller), "followUpsOverdue") == 1);
  CHECK(texts(year.caller.get("/v1/programmes/-/clocks?filter=clock=\"assurance-follow-up:*\""), "clocks", "state") ==
        Words{"OVERDUE"});
  year.add(R"({"assuranceFollowedUp":{"agency":"city-hospital","done":true,"says":"They came."}})");
  answer = year.get(year.caller);
  CHECK(count(answer, "followUpsOpen") == 0);
  CHECK(row(answer).at("followUpDoneOn") == boost::json::value("2026-05-01"));
  CHECK(row(answer).at("followUpSays") == boost::json::value("They came."));
}

TEST_CASE("Over all open programmes it is told who has not answered", "[service]") {
  Year year;
  const auto other =
      year.caller.post("/v1/programmes", R"({"programmeOpened":{"sort":"SECTION_175_157","title":"Schools"}})");
  const auto schools = "/v1/programmes/" + other.text("/programme");
  REQUIRE(year.caller
              .post(schools + "/entries",
                    R"({"assuranceAsked":{"what":"The audit","agencies":["north-school"],"dueOn":"2026-07-01"}})")
              .status == 201);
  const auto answer = year.caller.get("/v1/programmes/-/assurance");
  INFO(answer.body);
  CHECK(texts(answer, "rows", "agency") == Words{"police", "probation", "youth-justice", "north-school"});
  CHECK(in_state(answer, "AWAITED") == Words{"north-school"});
  CHECK(count(answer, "asked") == 14);
  CHECK(count(answer, "returned") == 10);
  const auto file = year.caller.get("/v1/programmes/-/assurance:csv");
  REQUIRE(file.status == 200);
  CHECK(says(file, "north-school"));
  CHECK_FALSE(says(file, "city-hospital"));
  const HttpFields newest{{"If-Match", "\"2\""}};
  REQUIRE(year.caller.post(schools + "/entries", R"({"programmeClosed":{"reason":"COMPLETE"}})", newest).status == 201);
  CHECK_FALSE(says(year.caller.get("/v1/programmes/-/assurance"), "north-school"));
}

TEST_CASE("No cell of the file is a formula", "[service]") {
  Year year;
  const auto file = year.get(year.caller, "/assurance:csv");
  REQUIRE(file.status == 200);
  CHECK(says(file, "SUM(1)"));
  CHECK_FALSE(says(file, ",=SUM"));
  CHECK_FALSE(says(file, "\"=SUM"));
}

TEST_CASE("A contact sees and answers for the own agency alone", "[service]") {
  Year year;
  auto pat = somebody(year.practice, "pat", "agency-contact");
  CHECK(year.get(pat).status == 404);
  CHECK_FALSE(says(pat.get("/v1/programmes/-/assurance"), "police"));
  year.add(member_of("pat", "police", "AGENCY_CONTACT"));
  const auto own = year.get(pat);
  INFO(own.body);
  CHECK(texts(own, "rows", "agency") == Words{"police"});
  CHECK(count(own, "asked") == 1);
  CHECK(count(own, "returned") == 0);
  CHECK_FALSE(says(year.get(pat, "/assurance:csv"), "probation"));
  CHECK(year.get(pat, "/clocks/assurance-return:police").text("/state") == "OVERDUE");
  CHECK(year.get(pat, "/clocks/assurance-return:probation").status == 404);
  const auto entries = "/v1/programmes/" + year.id + "/entries";
  CHECK(pat.post(entries, returned("probation")).status == 403);
  CHECK(pat.post(entries, returned("police")).status == 201);
  CHECK(count(year.get(year.caller), "returnedLate") == 1);
  CHECK(year.get(pat, "/training").status == 403);
  CHECK(year.get(pat, "/pledges").status == 403);
}

TEST_CASE("Who does not see a programme is told of nobody in it", "[service]") {
  Year year;
  auto member = somebody(year.practice, "a-member", "panel-member");
  CHECK(year.get(member).status == 404);
  const auto across = member.get("/v1/programmes/-/assurance");
  CHECK(texts(across, "rows", "agency").empty());
  CHECK(count(across, "asked") == 0);
}

TEST_CASE("An answer that was withdrawn is owed again", "[service]") {
  Year year;
  const auto entry = year.add(returned("police")).text("/entry");
  CHECK(count(year.get(year.caller), "notAnswered") == 2);
  year.add(fmt::format(R"({{"entryWithdrawn":{{"entry":"{}","reason":"MISTAKE"}}}})", entry));
  CHECK(in_state(year.get(year.caller), "OVERDUE") == Words{"police", "probation", "youth-justice"});
}

}  // namespace
}  // namespace review::service_test
