#include <fmt/format.h>

#include "tests/http/service_support.hpp"

/// What takes two people: roles, and who may decide.
namespace review::service_test {
namespace {

struct TwoPeopleOffice {
  Practice practice{};
  HttpCaller administrator = practice.daemon.administrator();
  HttpCaller second = practice.daemon.caller(practice.daemon.issue("administrator-2", "administrator"));
  HttpCaller chair = practice.daemon.caller(practice.daemon.issue("chair-1", "chair"));

  HttpAnswer invite(const std::string& person, const std::string& role) {
    return administrator.post("/v1/accounts", fmt::format(R"({{"person":"{}","role":"{}"}})", person, role));
  }
  std::string role_of(const std::string& person) {
    const auto list = administrator.get("/v1/accounts").json();
    for (const auto& one : list.at("accounts").as_array()) {
      if (one.at("person").as_string() == "people/" + person) return std::string(one.at("role").as_string());
    }
    return "";
  }
};

const std::string wish = R"({"role":"chair","reason":"She chairs from May."})";

TEST_CASE("A role changes when a second person approves, and not before", "[service]") {
  TwoPeopleOffice office;
  REQUIRE(office.invite("cat", "reader").status == 201);
  const auto again = office.invite("cat", "coordinator");
  CHECK(again.status == 409);
  CHECK(again.code() == "second-person-required");
  CHECK(office.role_of("cat") == "reader");

  const auto made = office.administrator.post("/v1/accounts/cat:proposeRole", wish);
  REQUIRE(made.status == 201);
  const auto at = "/v1/approvals/" + made.text("/approval");
  CHECK(made.header("Location") == at);
  CHECK(made.text("/proposal/role") == "chair");
  CHECK(office.administrator.post(at + ":approve", "").code() == "second-person-required");
  CHECK(office.administrator.post(at + ":refuse", "").code() == "second-person-required");
  CHECK(office.role_of("cat") == "reader");
  CHECK(office.administrator.post("/v1/accounts/cat:proposeRole", wish).code() == "already-recorded");

  const auto done = office.chair.post(at + ":approve", "");
  CHECK(done.status == 200);
  CHECK(done.text("/outcome") == "approved");
  CHECK(office.role_of("cat") == "chair");
  CHECK(office.second.post(at + ":approve", "").code() == "already-recorded");
  CHECK(office.invite("cat", "chair").status == 201);
}

TEST_CASE("Nobody approves a role of their own", "[service]") {
  TwoPeopleOffice office;
  REQUIRE(office.invite("chair-1", "reader").status == 201);
  const auto made =
      office.administrator.post("/v1/accounts/chair-1:proposeRole", R"({"role":"administrator","reason":"Invented."})");
  REQUIRE(made.status == 201);
  CHECK(office.chair.post("/v1/approvals/" + made.text("/approval") + ":approve", "").code() ==
        "second-person-required");
  CHECK(office.role_of("chair-1") == "reader");
  CHECK(office.second.post("/v1/approvals/" + made.text("/approval") + ":approve", "").status == 200);
  CHECK(office.role_of("chair-1") == "administrator");
}

TEST_CASE("A proposal can be refused and taken back, and changes nothing then", "[service]") {
  TwoPeopleOffice office;
  REQUIRE(office.invite("cat", "reader").status == 201);
  const auto propose = [&] {
    return "/v1/approvals/" + office.administrator.post("/v1/accounts/cat:proposeRole", wish).text("/approval");
  };
  const auto first = propose();
  CHECK(office.second.post(first + ":withdraw", "").code() == "second-person-required");
  CHECK(office.second.post(first + ":refuse", "").text("/outcome") == "refused");
  const auto second = propose();
  CHECK(office.administrator.post(second + ":withdraw", "").text("/outcome") == "withdrawn");
  CHECK(office.second.post(second + ":approve", "").code() == "already-recorded");
  CHECK(office.role_of("cat") == "reader");
  CHECK(office.administrator.get("/v1/approvals").json().at("approvals").as_array().size() == 2);
}

TEST_CASE("Who may not decide is not shown what waits", "[service]") {
  TwoPeopleOffice office;
  REQUIRE(office.invite("cat", "reader").status == 201);
  const auto made = office.administrator.post("/v1/accounts/cat:proposeRole", wish);
  const auto at = "/v1/approvals/" + made.text("/approval");
  for (const auto* role : {"reader", "panel-member", "scrutineer", "agency-contact", "script"}) {
    INFO(role);
    auto other = office.practice.daemon.caller(office.practice.daemon.issue("other-1", role));
    CHECK(other.get("/v1/approvals").status == 403);
    CHECK(other.get(at).status == 403);
    CHECK(other.post(at + ":approve", "").status == 403);
    CHECK(other.post("/v1/accounts/cat:proposeRole", wish).status == 403);
    CHECK(other.get("/v1/settings").status == 403);
  }
  CHECK(office.chair.post("/v1/accounts/cat:proposeRole", wish).status == 403);
  CHECK(office.chair.get(at).json().at("mayDecide").as_bool());
  CHECK(office.chair.get("/v1/approvals/none").status == 404);
  CHECK(office.administrator.post("/v1/accounts/nobody:proposeRole", wish).status == 404);
  CHECK(office.administrator.post("/v1/accounts/cat:proposeRole", R"({"role":"reader","reason":"x"})").code() ==
        "already-recorded");
  CHECK(office.administrator.post("/v1/accounts/cat:proposeRole", R"({"role":"queen","reason":"x"})").code() ==
        "not-a-choice");
  CHECK(office.role_of("cat") == "reader");
}

}  // namespace
}  // namespace review::service_test
