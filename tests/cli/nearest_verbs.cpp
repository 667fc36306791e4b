#include "tests/cli/cli_support.hpp"

namespace review::cli_test {
namespace {

TEST_CASE("The nearest earlier recommendations are listed for a text in a file", "[cli]") {
  const Office office;
  const auto earlier = office.open();
  const auto now = office.open();
  office.done("entry add " + earlier +
              " recommendation-made --text 'Midwives hand over to health visitors in writing.'");
  const TemporaryFolder folder;
  const auto file = (folder / "wanted.txt").string();
  write_file(file, "In writing, midwives should hand over to the health visitor.");
  const auto lines = lines_of(office.done("nearest " + file + " --case " + now).data);
  REQUIRE(lines.size() == 2);
  CHECK_THAT(lines[1], Catch::StartsWith("100 %  " + earlier + "  recommendation-1  2026-04-02  NOTHING_AGREED"));
  CHECK(office.done("nearest " + file + " --output json").at("/nearest/0/state/standing") == "NOTHING_AGREED");
  CHECK_THAT(office("nearest " + file + " --case " + earlier).talk,
             Catch::Contains("No earlier recommendation that you may see is like this one."));
}

}  // namespace
}  // namespace review::cli_test
