#include <fmt/format.h>

#include "libreview/access/role.hpp"
#include "tests/http/service_support.hpp"

/// Who may give whom a token, and what is shown of it.
namespace review::service_test {
namespace {

HttpAnswer ask_for(const Daemon& daemon, const std::string& person, const std::string& role) {
  return daemon.administrator().post("/v1/tokens", fmt::format(R"({{"person":"{}","role":"{}"}})", person, role));
}

const std::string plain =
    R"({"person":"people/nightly","role":"script","scopes":["read-cases"],"cases":["26-0007","26-0008"]})";
const std::string proposal =
    R"({"person":"people/nightly","role":"script","scopes":["read-cases"],"cases":["26-0007","26-0008"],)"
    R"("reason":"The yearly figures."})";

TEST_CASE("A program's role holds no right that grants, decides or opens in an emergency", "[service]") {
  using enum Right;
  for (const auto right : {manage_access, manage_store, manage_settings, approve_settings, decide, move_cases,
                           break_glass, review_break_glass, see_reads, see_withdrawn}) {
    INFO(right_name(right));
    CHECK_FALSE(may(Role::script, right));
  }
}

TEST_CASE("A token of somebody who has an account does no more than the account", "[service]") {
  const Practice practice;
  const auto& daemon = practice.daemon;
  auto administrator = daemon.administrator();
  const std::vector<std::pair<std::string, std::string>> people = {
      {"r-reader", "reader"}, {"p-panel", "panel-member"}, {"c-coord", "coordinator"}, {"a-admin", "administrator"}};
  for (const auto& [person, role] : people) {
    REQUIRE(administrator.post("/v1/accounts", fmt::format(R"({{"person":"{}","role":"{}"}})", person, role)).status ==
            201);
    CHECK(ask_for(daemon, person, role).status == 201);
  }
  const std::vector<std::pair<std::string, std::string>> above = {
      {"r-reader", "coordinator"},  {"r-reader", "script"},  {"r-reader", "administrator"}, {"p-panel", "reader"},
      {"p-panel", "script"},        {"p-panel", "reviewer"}, {"p-panel", "agency-contact"}, {"c-coord", "scrutineer"},
      {"c-coord", "administrator"}, {"a-admin", "reader"},   {"a-admin", "coordinator"}};
  const auto tokens = administrator.get("/v1/tokens").json().at("tokens").as_array().size();
  for (const auto& [person, role] : above) {
    INFO(person << " as " << role);
    const auto refused = ask_for(daemon, person, role);
    CHECK(refused.status == 409);
    CHECK(refused.code() == "second-person-required");
    CHECK(refused.text("/violations/0/pointer") == "/role");
  }
  for (const auto* role : {"reader", "script"}) {
    INFO(role);
    CHECK(ask_for(daemon, "c-coord", role).status == 201);
  }
  CHECK(administrator.get("/v1/tokens").json().at("tokens").as_array().size() == tokens + 2);
}

TEST_CASE("In a real store a token takes two people, and its secret goes to who proposed it", "[service]") {
  const Daemon daemon({false, {}});
  auto administrator = daemon.administrator();
  auto second = daemon.second_administrator();
  for (const auto role : roles()) {
    INFO(role_name(role));
    CHECK(ask_for(daemon, "somebody", std::string(role_name(role))).code() == "second-person-required");
  }
  CHECK(administrator.get("/v1/tokens").json().at("tokens").as_array().size() == 2);

  CHECK(administrator.post("/v1/tokens:propose", plain).text("/violations/0/pointer") == "/reason");
  const auto proposed = administrator.post("/v1/tokens:propose", proposal);
  REQUIRE(proposed.status == 201);
  const auto at = "/v1/approvals/" + proposed.text("/approval");
  CHECK(proposed.text("/proposal/cases") == "26-0007 26-0008");
  // Whoever sees no case and did not name them learns how many there are.
  CHECK(second.get(at).text("/proposal/caseCount") == "2");
  CHECK(second.get(at).body.find("26-0007") == std::string::npos);
  CHECK(administrator.post("/v1/tokens", plain).code() == "second-person-required");
  CHECK(administrator.post(at + ":approve", "").code() == "second-person-required");
  const auto approved = second.post(at + ":approve", "");
  REQUIRE(approved.status == 200);
  CHECK(approved.body.find("rvw_") == std::string::npos);

  // Nobody else uses it, nor is another token made with it.
  CHECK(second.post("/v1/tokens", plain).code() == "second-person-required");
  CHECK(administrator.post("/v1/tokens", R"({"person":"nightly","role":"script"})").code() == "second-person-required");
  const auto issued = administrator.post("/v1/tokens", plain);
  REQUIRE(issued.status == 201);
  CHECK(daemon.caller(issued.text("/secret")).get("/v1/cases").status == 200);
  CHECK_FALSE(administrator.get(at).text("/used").empty());
  CHECK(administrator.post("/v1/tokens", plain).code() == "second-person-required");
}

TEST_CASE("Nobody agrees to a token of their own", "[service]") {
  const Daemon daemon({false, {}});
  const auto made = daemon.administrator().post(
      "/v1/tokens:propose", R"({"person":"administrator-2","role":"coordinator","reason":"Invented."})");
  REQUIRE(made.status == 201);
  CHECK(daemon.second_administrator().post("/v1/approvals/" + made.text("/approval") + ":approve", "").code() ==
        "second-person-required");
}

TEST_CASE("Of the cases that a token opens, administrators see how many there are", "[service]") {
  const Practice practice;
  auto administrator = practice.daemon.administrator();
  const auto issued = administrator.post("/v1/tokens", plain);
  REQUIRE(issued.status == 201);
  CHECK(issued.text("/cases/1") == "26-0008");
  const auto listed = administrator.get("/v1/tokens");
  CHECK(listed.body.find("26-000") == std::string::npos);
  CHECK(listed.body.find(R"("caseCount":2)") != std::string::npos);
  const auto revoked = administrator.post("/v1/tokens/" + issued.text("/token") + ":revoke", "");
  CHECK(revoked.body.find("26-000") == std::string::npos);
}

}  // namespace
}  // namespace review::service_test
