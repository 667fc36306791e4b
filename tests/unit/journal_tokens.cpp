#include <catch2/catch.hpp>
#include <set>

#include "libreview/registers/tokens.hpp"
#include "libreview/store/access_log.hpp"
#include "libreview/store/random_id.hpp"
#include "libreview/store/settings.hpp"
#include "libreview/store/system_random.hpp"
#include "libreview/store/token_text.hpp"
#include "tests/unit/journal_support.hpp"

namespace review::journal_test {
namespace {

Instant at(const char* text) { return parse_instant(text).value(); }

const Instant token_spring = at("2026-04-02T16:00:00Z");

struct TokenDesk {
  std::unique_ptr<Store> store = Store::in_memory();
  SystemRandom random;
  Tokens tokens{*store, random};
};

TEST_CASE("A token opens the door to its person and role, and is kept as a digest only", "[unit][journal]") {
  OnDisk disk;
  Tokens tokens(*disk.store, disk.random);
  const auto issued = tokens.issue({"a-coordinator", "coordinator", "people/an-administrator"}, token_spring);
  REQUIRE(issued);
  CHECK(issued->line.size() == 63);
  CHECK(issued->line.starts_with("rvw_" + issued->token.id + "_"));
  CHECK(issued->token.expires == "2026-07-01T16:00:00.000Z");
  const auto found = tokens.find(issued->line, token_spring);
  REQUIRE(found);
  CHECK(found->person == "a-coordinator");
  CHECK(found->role == "coordinator");
  const auto secret = parse_token(issued->line)->secret;
  disk.close();
  CHECK(bytes_of(disk.file()).find(secret) == std::string::npos);
  disk.reopen();
  CHECK(Tokens(*disk.store, disk.random).find(issued->line, token_spring));
}

TEST_CASE("A token that is wrong in any character opens nothing", "[unit][journal]") {
  TokenDesk desk;
  const auto issued = desk.tokens.issue({"a-reader", "reader", "people/a"}, token_spring);
  REQUIRE(issued);
  auto opened = 0;
  for (std::size_t place = 0; place < issued->line.size(); ++place) {
    auto line = issued->line;
    line[place] = line[place] == 'a' ? 'b' : 'a';
    if (desk.tokens.find(line, token_spring)) ++opened;
  }
  auto other = *parse_token(issued->line);
  other.secret = parse_token(desk.tokens.issue({"b", "reader", "people/a"}, token_spring)->line)->secret;
  if (desk.tokens.find(token_line(other), token_spring)) ++opened;
  other.id = "aaaaaaaa";
  if (desk.tokens.find(token_line(other), token_spring)) ++opened;
  if (desk.tokens.find("", token_spring)) ++opened;
  CHECK(opened == 0);
}

TEST_CASE("What a token opens is kept as it was wished for, without blanks", "[unit][journal]") {
  TokenDesk desk;
  const TokenReach reach{{"read-cases", "record"}, {"26-0007"}, {"10.0.0.0/8", "::1/128"}, "POLICE"};
  const auto issued = desk.tokens.issue({"a-script", "script", "people/a", {}, reach}, token_spring);
  REQUIRE(issued);
  const auto found = desk.tokens.find(issued->line, token_spring);
  REQUIRE(found);
  CHECK(found->reach.scopes == reach.scopes);
  CHECK(found->reach.cases == reach.cases);
  CHECK(found->reach.networks == reach.networks);
  CHECK(found->reach.agency == "POLICE");
  CHECK(desk.tokens.find(desk.tokens.issue({"a", "reader", "people/a"}, token_spring)->line, token_spring)
            ->reach.scopes.empty());
  for (const TokenReach& bad : {TokenReach{{"read cases"}, {}, {}, {}}, TokenReach{{""}, {}, {}, {}},
                                TokenReach{{}, {"a\n"}, {}, {}}, TokenReach{{}, {}, {}, "a b"}}) {
    CHECK(desk.tokens.issue({"a", "reader", "people/a", {}, bad}, token_spring).error().code == Code::malformed);
  }
}

TEST_CASE("The last use of a token is written down when something is written, to the minute", "[unit][journal]") {
  TokenDesk desk;
  const auto issued = desk.tokens.issue({"a-reader", "reader", "people/a"}, token_spring);
  const auto kept = [&] { return Tokens(*desk.store, desk.random).list()[0].used; };
  REQUIRE(desk.tokens.find(issued->line, token_spring));
  CHECK(desk.tokens.list()[0].used == "2026-04-02T16:00:00.000Z");
  CHECK(kept().empty());
  REQUIRE(desk.tokens.note_uses());
  CHECK(kept() == "2026-04-02T16:00:00.000Z");
  REQUIRE(desk.tokens.find(issued->line, token_spring + std::chrono::seconds(59)));
  REQUIRE(desk.tokens.note_uses());
  CHECK(kept() == "2026-04-02T16:00:00.000Z");
  REQUIRE(desk.tokens.find(issued->line, token_spring + std::chrono::seconds(60)));
  REQUIRE(desk.tokens.note_uses());
  CHECK(kept() == "2026-04-02T16:01:00.000Z");
}

TEST_CASE("A token ends when it expires", "[unit][journal]") {
  TokenDesk desk;
  const auto end = at("2026-04-03T00:00:00Z");
  const auto issued = desk.tokens.issue({"a-reader", "reader", "people/a", end}, token_spring);
  REQUIRE(issued);
  CHECK(desk.tokens.find(issued->line, end - std::chrono::milliseconds(1)));
  CHECK_FALSE(desk.tokens.find(issued->line, end));
}

TEST_CASE("A token ends when it is revoked, and stays in the list", "[unit][journal]") {
  TokenDesk desk;
  const auto first = desk.tokens.issue({"a-reader", "reader", "people/a"}, token_spring);
  const auto second = desk.tokens.issue({"a-reader", "coordinator", "people/a"}, token_spring);
  REQUIRE((first && second));
  CHECK(desk.tokens.revoke(first->token.id, "people/a", token_spring)->revoked == "2026-04-02T16:00:00.000Z");
  CHECK(desk.tokens.revoke(first->token.id, "people/a", token_spring + std::chrono::hours(1))->revoked ==
        "2026-04-02T16:00:00.000Z");
  CHECK_FALSE(desk.tokens.find(first->line, token_spring));
  CHECK(desk.tokens.find(second->line, token_spring));
  CHECK(desk.tokens.list().size() == 2);
  CHECK(desk.tokens.revoke("nothing", "people/a", token_spring).error().code == Code::not_found);

  std::vector<std::string> deeds;
  for (const auto& change : AccessLog(*desk.store).since(0, 100)) deeds.push_back(change.deed);
  CHECK(deeds == std::vector<std::string>{"person-made", "token-issued", "token-issued", "token-revoked"});
}

TEST_CASE("A token is not issued on a wish that makes no sense", "[unit][journal]") {
  TokenDesk desk;
  const std::string longest(40, 'a');
  for (const std::string person : {"", "A", "-a", "a b", "people/a", "a_b"}) {
    CHECK(desk.tokens.issue({person, "reader", "people/a"}, token_spring).error().code == Code::malformed);
  }
  CHECK(desk.tokens.issue({longest + "a", "reader", "people/a"}, token_spring).error().code == Code::malformed);
  CHECK(desk.tokens.issue({longest, "reader", "people/a"}, token_spring));
  CHECK(desk.tokens.issue({"a", "", "people/a"}, token_spring).error().code == Code::malformed);
  CHECK(desk.tokens.issue({"a", "reader", "people/a", token_spring}, token_spring).error().code == Code::malformed);
  CHECK(desk.tokens.issue({"a", "reader", "people/a", token_spring + token_life}, token_spring));
  CHECK(desk.tokens
            .issue({"a", "reader", "people/a", token_spring + token_life + std::chrono::milliseconds(1)}, token_spring)
            .error()
            .code == Code::malformed);
}

TEST_CASE("A token issued in a transaction that is dropped never was", "[unit][journal]") {
  TokenDesk desk;
  desk.store->begin();
  const auto issued = desk.tokens.issue({"a-reader", "reader", "people/a"}, token_spring);
  REQUIRE(issued);
  CHECK(desk.tokens.find(issued->line, token_spring));
  desk.store->rollback();
  CHECK_FALSE(desk.tokens.find(issued->line, token_spring));
  CHECK(AccessLog(*desk.store).since(0, 100).empty());
}

TEST_CASE("The check of a token is the CRC-32 of what comes before it", "[unit][journal]") {
  const TokenText text{"abcdefgh", std::string(43, 'A')};
  CHECK(token_line(text) == "rvw_abcdefgh_" + std::string(43, 'A') + "_w_kaGw");
  CHECK(parse_token(token_line(text))->id == "abcdefgh");
}

TEST_CASE("Ids are letters and digits that do not repeat", "[unit][journal]") {
  SystemRandom random;
  std::set<std::string> seen;
  for (auto number = 0; number < 1000; ++number) {
    const auto id = random_id(random);
    CHECK(id.size() == 26);
    CHECK(id.find_first_not_of("abcdefghijklmnopqrstuvwxyz234567") == std::string::npos);
    CHECK((id[0] >= 'a' && id[0] <= 'z'));
    seen.insert(id);
  }
  CHECK(seen.size() == 1000);
}

TEST_CASE("The newest value of a setting counts, and the earlier ones stay", "[unit][journal]") {
  OnDisk disk;
  {
    Settings settings(*disk.store);
    CHECK_FALSE(settings.get(practice_today));
    REQUIRE(settings.put(practice_today, "2026-03-17", "people/a-coordinator", token_spring));
    REQUIRE(settings.put("other", "x", "people/a-coordinator", token_spring));
    REQUIRE(settings.put(practice_today, "2026-03-01", "people/a-coordinator", token_spring));
  }
  disk.reopen();
  Settings settings(*disk.store);
  CHECK(settings.get(practice_today) == "2026-03-01");
  const auto history = settings.history(practice_today);
  REQUIRE(history.size() == 2);
  CHECK(history[0].value == "2026-03-17");
  CHECK(AccessLog(*disk.store).since(1, 100).size() == 2);
}

}  // namespace
}  // namespace review::journal_test
