#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <map>

#include "libreview/access/entry_access.hpp"
#include "libreview/vocabulary/kinds.hpp"
#include "reviewd/api/endpoint.hpp"
#include "reviewd/api/proof_table.hpp"
#include "reviewd/web/frame/page.hpp"
#include "tests/http/service_support.hpp"
#include "tests/web/filling.hpp"
#include "tests/web/form_support.hpp"

/// What somebody in a session does only after they showed again who they are.
namespace review::service_test {
namespace {

using test::Browser;
using test::FormValues;
using test::good_password;

const std::string reasons = "The child's school rang & asked \"who knows her?\"\nNobody else is here.";

/// Time passes since everybody showed who they are; the sessions go on.
void six_minutes_pass(const Daemon& daemon) {
  sqlite3* store = nullptr;
  REQUIRE(sqlite3_open(daemon.store().c_str(), &store) == SQLITE_OK);
  const auto* sql = "UPDATE sessions SET proved = strftime('%Y-%m-%dT%H:%M:%fZ', proved, '-6 minutes')";
  CHECK(sqlite3_exec(store, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
  sqlite3_close(store);
}

/// The same browser, after six minutes.
Browser later(Practice& practice, const Browser& browser) {
  REQUIRE(practice.daemon.stop() == 0);
  six_minutes_pass(practice.daemon);
  practice.daemon.start();
  Browser again(practice.daemon);
  again.set_cookie(browser.cookie());
  return again;
}

/// Answers the page that asks who they are, with whatever it brought along.
HttpAnswer confirm(Browser& browser, const HttpAnswer& page, const std::string& password = good_password) {
  return test::fill(browser, "/confirm-it-is-you", page, {{"password", password}}, "", "");
}

FormValues emergency(const std::string& id) {
  return {{"case", id}, {"ground", "child-at-risk"}, {"reasons", reasons}};
}

TEST_CASE("Each row of the table of proofs is an endpoint or a page, and no program's token may do any", "[web]") {
  const Reader script{"nightly", Role::script};
  for (const auto& row : reviewd::proof_table()) {
    INFO(row.name);
    const auto& all = reviewd::endpoints();
    const auto endpoint = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.name == row.name; });
    const auto& pages = reviewd::pages();
    const bool is_page = std::any_of(pages.begin(), pages.end(), [&](const auto& one) { return one.name == row.name; });
    CHECK((endpoint != all.end()) != is_page);
    if (is_page) continue;
    for (const auto kind : row.kinds) {
      const auto* found = find_kind(kind);
      REQUIRE(found != nullptr);
      CHECK_FALSE(records_kind(script, found->name));
    }
    const auto& rights = endpoint->rights;
    const bool may = rights.empty() || std::any_of(rights.begin(), rights.end(),
                                                   [&](Right right) { return review::may(Role::script, right); });
    CHECK(may == !row.kinds.empty());
  }
}

TEST_CASE("A program's token never breaks glass, unseals, exports or grants", "[service]") {
  Practice practice;
  const auto id = practice.open();
  practice.add(id, R"({"caseSealed":{"readers":["coordinator-1","a-script"],"reasons":"Invented."}})");
  auto script = practice.daemon.caller(practice.daemon.issue("a-script", "script"));
  const HttpFields match{{"If-Match", if_match(practice.version(id))}};
  const auto size = practice.size();
  for (const auto* body :
       {R"({"unsealProposed":{"reasons":"Invented."}})", R"({"caseUnsealed":{"reasons":"Invented."}})"})
    CHECK(script.post("/v1/cases/" + id + "/entries", body, match).code() == "not-permitted");
  const std::vector<std::pair<std::string, std::string>> asked = {
      {"/v1/cases/" + id + ":breakGlass",
       R"({"ground":"child-at-risk","reasons":"An invented reason of some length."})"},
      {"/v1/tokens", R"({"person":"a-script","role":"coordinator"})"},
      {"/v1/webhooks", R"({"address":"https://receiver.example/"})"},
      {"/v1/accounts", R"({"person":"a-script","role":"coordinator"})"},
      {"/v1/accounts/a-script:proposeRole", R"({"role":"coordinator","reason":"Invented."})"},
      {"/v1/accounts/a-script:reset", ""},
      {"/v1/accounts/a-script:bind", R"({"issuer":"https://id.example","subject":"x"})"},
      {"/v1/accounts:propose", R"({"person":"a-script","role":"coordinator","reason":"Invented."})"},
      {"/v1/accounts/a-script:proposeReset", R"({"reason":"Invented."})"},
      {"/v1/approvals/none:approve", ""}};
  for (const auto& [target, body] : asked) {
    INFO(target);
    CHECK(script.post(target, body).code() == "not-permitted");
  }
  CHECK(script.get("/v1/export").code() == "not-permitted");
  CHECK(practice.size() == size);
}

TEST_CASE("Glass is broken after a fresh proof, and nothing typed is lost for it", "[web]") {
  Practice practice;
  const auto id = practice.open();
  auto first = Browser::of(practice.daemon, "c-chair", "chair");
  auto browser = later(practice, first);
  REQUIRE(browser.open("/open-a-case").status == 200);
  const auto asked = browser.send("/open-a-case", emergency(id));
  CHECK(asked.status == 403);
  CHECK(says(asked, "Confirm that it is you"));
  CHECK(says(asked, "What you typed is kept"));
  auto governance = practice.daemon.caller(practice.daemon.issue("gov-1", "information-governance"));
  CHECK(governance.get("/v1/glass").json().at("glass").as_array().empty());

  const auto wrong = confirm(browser, asked, "not the password");
  CHECK(wrong.status == 403);
  CHECK(says(wrong, "The password is wrong"));
  CHECK(says(wrong, "What you typed is kept"));
  const auto before = browser.cookie();
  const auto done = confirm(browser, wrong);
  CHECK(done.status == 303);
  CHECK(done.header("Location") == "/cases/" + id);
  CHECK(browser.cookie() != before);
  const auto list = governance.get("/v1/glass");
  REQUIRE(list.json().at("glass").as_array().size() == 1);
  CHECK(list.text("/glass/0/reasons") == reasons);
  // Within five minutes nobody is asked again.
  REQUIRE(browser.open("/open-a-case").status == 200);
  CHECK(browser.send("/open-a-case", emergency(id)).status == 303);
}

TEST_CASE("A form that waits goes on for its own session alone, and to an address of ours", "[web]") {
  Practice practice;
  const auto id = practice.open();
  auto first = Browser::of(practice.daemon, "c-chair", "chair");
  auto browser = later(practice, first);
  browser.open("/open-a-case");
  const auto asked = browser.send("/open-a-case", emergency(id));
  REQUIRE(asked.status == 403);
  const FormValues forged{
      {"password", good_password},
      {"formAddress", "/open-a-case"},
      {"formBody",
       "case=" + id + "&ground=child-at-risk&reasons=forged%20by%20another%20page&formToken=" + std::string(32, '0')}};
  CHECK(browser.send("/confirm-it-is-you", forged).header("Location") == "/");
  const FormValues elsewhere{{"password", good_password},
                             {"then", "/cases"},
                             {"formAddress", "//evil.example/"},
                             {"formBody", "formToken=" + browser.form_token()}};
  browser.open("/account");
  CHECK(browser.send("/confirm-it-is-you", elsewhere).header("Location") == "/cases");
  auto governance = practice.daemon.caller(practice.daemon.issue("gov-1", "information-governance"));
  CHECK(governance.get("/v1/glass").json().at("glass").as_array().empty());
}

TEST_CASE("A sealed case is opened again after a fresh proof, in the form that was filled in", "[web]") {
  Practice practice;
  practice.day("2026-01-06");
  const auto id = practice.open();
  practice.add(id, R"({"caseSealed":{"readers":["coordinator-1","c-coord"],"reasons":"Invented."}})");
  auto first = Browser::of(practice.daemon, "c-coord", "coordinator");
  auto browser = later(practice, first);
  const auto address = "/cases/" + id + "/add/unsealProposed";
  const auto page = browser.open(address);
  REQUIRE(page.status == 200);
  const auto size = [&] { return practice.daemon.coordinator().get("/v1/journal/head").json().at("size").as_int64(); };
  const auto before = size();
  auto answer =
      test::fill(browser, address, page, {{"unsealProposed.reasons", "The trial is over."}}, "do", "continue");
  CHECK(answer.status == 403);
  CHECK(says(answer, "Confirm that it is you"));
  answer = confirm(browser, answer);
  REQUIRE(answer.status == 200);
  CHECK(says(answer, "The trial is over."));
  CHECK(size() == before);
  CHECK(test::fill(browser, address, answer, {}, "do", "record").status == 303);
  CHECK(size() == before + 1);
}

TEST_CASE("Granting, by an invitation, a key, a role or a yes, waits for a fresh proof", "[web]") {
  Practice practice;
  auto ada = Browser::of(practice.daemon, "ada-admin", "administrator");
  auto cora = Browser::of(practice.daemon, "cora-coord", "coordinator");
  REQUIRE(practice.daemon.administrator().post("/v1/accounts", R"({"person":"r-reader","role":"reader"})").status ==
          201);
  const auto proposed = practice.daemon.administrator().post("/v1/accounts/r-reader:proposeRole",
                                                             R"({"role":"chair","reason":"Invented."})");
  auto browser = later(practice, ada);
  Browser second(practice.daemon);
  second.set_cookie(cora.cookie());
  const auto people = "/administration/people";
  REQUIRE(browser.open(people).status == 200);
  const auto asked = browser.send(people, {{"person", "new-person"}, {"role", "reader"}});
  CHECK(says(asked, "Confirm that it is you"));
  const auto invited = confirm(browser, asked);
  CHECK(invited.status == 201);
  CHECK(says(invited, "/invitation/rvw_"));

  // What is decided by two is carried out between commits, and still goes on by itself.
  const auto at = "/administration/approvals/" + proposed.text("/approval");
  REQUIRE(second.open(at).status == 200);
  const auto waits = second.send(at, {{"do", "approve"}});
  CHECK(waits.status == 403);
  CHECK(confirm(second, waits).header("Location") == at);
  CHECK(says(second.open(at), "Approved by cora-coord"));
}

TEST_CASE("Pages that show how somebody signs in ask first who they are", "[web]") {
  Practice practice;
  auto first = Browser::of(practice.daemon, "a-smith", "coordinator");
  auto browser = later(practice, first);
  for (const auto* page : {"/account/password", "/account/second-step"}) {
    const auto to = browser.open(page).header("Location");
    CHECK(to.starts_with("/confirm-it-is-you?then=%2Faccount%2F"));
  }
  CHECK(browser.open("/cases").status == 200);
  const auto asking = browser.open("/confirm-it-is-you?then=%2Faccount%2Fpassword");
  CHECK(confirm(browser, asking).header("Location") == "/account/password");
  CHECK(browser.open("/account/password").status == 200);
}

}  // namespace
}  // namespace review::service_test
