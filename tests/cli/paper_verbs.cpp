#include "tests/cli/cli_support.hpp"

namespace review::cli_test {
namespace {

TEST_CASE("A merged chronology is taken as a list or a text, whatever it holds", "[cli]") {
  const Office office;
  const auto id = office.open();
  CHECK_THAT(office("chronology get " + id + " --to -").data, Catch::Contains("What happened"));
  CHECK(office("chronology get " + id + " --format odt --to -").data.substr(0, 2) == "PK");
  CHECK(office("chronology get " + id + " --format doc --to -").exit == 2);
  CHECK(office("chronology get " + id).exit == 2);
  CHECK(office.as("administrator", "chronology get " + id + " --to -").exit == 5);
}

TEST_CASE("The papers of a meeting that is not there are not", "[cli]") {
  const Office office;
  CHECK(office("papers get m26-0001 --to -").exit == 3);
  CHECK(office("papers get m26-0001 --format csv --to -").exit == 2);
}

}  // namespace
}  // namespace review::cli_test
