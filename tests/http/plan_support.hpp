#pragma once

#include <string>

#include "tests/http/service_support.hpp"

namespace review::service_test {

/// An improvement plan of two themes with three objectives, on Monday 5 January 2026: one red, one green, of one
/// nothing said. The board looks on the same day; on Tuesday 3 February the red one is amber.
struct FollowedPlan {
  Practice practice;
  std::string at = "/v1/programmes/p26-0001";

  FollowedPlan() {
    open(R"({"programmeOpened":{"sort":"IMPROVEMENT_PLAN","title":"Safeguarding","owner":"improvement-board"}})");
    add(R"({"planThemeNamed":{"title":"Front-line practice"}})");
    add(R"({"planThemeNamed":{"title":"Governance"}})");
    add(R"({"planObjectiveSet":{"planTheme":"plan-theme-1","what":"=See every child in time.","owner":"POLICE",)"
        R"("dueOn":"2026-02-02","alignedTo":[{"source":"INSPECTION","part":"First priority action"}]}})");
    add(R"({"planObjectiveSet":{"planTheme":"plan-theme-1","what":"Write histories down.","owner":"POLICE",)"
        R"("dueOn":"2026-12-01","alignedTo":[{"source":"INSPECTION"}]}})");
    add(R"({"planObjectiveSet":{"planTheme":"plan-theme-2","what":"Hear what children say.","owner":"POLICE",)"
        R"("dueOn":"2026-12-01","alignedTo":[{"source":"PEER_REVIEW"}]}})");
    add(R"({"actionAgreed":{"what":"Hire six people.","owner":"POLICE","dueOn":"2026-03-02"}})");
    add(R"({"planActionsTied":{"objective":"objective-1","actions":["action-1"]}})");
    add(R"({"planRiskRaised":{"what":"Nobody applies.","likelihood":"HIGH","impact":"HIGH","owner":"POLICE",)"
        R"("mitigation":"Agency workers stay."}})");
    add(R"({"planObjectiveUpdated":{"objective":"objective-1","status":"RED","update":"Two in five are late."}})");
    add(R"({"planObjectiveUpdated":{"objective":"objective-2","status":"GREEN","update":"Half are written."}})");
    add(R"({"planRoundHeld":{"by":"improvement-board"}})");
    practice.day("2026-02-03");
    add(R"({"planObjectiveUpdated":{"objective":"objective-1","status":"AMBER","update":"One in five is late."}})");
    add(R"({"planRiskUpdated":{"likelihood":"LOW","update":"Four were hired."}})");
  }

  void open(const std::string& body) {
    const auto answer = practice.coordinator.post("/v1/programmes", body);
    INFO(answer.body);
    REQUIRE(answer.status == 201);
  }
  void add(const std::string& body) {
    const auto answer = practice.coordinator.post(at + "/entries", body);
    INFO(answer.body);
    REQUIRE(answer.status == 201);
  }
};

}  // namespace review::service_test
