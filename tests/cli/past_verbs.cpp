#include "tests/cli/cli_support.hpp"

namespace review::cli_test {
namespace {

const std::string rows = "Ref,Child,Status,Shoe size\nOLD/1,Child A,referred,4\n";

TEST_CASE("A spreadsheet is imported after its mapping was looked through", "[cli]") {
  const Office office;
  const auto file = (office / "cases.csv").string();
  const auto mapping = (office / "mapping.toml").string();
  write_file(file, rows);
  const auto guessed = office("past import " + file + " --write-mapping");
  CHECK(guessed.exit == 0);
  CHECK_THAT(guessed.data, Catch::Contains("field = \"pseudonym\""));
  const auto unsaid = office("past import " + file + " --dry-run");
  CHECK(unsaid.exit == 4);
  CHECK_THAT(unsaid.data, Catch::Contains("Shoe size"));
  write_file(mapping, guessed.data + "field = \"keep\"\n");
  const auto dry = office("past import " + file + " --mapping " + mapping + " --dry-run");
  CHECK(dry.exit == 0);
  CHECK_THAT(dry.data, Catch::Contains("1 case with 1 update can be imported. Nothing was stored."));
  CHECK(office("case show old-1").exit != 0);
  const auto done = office("past import " + file + " --mapping " + mapping);
  CHECK(done.exit == 0);
  CHECK_THAT(done.data, Catch::Contains("Imported 1 case with 1 update."));
  CHECK(office("case show old-1").exit == 0);
  const auto again = office("past import " + file + " --mapping " + mapping);
  CHECK(again.exit == 0);
  CHECK_THAT(again.data, Catch::Contains("1 row is in the store already."));
}

TEST_CASE("A spreadsheet is imported into the file of a store that nobody holds", "[cli]") {
  const TemporaryFolder folder;
  const auto store = (folder / "store.db").string();
  const auto file = (folder / "cases.csv").string();
  make_store(store);
  write_file(file, "Ref,Child,Status\nOLD/1,Child A,referred\n");
  CHECK(ctl("past import " + file + " --store " + store).exit == 0);
  CHECK(ctl("journal head --store " + store).data.substr(0, 2) == "1 ");
}

}  // namespace
}  // namespace review::cli_test
