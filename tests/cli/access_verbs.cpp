#include <regex>

#include "libreview/registers/accounts.hpp"
#include "libreview/store/system_random.hpp"
#include "tests/cli/cli_support.hpp"

namespace review::cli_test {
namespace {

const std::regex token_line("rvw_[A-Za-z0-9_-]+\n");

TEST_CASE("A token stands alone on standard output, from a file or from the service", "[cli]") {
  const TemporaryFolder folder;
  const auto store = (folder / "store.db").string();
  make_store(store);
  const auto issued = ctl("token issue --person a-officer --role coordinator --store " + store);
  CHECK(issued.exit == 0);
  CHECK(std::regex_match(issued.data, token_line));
  CHECK_THAT(issued.talk, Catch::Contains("It is shown only now."));
  CHECK_THAT(ctl("token list --store " + store).data, !Catch::Contains(issued.data.substr(0, issued.data.size() - 1)));

  const Office office;
  const auto served = office.as("administrator", "token issue --person b-officer --role reader --days 30");
  REQUIRE(served.exit == 0);
  CHECK(std::regex_match(served.data, token_line));
  CHECK(office("token issue --person c-officer --role administrator").exit == 5);
}

TEST_CASE("A token is narrowed to rights, cases and networks when it is issued", "[cli]") {
  const Office office;
  const auto issued =
      office.as("administrator",
                "token issue --person a-script --role script --scope read-cases --scope record --case 26-0007 "
                "--network 127.0.0.0/8 --days 90 --agency POLICE --output json");
  REQUIRE(issued.exit == 0);
  CHECK(issued.at("/scopes/1") == "record");
  CHECK(issued.at("/cases/0") == "26-0007");
  CHECK(issued.at("/networks/0") == "127.0.0.0/8");
  CHECK(issued.at("/agency") == "POLICE");
  CHECK(office.as("administrator", "token issue --person a-script --role script --scope decide").exit == 2);
  CHECK(office.as("administrator", "token issue --person a-script --role script --days 91").exit == 2);
}

TEST_CASE("A token opens the service until it is revoked", "[cli]") {
  const Office office;
  const auto issued = office.as("administrator", "token issue --person b-officer --role reader --output json");
  const auto id = issued.at("/token");
  write_file(office.token_file("b-officer"), issued.at("/secret"));
  CHECK(office.as("b-officer", "case list").exit == 0);
  const auto listed = office.as("administrator", "token list");
  CHECK_THAT(listed.data, Catch::Contains(id) && Catch::Contains("people/b-officer") && Catch::Contains("reader"));
  CHECK_THAT(office.as("administrator", "token list --output csv").data,
             Catch::StartsWith("token,person,role,created,expires,revoked\n"));
  CHECK(office.as("administrator", "token revoke " + id).exit == 0);
  CHECK(office.as("b-officer", "case list").exit == 5);
  CHECK(office.as("administrator", "token revoke nosuch").exit == 3);
}

TEST_CASE("Somebody is invited to the pages by a link, and shut out by name", "[cli]") {
  const Office office;
  const auto invited = office.as("administrator", "account invite --person b-officer --role reader");
  REQUIRE(invited.exit == 0);
  CHECK(std::regex_match(invited.data, std::regex("/invitation/rvw_[A-Za-z0-9_-]+\n")));
  CHECK_THAT(invited.talk, Catch::Contains("It is shown only now."));
  const auto listed = office.as("administrator", "account list");
  CHECK_THAT(listed.data, Catch::Contains("people/b-officer") && Catch::Contains("not yet"));
  CHECK_THAT(listed.data, !Catch::Contains("rvw_"));
  CHECK(office("account invite --person c-officer --role administrator").exit == 5);
  CHECK(office("account list").exit == 5);
  const auto reset = office.as("administrator", "account reset b-officer --with-second-factor");
  CHECK(reset.exit == 0);
  CHECK(std::regex_match(reset.data, std::regex("/invitation/rvw_[A-Za-z0-9_-]+\n")));
  CHECK(reset.data != invited.data);
  CHECK(office.as("administrator", "account sign-out b-officer").exit == 0);
  CHECK(office("account reset b-officer").exit == 5);
  CHECK(office.as("administrator", "account reset nobody").exit == 3);
  CHECK(office.as("administrator", "account disable b-officer").exit == 0);
  CHECK(office.as("administrator", "account reset b-officer").exit == 3);
  CHECK(office.as("administrator", "account list --output json").at("/accounts/0/disabled") != "");
  CHECK(office.as("administrator", "account disable nobody").exit == 3);
}

TEST_CASE("Whoever is invited may have any role, a name and an agency", "[cli]") {
  const Office office;
  CHECK(office.as("administrator", "account invite --person a-chair --role chair").exit == 0);
  const auto invited = office.as("administrator",
                                 "account invite --person a-member --role panel-member --agency POLICE "
                                 "--name 'Asha Verma' --output json");
  REQUIRE(invited.exit == 0);
  CHECK(invited.at("/wantsCode") == "false");
  const auto listed = office.as("administrator", "account list --output json");
  CHECK(listed.at("/accounts/1/name") == "Asha Verma");
  CHECK(listed.at("/accounts/1/agency") == "POLICE");
}

TEST_CASE("A wrong value of what gives access is shown at its option, with what could stand there", "[cli]") {
  for (const auto* verb : {"account invite", "account role --store none.db", "token issue"}) {
    CAPTURE(verb);
    const auto misspelt = ctl(std::string(verb) + " --person a-officer --role chiar");
    CHECK(misspelt.exit == 2);
    CHECK_THAT(misspelt.talk,
               Catch::Contains("--role is one of ") && Catch::Contains("panel-member") && Catch::Contains("not chiar"));
    const auto without = ctl(std::string(verb) + " --person a-officer");
    CHECK(without.exit == 2);
    CHECK_THAT(without.talk, Catch::Contains("--role ROLE") && Catch::Contains("panel-member"));
  }
  const Office office;
  for (const auto* verb : {"account invite", "token issue"}) {
    CAPTURE(verb);
    const auto person = office.as("administrator", std::string(verb) + " --role chair --person A.Chair");
    CHECK(person.exit == 2);
    CHECK_THAT(person.talk, Catch::Contains("at --person (/person)"));
  }
  const auto network =
      office.as("administrator", "token issue --person a-officer --role script --network nowhere --case 26-0001");
  CHECK(network.exit == 2);
  CHECK_THAT(network.talk, Catch::Contains("at --network (/networks/0)"));
}

TEST_CASE("Through the service of a real store an invitation and a reset are proposed first", "[cli]") {
  const Daemon daemon({false, {}});
  const TemporaryFolder folder;
  const auto token = folder / "token";
  write_file(token, daemon.administrator_token());
  const auto at = " --server http://127.0.0.1:" + std::to_string(daemon.port()) + " --token-file " + token.string();
  const auto approve = [&](const Ran& proposed) {
    const auto id = proposed.data.substr(0, proposed.data.find('\n'));
    CHECK_THAT(proposed.talk, Catch::Contains("Another person approves it."));
    CHECK(daemon.second_administrator().post("/v1/approvals/" + id + ":approve", "").status == 200);
  };
  const std::string invite = "account invite --person b-officer --role reader" + at;
  const auto alone = ctl(invite);
  CHECK(alone.exit == 4);
  CHECK_THAT(alone.talk, Catch::Contains("takes two people"));
  approve(ctl(invite + " --reason Invented"));
  const auto invited = ctl(invite);
  CHECK_THAT(invited.data, Catch::StartsWith("/invitation/rvw_"));
  CHECK_THAT(invited.talk, Catch::Contains("The link asks for a code"));
  const std::string reset = "account reset b-officer --with-second-factor" + at;
  CHECK(ctl(reset).exit == 4);
  approve(ctl(reset + " --reason Invented"));
  CHECK_THAT(ctl(reset).data, Catch::StartsWith("/invitation/rvw_"));
}

TEST_CASE("The first person of a store is invited on its file", "[cli]") {
  const TemporaryFolder folder;
  const auto store = (folder / "store.db").string();
  make_store(store);
  const auto invited = ctl("account invite --person an-administrator --role administrator --store " + store);
  CHECK(invited.exit == 0);
  CHECK_THAT(invited.data, Catch::StartsWith("/invitation/rvw_"));
}

TEST_CASE("A role is changed on the file only while there are not two others who can", "[cli]") {
  const TemporaryFolder folder;
  const auto file = folder / "store.db";
  make_store(file.string());
  {
    auto store = Store::open(file).value();
    SystemRandom random;
    Accounts accounts(*store, random);
    const auto now = parse_instant("2026-04-02T09:00:00Z").value();
    for (const auto* person : {"a-officer", "b-officer", "c-officer"}) {
      const auto invited = accounts.invite(person, "coordinator", "the-test", now);
      REQUIRE(invited);
      REQUIRE(accounts.accept({invited->line}, "digest", now));
    }
    REQUIRE(accounts.disable("c-officer", "the-test", now));
  }
  const auto in = " --store " + file.string();
  CHECK(ctl("account invite --person a-officer --role administrator" + in).exit == 4);
  CHECK(ctl("account role --person a-officer --role administrator" + in).exit == 0);
  CHECK(ctl("account role --person nobody --role chair" + in).exit == 3);
  CHECK(ctl("account role --person c-officer --role chair" + in).exit == 4);
  CHECK(ctl("account role --person a-officer" + in).exit == 2);
  CHECK_THAT(ctl("account list" + in).data, Catch::Contains("administrator"));
}

TEST_CASE("A practice store has the day that is set", "[cli]") {
  const Office office;
  CHECK(office.done("practice today").data == "Today is Thu 2 April 2026 in this practice store.\n");
  CHECK(office.done("practice today 2026-05-20 --output json").at("/date") == "2026-05-20");
  CHECK(office.done("practice today --output json").at("/date") == "2026-05-20");
  CHECK(office("practice today 2026-13-01").exit == 2);
}

TEST_CASE("The day of a real store cannot be set from the command line", "[cli]") {
  const Daemon daemon({false, {}});
  const TemporaryFolder folder;
  const auto token = folder / "token";
  write_file(token, daemon.issue("a-officer", "coordinator"));
  const auto set = ctl({"practice", "today", "2026-05-20", "--server",
                        "http://127.0.0.1:" + std::to_string(daemon.port()), "--token-file", token.string()});
  CHECK(set.exit != 0);
  CHECK(set.data.empty());
}

}  // namespace
}  // namespace review::cli_test
