#include <filesystem>

#include "tests/cli/cli_support.hpp"

namespace review::cli_test {
namespace {

TEST_CASE("A store is made once, and only its owner may look into it", "[cli]") {
  const TemporaryFolder folder;
  const auto file = (folder / "store.db").string();
  const auto made = ctl("store init --practice --store " + file);
  CHECK(made.exit == 0);
  CHECK_THAT(made.data, Catch::Contains("practice store"));
  const auto rights = std::filesystem::status(file).permissions();
  CHECK((rights & (std::filesystem::perms::group_all | std::filesystem::perms::others_all)) ==
        std::filesystem::perms::none);
  const auto again = ctl("store init --store " + file);
  CHECK(again.exit == 4);
  CHECK_THAT(again.talk, Catch::Contains("There is a file at ") && !Catch::Contains("--despite"));
  const auto json = ctl("store init --output json --store " + (folder / "other.db").string());
  CHECK(json.at("/practice") == "false");
}

TEST_CASE("A store that nobody holds is checked, backed up and its views made again", "[cli]") {
  const TemporaryFolder folder;
  const auto file = (folder / "store.db").string();
  const auto copy = (folder / "copy.db").string();
  make_store(file);
  CHECK_THAT(ctl("store check --store " + file).data, Catch::Contains("The file is whole. 0 entries agree"));
  CHECK(ctl("views rebuild --store " + file).exit == 0);
  const auto backed = ctl("store backup --store " + file + " --to " + copy);
  CHECK(backed.exit == 0);
  CHECK_THAT(backed.data, Catch::Contains("opened and verified: 0 entries."));
  CHECK(ctl("store check --store " + copy).exit == 0);
  CHECK(ctl("store backup --store " + file + " --to " + copy).exit != 0);
}

TEST_CASE("No store, no store at all, and one that others may read", "[cli]") {
  const TemporaryFolder folder;
  const auto none = ctl("store check --store " + (folder / "none.db").string());
  CHECK(none.exit == 3);
  CHECK_THAT(none.talk, Catch::StartsWith("reviewctl: There is no store at "));
  const auto junk = folder / "junk.db";
  write_file(junk, "This is no store.");
  std::filesystem::permissions(junk, std::filesystem::perms(0644));
  const auto open = ctl("store check --store " + junk.string());
  CHECK(open.exit == 5);
  CHECK_THAT(open.talk, Catch::Contains("chmod 600"));
  std::filesystem::permissions(junk, std::filesystem::perms(0600));
  CHECK(ctl("store check --store " + junk.string()).exit != 0);
}

TEST_CASE("A file that a daemon holds is left alone, and the same verb works through the daemon", "[cli]") {
  Office office;
  const auto file = office.daemon().store().string();
  for (const auto* verb : {"journal head", "journal verify", "store check", "views rebuild", "export", "token list"}) {
    CAPTURE(verb);
    const auto held = ctl(std::string(verb) + " --store " + file);
    CHECK(held.exit == 1);
    CHECK(held.data.empty());
    CHECK_THAT(held.talk, Catch::Contains("a daemon that runs") && Catch::Contains("leave --store out"));
  }
  CHECK(office.as("administrator", "store check").exit == 0);
  CHECK(office.as("administrator", "views rebuild").exit == 0);
  CHECK(office.as("administrator", "journal head").exit == 0);
  CHECK(office("export").exit == 0);
  const auto copy = (office / "copy.db").string();
  CHECK(office.as("administrator", "store backup --to " + copy).exit == 0);
  CHECK(ctl("store check --store " + copy).exit == 0);
  const auto relative = office.as("administrator", "store backup --to copy.db");
  CHECK(relative.exit == 2);
  CHECK_THAT(relative.talk, Catch::Contains("--to"));
  REQUIRE(office.daemon().stop() == 0);
  CHECK(ctl("journal head --store " + file).exit == 0);
}

}  // namespace
}  // namespace review::cli_test
