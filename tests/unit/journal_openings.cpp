#include <catch2/catch.hpp>
#include <cctype>

#include "libreview/registers/accounts.hpp"
#include "libreview/registers/approvals.hpp"
#include "libreview/registers/sign_on_identities.hpp"
#include "libreview/store/system_random.hpp"
#include "libreview/store/typed_code.hpp"
#include "tests/unit/journal_support.hpp"

/// What two agree to open for somebody opens with a link and a code, and neither of the two has both.
namespace review {
namespace {

struct World {
  std::unique_ptr<Store> store = Store::in_memory();
  SystemRandom random{};
  Approvals approvals{*store, random};
  Accounts accounts{*store, random};
  SignOnIdentities identities{*store, random};
  Instant now = parse_instant("2026-03-02T10:00:00Z").value();

  std::string proposed() {
    return approvals.propose({"invite", "people/cat", "{}", "She joins in May.", "ann"}, now).value().approval;
  }
  std::string approved() {
    const auto id = proposed();
    REQUIRE(approvals.approve(id, "bob", now));
    return id;
  }
  Result<Approval> use_up() { return approvals.use_up("invite", "people/cat", "ann", now, {.with_code = true}); }
  Invitation invite(const std::string& person, const std::string& code_digest) {
    return accounts.invite(person, "reader", "ann", now, {}, code_digest).value();
  }
};

TEST_CASE("Who approved is given a code once, and what was approved without one makes no link", "[unit][journal]") {
  World world;
  const auto id = world.proposed();
  CHECK(world.approvals.give_code(id).error().code == Code::not_found);
  REQUIRE(world.approvals.approve(id, "bob", world.now));
  CHECK(world.use_up().error().code == Code::second_person_required);
  const auto code = world.approvals.give_code(id);
  REQUIRE(code);
  CHECK(world.approvals.give_code(id).error().code == Code::not_found);
  CHECK(world.approvals.give_code("none").error().code == Code::not_found);
  CHECK_THROWS(world.store->database().exec("UPDATE approvals SET code_digest = NULL"));
  const auto used = world.use_up();
  REQUIRE(used);
  CHECK(used->code_digest == as_text(typed_code_digest(opening_code_use, *code)));
}

TEST_CASE("A link that asks for a code opens nothing without it, and with it, however it is typed", "[unit][journal]") {
  World world;
  const auto code = world.approvals.give_code(world.approved()).value();
  const auto made = world.invite("cat", world.use_up()->code_digest);
  CHECK(made.wants_code);
  CHECK(world.accounts.wants_code(made.line, world.now));
  CHECK(world.accounts.invited(made.line, world.now) == "cat");
  for (const auto& typed : std::vector<std::string>{"", "aaaa-aaaa-aaaa-aaaa", code.substr(1)}) {
    INFO(typed);
    const auto refused = world.accounts.accept({made.line, typed}, "digest", world.now);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Code::malformed);
    CHECK(refused.error().violations.front().pointer == "/code");
    CHECK(world.identities.take_up({made.line, typed}, {"https://id.example", "one"}, world.now).error().code ==
          Code::malformed);
  }
  CHECK(world.identities.of("cat").empty());
  auto typed = code;
  for (auto& letter : typed) letter = letter == '-' ? ' ' : static_cast<char>(std::toupper(letter));
  REQUIRE(world.accounts.accept({made.line, typed}, "digest", world.now));
  CHECK(world.accounts.accept({made.line, code}, "another", world.now).error().code == Code::not_found);
}

TEST_CASE("The code of one link opens no other", "[unit][journal]") {
  World world;
  const auto first = new_typed_code(world.random);
  const auto second = new_typed_code(world.random);
  const auto digest = [](const std::string& code) {
    return std::string(as_text(typed_code_digest(opening_code_use, code)));
  };
  const auto one = world.invite("cat", digest(first));
  const auto other = world.invite("dan", digest(second));
  CHECK_FALSE(world.accounts.opened({one.line, second}, world.now));
  CHECK_FALSE(world.accounts.opened({other.line, first}, world.now));
  CHECK(world.accounts.opened({one.line, first}, world.now).value() == "cat");
  CHECK(world.identities.take_up({other.line, second}, {"https://id.example", "one"}, world.now)->person == "dan");
}

TEST_CASE("A reset asks for a code as an invitation does; what one person makes alone asks for none",
          "[unit][journal]") {
  World world;
  const auto alone = world.invite("cat", "");
  CHECK_FALSE(alone.wants_code);
  REQUIRE(world.accounts.accept({alone.line}, "digest", world.now));
  const auto code = new_typed_code(world.random);
  const std::string digest(as_text(typed_code_digest(opening_code_use, code)));
  const auto reset = world.accounts.reset("cat", true, "ann", world.now, digest);
  REQUIRE(reset);
  CHECK(reset->wants_code);
  CHECK_FALSE(world.accounts.accept({reset->line}, "digest", world.now));
  CHECK(world.accounts.accept({reset->line, code}, "digest", world.now));
}

TEST_CASE("The store has no code in clear", "[unit][journal]") {
  World world;
  const auto code = world.approvals.give_code(world.approved()).value();
  (void)world.invite("cat", world.use_up()->code_digest);
  for (const auto* table : {"approvals", "invitations"}) {
    const auto digest = world.store->database()
                            .execAndGet(std::string("SELECT group_concat(hex(code_digest)) FROM ") + table)
                            .getString();
    CHECK(digest.size() == 64);
  }
  CHECK(world.store->database()
            .execAndGet("SELECT count(*) FROM access_log WHERE instr(detail, '" + code + "')")
            .getInt() == 0);
}

/// A store as it was before codes, in which somebody was invited; then opened by this release.
bool opens_after_upgrade(bool practice) {
  const journal_test::Folder folder;
  const auto file = folder / "store.db";
  const auto now = parse_instant("2026-03-02T10:00:00Z").value();
  SystemRandom random;
  std::string line;
  {
    const auto store = Store::create(file, practice).value();
    line = Accounts(*store, random).invite("cat", "reader", "ann", now).value().line;
  }
  {
    SQLite::Database before(file.string(), SQLite::OPEN_READWRITE);
    before.exec(
        "DROP TRIGGER approval_codes_stay; ALTER TABLE approvals DROP COLUMN code_digest; "
        "ALTER TABLE invitations DROP COLUMN code_digest; DROP INDEX reads_covered; DROP INDEX approvals_approved; "
        "PRAGMA user_version=17");
  }
  const auto store = Store::open(file);
  REQUIRE(store);
  return Accounts(**store, random).accept({line}, "digest", now).has_value();
}

TEST_CASE("A link of a real store from before codes opens nothing any more; of a practice store it does",
          "[unit][journal]") {
  CHECK_FALSE(opens_after_upgrade(false));
  CHECK(opens_after_upgrade(true));
}

}  // namespace
}  // namespace review
