#include <catch2/catch.hpp>

#include "libreview/registers/sign_on_identities.hpp"
#include "libreview/registers/tokens.hpp"
#include "libreview/store/access_log.hpp"
#include "libreview/store/system_random.hpp"
#include "tests/unit/journal_support.hpp"

namespace review::journal_test {
namespace {

const Instant spring = parse_instant("2026-04-02T16:00:00Z").value();
const SignOnIdentity anns{"https://id.example", "subject-1"};
const SignOnIdentity bobs{"https://id.example", "subject-2"};

struct Desk {
  std::unique_ptr<Store> store = Store::in_memory();
  SystemRandom random;
  Accounts accounts{*store, random};
  SignOnIdentities identities{*store, random};
  Tokens tokens{*store, random};

  std::string invite(const std::string& person) {
    return accounts.invite(person, "coordinator", "people/an-administrator", spring).value().line;
  }
  [[nodiscard]] std::string who(const SignOnIdentity& identity) {
    const auto account = identities.find(identity);
    return account ? account->person : std::string();
  }
};

TEST_CASE("An account elsewhere opens the account of whoever took up an invitation with it", "[unit][journal]") {
  Desk desk;
  CHECK(desk.who(anns).empty());
  const auto line = desk.invite("ann");
  REQUIRE(desk.identities.take_up({line}, anns, spring));
  CHECK(desk.who(anns) == "ann");
  CHECK(desk.who(bobs).empty());
  CHECK(desk.who({"https://other.example", anns.subject}).empty());
  CHECK(desk.accounts.find("ann")->password.empty());
  CHECK_FALSE(desk.accounts.invited(line, spring));
  CHECK(desk.identities.take_up({line}, bobs, spring).error().code == Code::not_found);
  CHECK(desk.identities.arrive(anns, true, spring)->person == "ann");
  CHECK(desk.identities.arrive(bobs, true, spring).error().code == Code::not_found);
  CHECK(AccessLog(*desk.store).since(0, 100).back().deed == "signed-on");
}

TEST_CASE("An account elsewhere opens one account here, and an invitation that fails by that still works",
          "[unit][journal]") {
  Desk desk;
  REQUIRE(desk.identities.take_up({desk.invite("ann")}, anns, spring));
  const auto line = desk.invite("bob");
  desk.store->begin();
  CHECK(desk.identities.take_up({line}, anns, spring).error().code == Code::already_recorded);
  REQUIRE(desk.store->commit());
  CHECK(desk.accounts.invited(line, spring) == "bob");
  CHECK(desk.identities.bind("bob", anns, "people/a", spring).error().code == Code::already_recorded);
  CHECK(desk.identities.bind("ann", anns, "people/a", spring));
  CHECK(desk.identities.bind("bob", bobs, "people/a", spring));
  CHECK(desk.identities.bind("bob", {"https://other.example", "b"}, "people/a", spring));
  CHECK(desk.identities.of("bob").size() == 2);
  CHECK(desk.identities.bind("nobody", bobs, "people/a", spring).error().code == Code::not_found);
  CHECK(desk.identities.bind("bob", {"", "b"}, "people/a", spring).error().code == Code::malformed);
  CHECK(desk.identities.bind("bob", {"a", std::string(600, 'b')}, "people/a", spring).error().code == Code::malformed);
}

TEST_CASE("Whoever is shut out or invited anew comes in by no account or token of before", "[unit][journal]") {
  Desk desk;
  REQUIRE(desk.identities.take_up({desk.invite("ann")}, anns, spring));
  const auto token = desk.tokens.issue({"ann", "coordinator", "people/a"}, spring);
  REQUIRE(token);
  CHECK(desk.tokens.find(token->line, spring));
  REQUIRE(desk.accounts.disable("ann", "people/a", spring));
  CHECK(desk.who(anns).empty());
  CHECK_FALSE(desk.tokens.find(token->line, spring));
  const auto later = desk.tokens.issue({"ann", "coordinator", "people/a"}, spring);
  CHECK_FALSE(desk.tokens.find(later->line, spring));
  CHECK(desk.identities.bind("ann", anns, "people/a", spring).error().code == Code::not_found);
  desk.invite("ann");
  CHECK(desk.who(anns).empty());
  CHECK_FALSE(desk.tokens.find(token->line, spring));
}

}  // namespace
}  // namespace review::journal_test
