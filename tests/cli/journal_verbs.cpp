#include <regex>

#include "tests/cli/cli_support.hpp"

namespace review::cli_test {
namespace {

TEST_CASE("The head is one line, which a later log is verified against", "[cli]") {
  Office office;
  const auto id = office.open();
  const auto early = lines_of(office.as("administrator", "journal head").data);
  REQUIRE(early.size() == 1);
  CHECK(std::regex_match(early[0], std::regex("1 [0-9a-f]{64}")));
  office.done("entry add " + id + " note-added --text Invented.");
  const auto against = [&](const std::string& head) {
    return office.as("administrator", Words{"journal", "verify", "--against", head});
  };
  CHECK(against(early[0]).exit == 0);
  CHECK(office.as("administrator", "journal verify --against " + early[0]).exit == 0);
  const auto whole = office.as("administrator", "journal verify");
  CHECK(whole.exit == 0);
  CHECK_THAT(whole.data, Catch::StartsWith("2 entries verify.\n2 "));
  std::string other = early[0];
  other.back() = other.back() == '0' ? '1' : '0';
  const auto differs = against(other);
  CHECK(differs.exit == 7);
  CHECK(against("9 " + early[0].substr(2)).exit == 7);
  const auto no_head = against("the day before yesterday");
  CHECK(no_head.exit == 2);
  CHECK_THAT(no_head.talk, Catch::Contains("--against"));
  REQUIRE(office.daemon().stop() == 0);
  const auto file = office.daemon().store().string();
  CHECK(ctl({"journal", "verify", "--store", file, "--against", early[0]}).exit == 0);
  CHECK(ctl({"journal", "verify", "--store", file, "--against", other}).exit == 7);
}

struct Change {
  const char* sql;
  const char* bad;
};

const Change changes[] = {
    {"UPDATE entries SET open = replace(open, '2026', '2027') WHERE seq = 2", "Entry 2 of the log"},
    {"UPDATE sealed SET sealed = replace(sealed, 'Invented', 'invented') WHERE seq = 3", "Entry 3 of the log"},
    {"DELETE FROM entries WHERE seq = 1", "Entry 1 of the log"},
};

TEST_CASE("A store that was changed behind its back does not verify: exit 7, and the first bad entry", "[cli]") {
  Office office;
  const auto id = office.open();
  office.done("entry add " + id + " panel-notified");
  office.done("entry add " + id + " note-added --text Invented.");
  REQUIRE(office.daemon().stop() == 0);
  const auto file = office.daemon().store();
  const auto copy = (office / "copy.db").string();
  for (const auto& change : changes) {
    CAPTURE(change.sql);
    std::filesystem::remove(copy);
    REQUIRE(ctl("store backup --store " + file.string() + " --to " + copy).exit == 0);
    CHECK(ctl("journal verify --store " + copy).exit == 0);
    tamper(copy, change.sql);
    const auto verified = ctl("journal verify --store " + copy);
    CHECK(verified.exit == 7);
    CHECK_THAT(verified.data + verified.talk, Catch::Contains(change.bad));
    CHECK(ctl("journal verify --output json --store " + copy).exit == 7);
    CHECK(ctl("store check --store " + copy).exit == 7);
  }
  CHECK(ctl("export --store " + copy).exit == 7);
}

}  // namespace
}  // namespace review::cli_test
