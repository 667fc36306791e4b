#include <catch2/catch.hpp>

#include "libreview/registers/accounts.hpp"
#include "libreview/registers/approvals.hpp"
#include "libreview/registers/sessions.hpp"
#include "libreview/store/access_log.hpp"
#include "libreview/store/system_random.hpp"
#include "tests/unit/plan_of.hpp"

namespace review {
namespace {

struct World {
  std::unique_ptr<Store> store = Store::in_memory();
  SystemRandom random{};
  Approvals approvals{*store, random};
  Accounts accounts{*store, random};
  Instant now = parse_instant("2026-03-02T10:00:00Z").value();

  Approval propose(const std::string& by = "ann", const std::string& subject = "people/cat") {
    return approvals.propose({"change-role", subject, R"({"role":"chair"})", "She chairs from May.", by}, now).value();
  }
};

TEST_CASE("What one person proposes another decides, never the same, never who it is about", "[unit][journal]") {
  World world;
  const auto made = world.propose();
  CHECK(made.is_open());
  CHECK(world.approvals.approve(made.approval, "ann", world.now).error().code == Code::second_person_required);
  CHECK(world.approvals.turn_down(made.approval, "ann", world.now).error().code == Code::second_person_required);
  CHECK(world.approvals.approve(made.approval, "cat", world.now).error().code == Code::second_person_required);
  CHECK(world.approvals.withdraw(made.approval, "bob", world.now).error().code == Code::second_person_required);
  CHECK(world.approvals.approve("none", "bob", world.now).error().code == Code::not_found);
  const auto approved = world.approvals.approve(made.approval, "bob", world.now);
  REQUIRE(approved);
  CHECK(approved->outcome == "approved");
  CHECK(approved->decided_by == "bob");
  CHECK(world.approvals.turn_down(made.approval, "dan", world.now).error().code == Code::already_recorded);
}

TEST_CASE("What was approved of one act is found by it, newest first, and nothing else is looked at",
          "[unit][journal]") {
  World world;
  const auto proposed = [&](const std::string& act, const std::string& subject) {
    world.now += std::chrono::hours{1};
    return world.approvals.propose({act, subject, "{}", "Invented.", "ann"}, world.now).value().approval;
  };
  std::vector<std::string> approved;
  for (const auto* subject : {"people/cat", "people/dan"}) {
    approved.push_back(proposed("change-role", subject));
    REQUIRE(world.approvals.approve(approved.back(), "bob", world.now));
  }
  REQUIRE(world.approvals.turn_down(proposed("change-role", "people/eve"), "bob", world.now));
  REQUIRE(world.approvals.approve(proposed("change-setting", "settings/quorum"), "bob", world.now));
  static_cast<void>(proposed("change-role", "people/fay"));
  std::vector<std::string> found;
  const auto plan = test::plan_of(*world.store, [&] {
    for (const auto& one : world.approvals.approved("change-role")) found.push_back(one.approval);
  });
  CHECK(found == std::vector<std::string>{approved[1], approved[0]});
  CHECK_THAT(plan, Catch::Contains("INDEX approvals_approved (act=?)") && !Catch::Contains("TEMP B-TREE"));
}

TEST_CASE("The same is proposed once at a time, with a reason", "[unit][journal]") {
  World world;
  const auto first = world.propose();
  CHECK(world.approvals.propose({"change-role", "people/cat", "{}", "Again.", "bob"}, world.now).error().code ==
        Code::already_recorded);
  CHECK(world.approvals.propose({"change-role", "people/dan", "{}", "", "bob"}, world.now).error().code ==
        Code::reasons_required);
  REQUIRE(world.approvals.withdraw(first.approval, "ann", world.now));
  const auto second = world.propose("bob");
  CHECK(world.approvals.list().front().approval == second.approval);
  CHECK(world.approvals.list().size() == 2);
}

TEST_CASE("An approved act that is done later is done once, by who proposed it", "[unit][journal]") {
  World world;
  const auto made = world.propose("ann", "cases/26-0001");
  const auto use = [&](const std::string& by) {
    return world.approvals.use_up("change-role", "cases/26-0001", by, world.now);
  };
  CHECK(use("ann").error().code == Code::second_person_required);
  REQUIRE(world.approvals.approve(made.approval, "bob", world.now));
  CHECK(use("bob").error().code == Code::second_person_required);
  REQUIRE(use("ann"));
  CHECK(use("ann").error().code == Code::second_person_required);
}

TEST_CASE("A yes lapses, and one can be used by its name", "[unit][journal]") {
  World world;
  const auto approved = [&](const std::string& reason) {
    const auto made = world.approvals.propose({"export-case", "cases/26-0001", "{}", reason, "ann"}, world.now).value();
    return world.approvals.approve(made.approval, "bob", world.now).value().approval;
  };
  const auto first = approved("One.");
  world.now += std::chrono::hours{1};
  const auto second = approved("Two.");
  const auto use = [&](const Usable& which) {
    return world.approvals.use_up("export-case", "cases/26-0001", "ann", world.now, which);
  };
  CHECK(use({world.now + std::chrono::seconds{1}, {}}).error().code == Code::second_person_required);
  CHECK(use({world.now, first}).error().code == Code::second_person_required);
  CHECK(use({world.now, {}}).value().approval == second);
  CHECK(use({{}, second}).error().code == Code::second_person_required);
  CHECK(use({{}, first}).value().approval == first);
  CHECK(use({}).error().code == Code::second_person_required);
}

TEST_CASE("The table itself keeps what was decided, and knows two people", "[unit][journal]") {
  World world;
  const auto made = world.propose();
  const auto run = [&](const std::string& sql) { world.store->database().exec(sql); };
  CHECK_THROWS(run("UPDATE approvals SET decided_by = 'ann', decided = 'now', outcome = 'approved'"));
  CHECK_THROWS(run("DELETE FROM approvals"));
  REQUIRE(world.approvals.turn_down(made.approval, "bob", world.now));
  CHECK_THROWS(run("UPDATE approvals SET outcome = 'approved'"));
  const auto log = AccessLog(*world.store).since(0, 10);
  REQUIRE(log.size() == 2);
  CHECK(log[0].deed == "proposed");
  CHECK(log[1].deed == "refused");
  CHECK(log[1].actor == "bob");
}

TEST_CASE("A changed role ends the sessions, and an invitation is no way round it", "[unit][journal]") {
  World world;
  Sessions sessions(*world.store, world.random);
  const auto link = world.accounts.invite("cat", "reader", "ann", world.now, {"Cat Example", "police"});
  REQUIRE(link);
  REQUIRE(world.accounts.accept({link->line}, "digest", world.now));
  const auto line = sessions.begin("cat", world.now).value();
  CHECK(sessions.find(line, world.now)->last_signed_in == rfc3339(world.now));
  CHECK(world.accounts.invite("cat", "coordinator", "ann", world.now).error().code == Code::second_person_required);
  CHECK(world.accounts.invite("cat", "reader", "ann", world.now, {"", "education"}).error().code ==
        Code::second_person_required);
  CHECK(sessions.find(line, world.now));
  const auto changed = world.accounts.change_role("cat", "chair", "", "bob", world.now);
  REQUIRE(changed);
  CHECK(changed->role == "chair");
  CHECK(changed->agency == "police");
  CHECK(changed->name == "Cat Example");
  CHECK_FALSE(sessions.find(line, world.now));
  CHECK(world.accounts.change_role("nobody", "chair", "", "bob", world.now).error().code == Code::not_found);
}

}  // namespace
}  // namespace review
