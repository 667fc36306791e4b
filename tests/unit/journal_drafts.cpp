#include "libreview/registers/accounts.hpp"
#include "libreview/registers/drafts.hpp"
#include "libreview/registers/sessions.hpp"
#include "libreview/store/system_random.hpp"
#include "tests/unit/journal_support.hpp"

namespace review::journal_test {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

const Instant nine_of_draft = *parse_instant("2026-04-02T09:00:00Z");

struct Desktop {
  InMemory memory;
  CountingRandom random;
  Accounts accounts{*memory.store, random};
  Sessions sessions{*memory.store, random};
  // A counter comes round: fifty ids would not differ.
  SystemRandom real;
  Drafts drafts{*memory.store, real};

  Desktop() {
    for (const auto* person : {"a-smith", "b-jones"}) {
      REQUIRE(accounts.invite(person, "coordinator", "people/an-administrator", nine_of_draft));
    }
  }
  Draft begun(const std::string& person = "a-smith") {
    const auto draft = drafts.begin(person, "noteAdded", "26-0001", R"({"noteAdded.text":["Begun."]})", nine_of_draft);
    REQUIRE(draft);
    return *draft;
  }
};

TEST_CASE("A draft is found and changed by its writer, and by nobody else", "[unit][journal]") {
  Desktop desktop;
  const auto draft = desktop.begun();
  CHECK(desktop.drafts.find(draft.draft, "a-smith", nine_of_draft)->values == draft.values);
  CHECK_FALSE(desktop.drafts.find(draft.draft, "b-jones", nine_of_draft));
  CHECK(desktop.drafts.list("b-jones", nine_of_draft).empty());
  CHECK(desktop.drafts.keep(draft.draft, "b-jones", "{}", nine_of_draft).error().code == Code::not_found);
  CHECK(desktop.drafts.discard(draft.draft, "b-jones", nine_of_draft).error().code == Code::not_found);
  REQUIRE(desktop.drafts.keep(draft.draft, "a-smith", R"({"noteAdded.text":["More."]})", nine_of_draft + minutes(5)));
  const auto listed = desktop.drafts.list("a-smith", nine_of_draft + minutes(5));
  REQUIRE(listed.size() == 1);
  CHECK(listed.front().values.empty());
  CHECK(listed.front().changed == "2026-04-02T09:05:00.000Z");
  CHECK(desktop.drafts.find(draft.draft, "a-smith", nine_of_draft)->values == R"({"noteAdded.text":["More."]})");
}

TEST_CASE("A draft that was recorded holds nothing more, and is listed no more", "[unit][journal]") {
  Desktop desktop;
  const auto draft = desktop.begun();
  REQUIRE(desktop.drafts.recorded(draft.draft, "a-smith", "26-0001", nine_of_draft));
  const auto after = desktop.drafts.find(draft.draft, "a-smith", nine_of_draft);
  REQUIRE(after);
  CHECK(after->values == "{}");
  CHECK(after->became == "26-0001");
  CHECK(desktop.drafts.list("a-smith", nine_of_draft).empty());
  CHECK(desktop.drafts.keep(draft.draft, "a-smith", "{}", nine_of_draft).error().code == Code::not_found);
}

TEST_CASE("A draft ends after thirty days, and there is room for so many and so much", "[unit][journal]") {
  Desktop desktop;
  const auto draft = desktop.begun();
  CHECK(desktop.drafts.find(draft.draft, "a-smith", nine_of_draft + days(30) - minutes(1)));
  CHECK_FALSE(desktop.drafts.find(draft.draft, "a-smith", nine_of_draft + days(30)));
  for (int i = 1; i < Drafts::most; ++i) static_cast<void>(desktop.begun());
  const auto begin = [&](Instant now) { return desktop.drafts.begin("a-smith", "noteAdded", "", "{}", now); };
  CHECK(begin(nine_of_draft).error().code == Code::too_many);
  CHECK(begin(nine_of_draft + days(30)));
  const std::string much(Drafts::most_bytes + 1, 'x');
  CHECK(desktop.drafts.begin("b-jones", "noteAdded", "", much, nine_of_draft).error().code == Code::too_large);
}

TEST_CASE("A session that time ended is known for a day, and one that its person ended is not", "[unit][journal]") {
  Desktop desktop;
  const auto line = *desktop.sessions.begin("a-smith", nine_of_draft);
  CHECK_FALSE(desktop.sessions.over(line, nine_of_draft + minutes(14)));
  CHECK_FALSE(desktop.sessions.find(line, nine_of_draft + minutes(16)));
  CHECK(desktop.sessions.over(line, nine_of_draft + minutes(16))->person == "a-smith");
  const auto other = *desktop.sessions.begin("b-jones", nine_of_draft + hours(1));
  CHECK(desktop.sessions.over(line, nine_of_draft + hours(23)));
  CHECK_FALSE(desktop.sessions.over(line, nine_of_draft + hours(24)));
  REQUIRE(desktop.sessions.end(other, nine_of_draft + hours(1)));
  CHECK_FALSE(desktop.sessions.over(other, nine_of_draft + hours(2)));
  CHECK_FALSE(desktop.sessions.over("rvw_nothing", nine_of_draft));
  REQUIRE(desktop.accounts.disable("a-smith", "people/an-administrator", nine_of_draft + hours(2)));
  CHECK_FALSE(desktop.sessions.over(line, nine_of_draft + hours(3)));
}

}  // namespace
}  // namespace review::journal_test
