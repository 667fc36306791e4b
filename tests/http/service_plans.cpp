#include <boost/json/serialize.hpp>

#include "tests/http/plan_support.hpp"

// Improvement plans over HTTP: what the board reads, as a file, and what a reader may not see of it.

namespace review::service_test {
namespace {

std::string number(const HttpAnswer& answer, const std::string& pointer) {
  return boost::json::serialize(answer.json().at_pointer(pointer));
}

TEST_CASE("A plan says how its objectives stand, what moved since the board looked, and what is late", "[service]") {
  FollowedPlan plan;
  const auto shown = plan.practice.coordinator.get(plan.at + "/plan");
  INFO(shown.body);
  REQUIRE(shown.status == 200);
  CHECK(shown.text("/asOf") == "2026-02-03");
  CHECK(shown.text("/lastRoundOn") == "2026-01-05");
  CHECK(number(shown, "/counts/all") == "3");
  CHECK(number(shown, "/counts/amber") == "1");
  CHECK(number(shown, "/counts/red") == "0");
  CHECK(number(shown, "/counts/unsaid") == "1");
  CHECK(number(shown, "/counts/late") == "1");
  CHECK(number(shown, "/counts/moved") == "1");
  CHECK(number(shown, "/themes/1/counts/all") == "1");
  CHECK(shown.text("/themes/0/title") == "Front-line practice");
  CHECK(shown.text("/objectives/0/status") == "AMBER");
  CHECK(shown.text("/objectives/0/before") == "RED");
  CHECK(shown.text("/objectives/0/moved") == "BETTER");
  CHECK(shown.text("/objectives/0/update") == "One in five is late.");
  CHECK(shown.text("/objectives/0/history/0/update") == "Two in five are late.");
  CHECK(shown.text("/objectives/0/alignedTo/0/part") == "First priority action");
  CHECK(shown.text("/objectives/0/actions/0/what") == "Hire six people.");
  // What was said of a risk last counts; what was not said again stays.
  CHECK(shown.text("/risks/0/likelihood") == "LOW");
  CHECK(shown.text("/risks/0/impact") == "HIGH");
  CHECK(shown.text("/risks/0/mitigation") == "Agency workers stay.");
}

TEST_CASE("A plan is read as it stood, and its cells are no formulas", "[service]") {
  FollowedPlan plan;
  auto& caller = plan.practice.coordinator;
  const auto then = caller.get(plan.at + "/plan?asAt=2026-01-05");
  CHECK(then.text("/objectives/0/status") == "RED");
  CHECK(number(then, "/counts/late") == "0");
  CHECK(caller.get(plan.at + "/plan?asAt=2026-02-04").status == 400);
  const auto file = caller.get(plan.at + "/plan:csv");
  REQUIRE(file.status == 200);
  CHECK(says(file, "Front-line practice,objective-1,'=See every child in time."));
  CHECK(says(file, "AMBER"));
}

TEST_CASE("Who is not in a plan is told of none, and an agency's contact not how it stands", "[service]") {
  FollowedPlan plan;
  auto member = plan.practice.daemon.caller(plan.practice.daemon.issue("a-member", "panel-member"));
  CHECK(member.get(plan.at + "/plan").status == 404);
  auto contact = plan.practice.daemon.caller(plan.practice.daemon.issue("a-contact", "agency-contact"));
  CHECK(contact.get(plan.at + "/plan").status == 403);
  plan.add(R"({"memberAdded":{"person":"a-member","role":"PANEL_MEMBER"}})");
  CHECK(member.get(plan.at + "/plan").status == 200);
}

TEST_CASE("An objective names a case or programme to nobody who does not see that record", "[service]") {
  FollowedPlan plan;
  auto& practice = plan.practice;
  // No programme has the number of this case.
  for (int i = 0; i < 2; ++i) static_cast<void>(practice.open());
  const auto of_case = practice.open();
  practice.add(of_case, R"({"recommendationMade":{"text":"See every child.","to":["POLICE"]}})");
  plan.open(R"({"programmeOpened":{"sort":"MULTI_AGENCY_AUDIT","title":"Visits"}})");
  const std::string audit = "p26-0002";
  REQUIRE(practice.coordinator
              .post("/v1/programmes/" + audit + "/entries",
                    R"({"learningCaptured":{"findings":[{"id":"seen-late","finding":"Seven of eleven."}]}})")
              .status == 201);
  plan.add(R"({"planObjectiveSet":{"planTheme":"plan-theme-2","what":"Follow the review.","owner":"POLICE",)"
           R"("dueOn":"2026-12-01","alignedTo":[{"source":"PEER_REVIEW"},)"
           R"({"source":"LCSPR","recommendation":"recommendation-1","ofCase":")" +
           of_case + R"("},{"source":"MULTI_AGENCY_AUDIT","finding":"seen-late","ofCase":")" + audit + R"("}]}})");
  plan.add(R"({"memberAdded":{"person":"a-member","role":"PANEL_MEMBER"}})");
  const auto file = practice.coordinator.get(plan.at + "/plan:csv");
  CHECK(
      says(file, "PEER_REVIEW; LCSPR, recommendation-1 of " + of_case + "; MULTI_AGENCY_AUDIT, seen-late of " + audit));

  auto member = practice.daemon.caller(practice.daemon.issue("a-member", "panel-member"));
  const auto shown = member.get(plan.at + "/plan");
  REQUIRE(shown.status == 200);
  CHECK(says(shown, "Follow the review."));
  // Objectives stand by theme, and this one last; what is left is what it follows from besides.
  CHECK(number(shown, "/objectives/3/alignedTo") == R"([{"source":"PEER_REVIEW"}])");
  for (const auto* address : {"", "/plan", "/plan:csv", "/entries"}) {
    INFO(address);
    const auto answer = member.get(plan.at + address);
    REQUIRE(answer.status == 200);
    for (const auto& hidden : {of_case, audit, std::string("recommendation-1"), std::string("seen-late")})
      CHECK_FALSE(says(answer, hidden));
  }

  // Who comes to see one of them is told of that one.
  practice.add(of_case, R"({"memberAdded":{"person":"a-member","role":"PANEL_MEMBER"}})");
  const auto more = member.get(plan.at + "/plan");
  CHECK(more.text("/objectives/3/alignedTo/1/ofCase") == of_case);
  CHECK_FALSE(says(more, audit));
}

TEST_CASE("Words that a correction took back are not in the plan", "[service]") {
  FollowedPlan plan;
  auto& caller = plan.practice.coordinator;
  const auto said = caller.get(plan.at + "/plan").text("/objectives/0/statusEntry");
  plan.add(R"({"entryCorrected":{"entry":")" + said +
           R"(","reason":"A slip.","replacement":{"planObjectiveUpdated":{"objective":"objective-1","status":"RED",)"
           R"("update":"Two in five still are."}}}})");
  const auto shown = caller.get(plan.at + "/plan");
  CHECK(shown.text("/objectives/0/status") == "RED");
  CHECK(shown.text("/objectives/0/update") == "Two in five still are.");
  CHECK_FALSE(says(shown, "One in five is late."));
}

TEST_CASE("A programme of another sort has an empty plan, and takes nothing of one", "[service]") {
  FollowedPlan plan;
  plan.open(R"({"programmeOpened":{"sort":"DATA","title":"Figures"}})");
  auto& caller = plan.practice.coordinator;
  const auto shown = caller.get("/v1/programmes/p26-0002/plan");
  CHECK(number(shown, "/counts/all") == "0");
  CHECK(caller.post("/v1/programmes/p26-0002/entries", R"({"planThemeNamed":{"title":"A theme"}})").code() ==
        "not-one-kind");
  CHECK_FALSE(says(caller.get("/v1/programmes/p26-0002"), "planThemeNamed"));
  CHECK(says(caller.get(plan.at), "planThemeNamed"));
}

}  // namespace
}  // namespace review::service_test
