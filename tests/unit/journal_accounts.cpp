#include "libreview/registers/accounts.hpp"
#include "libreview/registers/sessions.hpp"
#include "libreview/store/access_log.hpp"
#include "tests/unit/journal_support.hpp"

namespace review::journal_test {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

const Instant nine = *parse_instant("2026-04-02T09:00:00Z");
constexpr const char* digest = "$argon2id$an-invented-digest";

struct AccountsOffice {
  InMemory memory;
  CountingRandom random;
  Accounts accounts{*memory.store, random};
  Sessions sessions{*memory.store, random};

  /// Somebody who has chosen a password.
  void let_in(const std::string& person) {
    const auto invitation = accounts.invite(person, "coordinator", "people/an-administrator", nine);
    REQUIRE(invitation);
    REQUIRE(accounts.accept({invitation->line}, digest, nine));
  }
  std::string begin(const std::string& person, Instant now) {
    const auto line = sessions.begin(person, now);
    REQUIRE(line);
    return *line;
  }
};

TEST_CASE("An invitation gives an account a password, once", "[unit][journal]") {
  AccountsOffice office;
  const auto invitation = office.accounts.invite("a-smith", "coordinator", "people/an-administrator", nine);
  REQUIRE(invitation);
  CHECK(office.accounts.find("a-smith")->password.empty());
  CHECK(office.accounts.invited(invitation->line, nine) == "a-smith");
  const auto account = office.accounts.accept({invitation->line}, digest, nine);
  REQUIRE(account);
  CHECK(account->password == digest);
  CHECK(account->role == "coordinator");
  CHECK_FALSE(office.accounts.invited(invitation->line, nine));
  CHECK(office.accounts.accept({invitation->line}, "another", nine).error().code == Code::not_found);
  CHECK(office.accounts.find("a-smith")->password == digest);
}

TEST_CASE("An invitation ends after seven days, with the next one, and by a wrong letter", "[unit][journal]") {
  AccountsOffice office;
  const auto first = office.accounts.invite("a-smith", "reader", "people/an-administrator", nine);
  REQUIRE(first);
  CHECK(office.accounts.invited(first->line, nine + invitation_life - seconds{1}));
  CHECK_FALSE(office.accounts.invited(first->line, nine + invitation_life));
  CHECK_FALSE(office.accounts.invited("rvw_", nine));
  CHECK_FALSE(office.accounts.invited("", nine));
  const auto second = office.accounts.invite("a-smith", "reader", "people/an-administrator", nine);
  REQUIRE(second);
  CHECK_FALSE(office.accounts.invited(first->line, nine));
  CHECK(office.accounts.invited(second->line, nine));
}

TEST_CASE("Who is invited again has no password and no session any more", "[unit][journal]") {
  AccountsOffice office;
  office.let_in("a-smith");
  const auto session = office.begin("a-smith", nine);
  REQUIRE(office.sessions.find(session, nine));
  CHECK_FALSE(office.accounts.invite("a-smith", "reader", "people/an-administrator", nine));
  REQUIRE(office.accounts.invite("a-smith", "coordinator", "people/an-administrator", nine));
  CHECK(office.accounts.find("a-smith")->password.empty());
  CHECK(office.accounts.find("a-smith")->role == "coordinator");
  CHECK_FALSE(office.sessions.find(session, nine));
}

TEST_CASE("Who is disabled is out at the next request", "[unit][journal]") {
  AccountsOffice office;
  office.let_in("a-smith");
  office.let_in("b-jones");
  const auto session = office.begin("a-smith", nine);
  const auto other = office.begin("b-jones", nine);
  REQUIRE(office.accounts.disable("a-smith", "people/an-administrator", nine));
  CHECK_FALSE(office.sessions.find(session, nine));
  CHECK(office.accounts.find("a-smith")->password.empty());
  CHECK(office.sessions.find(other, nine));
  CHECK(office.accounts.disable("nobody", "people/an-administrator", nine).error().code == Code::not_found);
}

TEST_CASE("A session ends 15 minutes after its last request, and 10 hours after its first", "[unit][journal]") {
  AccountsOffice office;
  office.let_in("a-smith");
  const auto idle = office.begin("a-smith", nine);
  CHECK(office.sessions.find(idle, nine + minutes{14} + seconds{59}));
  CHECK(office.sessions.find(idle, nine + minutes{29}));
  CHECK_FALSE(office.sessions.find(idle, nine + minutes{45}));
  const auto busy = office.begin("a-smith", nine);
  for (auto at = nine; at < nine + session_life; at += minutes{10}) REQUIRE(office.sessions.find(busy, at));
  CHECK_FALSE(office.sessions.find(busy, nine + session_life));
}

TEST_CASE("A session that is ended is over, and ends no other", "[unit][journal]") {
  AccountsOffice office;
  office.let_in("a-smith");
  const auto first = office.begin("a-smith", nine);
  const auto second = office.begin("a-smith", nine);
  CHECK(first != second);
  REQUIRE(office.sessions.end(first, nine));
  CHECK_FALSE(office.sessions.find(first, nine));
  CHECK(office.sessions.find(second, nine)->person == "a-smith");
  CHECK_FALSE(office.sessions.find("rvw_", nine));
}

TEST_CASE("The access log knows who came and went, and no secret", "[unit][journal]") {
  AccountsOffice office;
  office.let_in("a-smith");
  const auto session = office.begin("a-smith", nine);
  REQUIRE(office.sessions.end(session, nine));
  REQUIRE(office.accounts.disable("a-smith", "people/an-administrator", nine));
  std::string deeds;
  for (const auto& change : AccessLog(*office.memory.store).since(0, 100)) {
    deeds += change.deed + " ";
    CHECK(change.detail.find("rvw_") == std::string::npos);
    CHECK(change.detail.find(digest) == std::string::npos);
  }
  CHECK(deeds == "person-made person-invited password-set signed-in signed-out person-disabled ");
}

TEST_CASE("The access log spells whoever did something in one way, also where an older row has another",
          "[unit][journal]") {
  AccountsOffice office;
  office.let_in("a-smith");
  REQUIRE(office.sessions.end(office.begin("a-smith", nine), nine));
  auto& database = office.memory.store->database();
  const auto actors = database.execAndGet("SELECT group_concat(DISTINCT actor) FROM access_log").getString();
  CHECK(actors == "an-administrator,a-smith");
  database.exec(
      "INSERT INTO access_log SELECT max(change) + 1, time, 'people/a-smith', 'signed-in', 'a-smith', '' "
      "FROM access_log");
  CHECK(AccessLog(*office.memory.store).since(0, 100).back().actor == "a-smith");
}

TEST_CASE("The store has no secret of an invitation or a session", "[unit][journal]") {
  AccountsOffice office;
  office.let_in("a-smith");
  const auto session = office.begin("a-smith", nine);
  const auto held =
      office.memory.store->database().execAndGet("SELECT group_concat(hex(secret_digest)) FROM sessions").getString();
  CHECK(held.size() == 64);
  const auto whole =
      office.memory.store->database()
          .execAndGet("SELECT count(*) FROM sessions WHERE instr(session, '" + session.substr(13, 20) + "')")
          .getInt();
  CHECK(whole == 0);
}

}  // namespace
}  // namespace review::journal_test
