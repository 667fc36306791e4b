#include "libreview/registers/case_traces.hpp"
#include "libreview/registers/contacts.hpp"
#include "libreview/registers/drafts.hpp"
#include "libreview/registers/outbox.hpp"
#include "libreview/registers/return_links.hpp"
#include "libreview/store/system_random.hpp"
#include "tests/unit/journal_support.hpp"

namespace review::journal_test {
namespace {

const Instant traces_nine = *parse_instant("2026-04-02T09:00:00Z");
const Date second = *Date::parse("2026-04-02");

TEST_CASE("The drafts of a case go, whoever writes them, and those of other cases stay", "[unit][journal]") {
  InMemory memory;
  SystemRandom random;
  Drafts drafts(*memory.store, random);
  memory.store->database().exec("INSERT INTO people VALUES ('ann', 'now'), ('bob', 'now')");
  for (const auto* person : {"ann", "bob"}) {
    REQUIRE(drafts.begin(person, "noteAdded", "26-0001", R"({"text":["canary"]})", traces_nine));
    REQUIRE(drafts.begin(person, "noteAdded", "26-0002", "{}", traces_nine));
  }
  CaseTraces traces(*memory.store);
  CHECK(traces.drafts("26-0001") == 2);
  REQUIRE(traces.forget_drafts("26-0001"));
  CHECK(traces.drafts("26-0001") == 0);
  CHECK(drafts.list("ann", traces_nine).size() == 1);
  CHECK(drafts.list("bob", traces_nine).front().case_id == "26-0002");
}

TEST_CASE("What an agency began to answer goes with the request, and the mail about it is given up",
          "[unit][journal]") {
  InMemory memory;
  SystemRandom random;
  Contacts contacts(*memory.store, random);
  ReturnLinks links(*memory.store, random);
  Outbox outbox(*memory.store);
  const std::string by = "people/a-coordinator";
  REQUIRE(contacts.add({"east-school", "East School", "", {}, {}}, by, traces_nine));
  REQUIRE(contacts.add_contact(
      {"b-jones", "east-school", "B Jones", "MAIN", "b.jones@east.example.org", "01632 960001", "2026-01-01"}, by,
      traces_nine));
  const auto linked = [&](const std::string& request) {
    auto made = links.make({"26-0001", request, "east-school", "b-jones", *Date::parse("2026-04-30")}, by, traces_nine);
    REQUIRE(made);
    memory.store->begin();
    links.keep_draft(made->line, "canary");
    REQUIRE(outbox.add({"b.jones@east.example.org", "A request", "canary", "return-links/" + made->link.link},
                       traces_nine));
    REQUIRE(memory.store->commit());
    return *made;
  };
  const auto gone = linked("one");
  const auto kept = linked("two");
  REQUIRE(CaseTraces(*memory.store).forget_returns("26-0001", {"one"}, traces_nine));
  CHECK(links.draft(gone.line).empty());
  CHECK(links.draft(kept.line) == "canary");
  CHECK(outbox.state_of("return-links/" + gone.link.link) == "FAILED");
  CHECK(outbox.state_of("return-links/" + kept.link.link) == "WAITING");
  CHECK(outbox.newest(2)[1].text.empty());
  CHECK(outbox.due(traces_nine, 9).size() == 1);
  CHECK(links.live(gone.line, second));
}

}  // namespace
}  // namespace review::journal_test
