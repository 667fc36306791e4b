#include <filesystem>

#include "tests/cli/cli_support.hpp"

namespace review::cli_test {
namespace {

/// A service with a case of three entries, exported into a file.
struct Exported {
  Exported() {
    const auto id = office.open();
    office.done("entry add " + id + " panel-notified --reference SIN-EXAMPLE-1");
    office.done("entry add " + id + " note-added --text 'An invented note.'");
    office.done("export --to " + file);
    make_store(store);
  }
  [[nodiscard]] Ran import(const std::string& from, const std::string& options = "") const {
    return ctl("import " + from + " --store " + store + " " + options);
  }

  Office office;
  std::string file = (office / "cases.ndjson").string();
  std::string store = (office / "second.db").string();
};

TEST_CASE("Everything of a real store is exported by two people, or from its file", "[cli]") {
  Daemon daemon({false, {}});
  const auto token = (daemon / "token").string();
  write_file(token, daemon.issue("a-coordinator", "coordinator"));
  const auto refused =
      ctl("export --server http://127.0.0.1:" + std::to_string(daemon.port()) + " --token-file " + token);
  CHECK(refused.exit == 4);
  CHECK(refused.talk.find("second-person-required") != std::string::npos);
  CHECK(refused.talk.find("POST /v1/export:propose") != std::string::npos);
  REQUIRE(daemon.stop() == 0);
  CHECK(ctl("export --store " + daemon.store().string()).exit == 0);
}

TEST_CASE("What was exported can be imported elsewhere", "[cli]") {
  const Exported exported;
  const auto lines = lines_of(exported.office.done("export").data);
  CHECK(lines.size() == 3);
  CHECK((std::filesystem::status(exported.file).permissions() & std::filesystem::perms::others_all) ==
        std::filesystem::perms::none);
  const auto dry = exported.import(exported.file, "--dry-run");
  CHECK(dry.exit == 0);
  CHECK(dry.data == "3 entries can be imported, and none is refused. Nothing was stored.\n");
  CHECK(ctl("journal head --store " + exported.store).data.substr(0, 2) == "0 ");
  const auto taken = exported.import(exported.file);
  CHECK(taken.exit == 0);
  CHECK(taken.data == "Imported 3 entries.\n");
  const auto there = lines_of(ctl("export --store " + exported.store).data);
  REQUIRE(there.size() == 3);
  CHECK_THAT(there[0], Catch::Contains(R"("recordedBy":"a-coordinator")"));
  const auto twice = exported.import(exported.file);
  CHECK(twice.exit == 4);
  CHECK_THAT(twice.data, Catch::Contains("1     already-recorded"));
  CHECK(ctl("store check --store " + exported.store).exit == 0);
}

TEST_CASE("Lines that cannot be imported are named, and then none is stored", "[cli]") {
  const Exported exported;
  auto lines = lines_of(exported.office.done("export").data);
  const auto at = lines.at(1).find("panelNotified");
  REQUIRE(at != std::string::npos);
  lines[1].replace(at, 13, "panelNotifyed");
  lines.emplace_back("{oops");
  const auto bad = (exported.office / "bad.ndjson").string();
  std::string text;
  for (const auto& line : lines) text += line + "\n";
  write_file(bad, text);
  const std::string options = GENERATE("--dry-run", "");
  const auto refused = exported.import(bad, options);
  CHECK(refused.exit == 4);
  CHECK_THAT(refused.data, Catch::Contains("LINE  CODE           AT"));
  CHECK_THAT(refused.data, Catch::Contains("2     unknown-field  /panelNotifyed"));
  CHECK_THAT(refused.data, Catch::Contains("4     malformed"));
  CHECK_THAT(refused.data, Catch::Contains("2 lines cannot be imported, so nothing was stored. 2 entries can."));
  const auto json = exported.import(bad, options + " --output json");
  CHECK(json.exit == 4);
  CHECK(json.at("/faults/0/line") == "2");
  CHECK(ctl("journal head --store " + exported.store).data.substr(0, 2) == "0 ");
}

TEST_CASE("An export does not overwrite a file, and an import needs something", "[cli]") {
  const Exported exported;
  const auto again = exported.office("export --to " + exported.file);
  CHECK(again.exit == 1);
  CHECK_THAT(again.talk, Catch::Contains("exists already"));
  write_file(exported.office / "empty", "");
  CHECK(exported.import((exported.office / "empty").string()).exit == 2);
  CHECK(exported.import((exported.office / "none").string()).exit == 1);
  CHECK(exported.office.as("reader", "import " + exported.file).exit == 5);
  CHECK(exported.office.as("reader", "export").exit == 5);
}

}  // namespace
}  // namespace review::cli_test
