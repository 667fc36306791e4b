#include <fmt/format.h>
#include <sqlite3.h>

#include <set>

#include "libreview/access/role.hpp"
#include "tests/http/service_support.hpp"

/// Who gives somebody a way to sign in, and who has to agree.
namespace review::service_test {
namespace {

const std::string reset_wish = R"({"withSecondFactor":true,"reason":"The telephone is lost."})";
const std::string both = R"({"withSecondFactor":true})";
const std::string identity = R"({"issuer":"https://id.example","subject":"subject-1"})";

std::string invitation(const std::string& person, const std::string& role, const std::string& more = "") {
  return fmt::format(R"({{"person":"{}","role":"{}"{}}})", person, role, more);
}

/// A real store with two administrators and a coordinator who has an account.
struct Real {
  Daemon daemon{{false, {}, 0, {{"dan", "coordinator"}}}};

  Real() { REQUIRE(agreed(invitation("cat", "coordinator")).status == 201); }

  /// Made anew, for the daemon may have been started again.
  [[nodiscard]] HttpCaller administrator() const { return daemon.administrator(); }
  [[nodiscard]] HttpCaller second() const { return daemon.second_administrator(); }

  static std::string at(const HttpAnswer& proposed) {
    REQUIRE(proposed.status == 201);
    return "/v1/approvals/" + proposed.text("/approval");
  }
  /// Proposes an invitation, has it approved, and makes it.
  HttpAnswer agreed(const std::string& wish) const {
    auto with_reason = wish;
    with_reason.insert(with_reason.size() - 1, R"(,"reason":"Invented.")");
    const auto proposed = at(administrator().post("/v1/accounts:propose", with_reason));
    REQUIRE(second().post(proposed + ":approve", "").status == 200);
    return administrator().post("/v1/accounts", wish);
  }
  /// A review coordinator whose token was issued on the file: nobody else has seen it.
  [[nodiscard]] HttpCaller coordinator_of_file() const { return daemon.coordinator("dan"); }
  [[nodiscard]] std::size_t accounts() const {
    return administrator().get("/v1/accounts").json().at("accounts").as_array().size();
  }
  /// Runs it on the file; the daemon is started again.
  void run(const std::string& sql) {
    REQUIRE(daemon.stop() == 0);
    sqlite3* store = nullptr;
    REQUIRE(sqlite3_open(daemon.store().c_str(), &store) == SQLITE_OK);
    CHECK(sqlite3_exec(store, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(store);
    daemon.start();
  }
  /// Everything that was decided was decided so long ago.
  void later(const std::string& ago) {
    run("UPDATE approvals SET decided = strftime('%Y-%m-%dT%H:%M:%fZ', decided, '-" + ago +
        "') WHERE used IS NULL AND decided IS NOT NULL");
  }
};

TEST_CASE("In a real store nobody invites anybody alone, whatever the role", "[service]") {
  Real real;
  const auto before = real.accounts();
  for (const auto role : roles()) {
    INFO(role_name(role));
    const auto alone =
        real.administrator().post("/v1/accounts", invitation("second-self", std::string(role_name(role))));
    CHECK(alone.status == 409);
    CHECK(alone.code() == "second-person-required");
    CHECK(alone.text("/detail").find("Propose it") != std::string::npos);
    CHECK(alone.text("/detail").find("Review coordinator") != std::string::npos);
    CHECK(alone.body.find("rvw_") == std::string::npos);
  }
  CHECK(real.accounts() == before);
}

TEST_CASE("An invitation is made by who proposed it, exactly as it was approved, once", "[service]") {
  Real real;
  const auto wish = invitation("pia", "panel-member", R"(,"name":"Pia Panel","agency":"POLICE")");
  CHECK(real.administrator().post("/v1/accounts:propose", wish).text("/violations/0/pointer") == "/reason");
  auto with_reason = wish;
  with_reason.insert(with_reason.size() - 1, R"(,"reason":"She sits for the police.")");
  const auto proposed = real.administrator().post("/v1/accounts:propose", with_reason);
  const auto at = Real::at(proposed);
  CHECK(proposed.header("Location") == at);
  CHECK(proposed.text("/act") == "invite");
  CHECK(proposed.text("/proposal/name") == "Pia Panel");
  CHECK(real.administrator().post("/v1/accounts:propose", with_reason).code() == "already-recorded");
  CHECK(real.administrator().post(at + ":approve", "").code() == "second-person-required");
  CHECK(real.administrator().post("/v1/accounts", wish).code() == "second-person-required");
  // A coordinator may say yes, who may not invite.
  auto coordinator = real.coordinator_of_file();
  CHECK(coordinator.post("/v1/accounts:propose", with_reason).status == 403);
  const auto approved = coordinator.post(at + ":approve", "");
  REQUIRE(approved.status == 200);
  CHECK(approved.body.find("rvw_") == std::string::npos);

  CHECK(real.second().post("/v1/accounts", wish).code() == "second-person-required");
  for (const auto& other : {invitation("pia", "chair", R"(,"name":"Pia Panel","agency":"POLICE")"),
                            invitation("pia", "panel-member", R"(,"name":"Pia Panel","agency":"EDUCATION")"),
                            invitation("pia", "panel-member", R"(,"name":"Pia Other","agency":"POLICE")"),
                            invitation("pia", "panel-member"),
                            invitation("mia", "panel-member", R"(,"name":"Pia Panel","agency":"POLICE")")}) {
    INFO(other);
    CHECK(real.administrator().post("/v1/accounts", other).code() == "second-person-required");
  }
  CHECK_FALSE(real.administrator().get(at).text("/usableUntil").empty());
  const auto made = real.administrator().post("/v1/accounts", wish);
  REQUIRE(made.status == 201);
  CHECK(made.text("/link").starts_with("/invitation/rvw_"));
  CHECK_FALSE(real.administrator().get(at).text("/used").empty());
  CHECK(real.administrator().post("/v1/accounts", wish).code() == "second-person-required");
}

TEST_CASE("In a real store nobody resets how another signs in alone", "[service]") {
  Real real;
  const std::string cat = "/v1/accounts/cat";
  for (const auto* body : {"", R"({"withSecondFactor":false})", R"({"withSecondFactor":true})"}) {
    const auto alone = real.administrator().post(cat + ":reset", body);
    CHECK(alone.status == 409);
    CHECK(alone.code() == "second-person-required");
    CHECK(alone.text("/detail").find("Chair") != std::string::npos);
  }
  CHECK(real.administrator().post("/v1/accounts/nobody:reset", "").status == 404);
  CHECK(real.administrator().post("/v1/accounts/nobody:proposeReset", reset_wish).status == 404);
  CHECK(real.administrator().post(cat + ":proposeReset", both).text("/violations/0/pointer") == "/reason");

  const auto at = Real::at(real.administrator().post(cat + ":proposeReset", reset_wish));
  // Whose account it is does not agree to it, and anybody else with the right does.
  CHECK(real.daemon.caller(real.daemon.issue("cat", "coordinator")).post(at + ":approve", "").code() ==
        "second-person-required");
  CHECK(real.coordinator_of_file().post(at + ":approve", "").status == 200);
  CHECK(real.administrator().post(cat + ":reset", "").code() == "second-person-required");
  CHECK(real.second().post(cat + ":reset", both).code() == "second-person-required");
  const auto made = real.administrator().post(cat + ":reset", both);
  REQUIRE(made.status == 200);
  CHECK(made.text("/link").starts_with("/invitation/rvw_"));
  CHECK(real.administrator().post(cat + ":reset", both).code() == "second-person-required");
}

TEST_CASE("To invite somebody anew is no way round a reset", "[service]") {
  Real real;
  CHECK(real.administrator().post("/v1/accounts", invitation("cat", "coordinator")).code() == "second-person-required");
  const auto at = Real::at(real.administrator().post("/v1/accounts/cat:proposeReset", reset_wish));
  REQUIRE(real.second().post(at + ":approve", "").status == 200);
  CHECK(real.administrator().post("/v1/accounts", invitation("cat", "coordinator")).code() == "second-person-required");
  CHECK(real.administrator().post("/v1/accounts:propose", invitation("cat", "chair", R"(,"reason":"x")")).code() ==
        "second-person-required");
}

TEST_CASE("In a real store nobody names the account of another provider that opens somebody's", "[service]") {
  Real real;
  const std::string cat = "/v1/accounts/cat";
  const auto refused = real.administrator().post(cat + ":bind", identity);
  CHECK(refused.status == 403);
  CHECK(refused.code() == "not-permitted");
  CHECK(refused.text("/detail").find("Use my council account") != std::string::npos);
  const auto wish = R"({"issuer":"https://id.example","subject":"subject-1","reason":"She signs on at the council."})";
  CHECK(real.administrator().post(cat + ":proposeBinding", wish).status == 404);
  CHECK(real.administrator().get("/v1/accounts").body.find("subject-1") == std::string::npos);
}

TEST_CASE("What was proposed of an act that is gone is still shown, and nobody approves it", "[service]") {
  Real real;
  real.run(
      "INSERT INTO approvals(approval, act, subject, proposal, reason, proposed_by, proposed) VALUES ('gone', "
      "'bind-account', 'people/cat', '{\"issuer\":\"https://id.example\",\"subject\":\"subject-1\"}', "
      "'Invented.', 'administrator-1', '2026-03-02T10:00:00Z')");
  const std::string at = "/v1/approvals/gone";
  CHECK(real.coordinator_of_file().get("/v1/approvals").body.find("subject-1") != std::string::npos);
  const auto check_shown = [&](const HttpAnswer& shown) {
    CHECK(shown.status == 200);
    CHECK_FALSE(shown.json().at("mayDecide").as_bool());
  };
  check_shown(real.administrator().get(at));
  check_shown(real.second().get(at));
  check_shown(real.coordinator_of_file().get(at));
  CHECK(real.daemon.reader().get(at).status != 200);
  const auto yes = real.second().post(at + ":approve", "");
  CHECK(yes.code() == "not-permitted");
  CHECK(yes.text("/detail").find("not done here any more") != std::string::npos);
  CHECK(real.second().get(at).text("/outcome").empty());
  CHECK(real.administrator().get("/v1/accounts").body.find("subject-1") == std::string::npos);
  CHECK(real.administrator().post(at + ":withdraw", "").status == 200);
  CHECK(real.second().get(at).text("/outcome") == "withdrawn");
}

TEST_CASE("A yes to a reset is void once the person was shut out or has another role", "[service]") {
  Real real;
  auto administrator = real.administrator();
  const auto proposed = Real::at(administrator.post("/v1/accounts/cat:proposeReset", reset_wish));
  REQUIRE(real.second().post(proposed + ":approve", "").status == 200);
  const auto role =
      Real::at(administrator.post("/v1/accounts/cat:proposeRole", R"({"role":"reader","reason":"She moved on."})"));
  REQUIRE(real.second().post(role + ":approve", "").status == 200);
  const auto made = administrator.post("/v1/accounts/cat:reset", both);
  INFO(made.body);
  CHECK(made.status == 409);
  CHECK(made.code() == "second-person-required");
}

TEST_CASE("A yes that is not used in time is as none: of a key and an invitation a week, of a reset a day",
          "[service]") {
  Real real;
  const std::string key = R"({"person":"nightly","role":"script"})";
  const auto propose = [&] {
    const std::vector<std::string> made = {
        Real::at(real.administrator().post("/v1/tokens:propose",
                                           R"({"person":"nightly","role":"script","reason":"Invented."})")),
        Real::at(real.administrator().post("/v1/accounts:propose", invitation("pia", "reader", R"(,"reason":"x")"))),
        Real::at(real.administrator().post("/v1/accounts/cat:proposeReset", reset_wish))};
    for (const auto& at : made) REQUIRE(real.second().post(at + ":approve", "").status == 200);
    return made;
  };
  const auto first = propose();
  real.later("25 hours");
  CHECK(real.administrator().post("/v1/accounts/cat:reset", both).code() == "second-person-required");
  CHECK(real.administrator().get(first[2]).json().at("lapsed").as_bool());
  CHECK(real.administrator().post("/v1/tokens", key).status == 201);
  CHECK(real.administrator().post("/v1/accounts", invitation("pia", "reader")).status == 201);

  const auto again = propose();
  real.later("8 days");
  CHECK(real.administrator().post("/v1/tokens", key).code() == "second-person-required");
  CHECK(real.administrator().post("/v1/accounts", invitation("pia", "reader")).code() == "second-person-required");
  for (const auto& at : again) {
    const auto shown = real.administrator().get(at);
    CHECK(shown.json().at("lapsed").as_bool());
    CHECK(shown.text("/usableUntil").empty());
  }
}

TEST_CASE("A reset and an account elsewhere are told to their person and to governance, and nobody is named",
          "[service]") {
  Practice practice;
  auto& caller = practice.coordinator;
  REQUIRE(caller.post("/v1/agencies", R"({"agency":"east-school","name":"East School"})").status == 201);
  REQUIRE(caller
              .post("/v1/agencies/east-school/contacts",
                    R"({"contact":"b-jones","name":"B Jones","role":"MAIN","mailbox":"b.jones@example.org"})")
              .status == 201);
  auto administrator = practice.daemon.administrator();
  const auto mails = [&] { return caller.get("/v1/practice/mails").json().at("mails").as_array(); };
  const auto recipients = [&](std::size_t newest) {
    std::set<std::string> to;
    const auto all = mails();
    for (std::size_t i = 0; i < newest && i < all.size(); ++i) to.emplace(all[i].at("to").as_string());
    return to;
  };
  REQUIRE(administrator.post("/v1/accounts", invitation("b-jones", "agency-contact")).status == 201);
  REQUIRE(administrator.post("/v1/accounts", invitation("zoe", "reader")).status == 201);
  CHECK(mails().empty());
  // An invitation that nobody took up is made anew: no password ends.
  REQUIRE(administrator.post("/v1/accounts", invitation("zoe", "reader")).status == 201);
  CHECK(mails().empty());
  const std::set<std::string> told = {"b.jones@example.org", "information-governance@example.org"};
  REQUIRE(administrator.post("/v1/accounts/b-jones:reset", "").status == 200);
  CHECK(mails().size() == 2);
  CHECK(recipients(2) == told);
  REQUIRE(administrator.post("/v1/accounts/b-jones:bind", identity).status == 200);
  CHECK(mails().size() == 4);
  CHECK(recipients(2) == told);
  REQUIRE(administrator.post("/v1/accounts", invitation("b-jones", "agency-contact")).status == 201);
  CHECK(mails().size() == 6);
  // No mailbox is known of this one.
  REQUIRE(administrator.post("/v1/accounts/zoe:reset", "").status == 200);
  CHECK(mails().size() == 7);
  for (const auto& mail : mails()) {
    for (const auto* word : {"b-jones", "B Jones", "zoe", "administrator-1", "rvw_", "East School", "subject-1"}) {
      INFO(word);
      CHECK(std::string(mail.at("text").as_string()).find(word) == std::string::npos);
      CHECK(std::string(mail.at("subject").as_string()).find(word) == std::string::npos);
    }
  }
}

}  // namespace
}  // namespace review::service_test
