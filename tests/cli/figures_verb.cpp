#include "tests/cli/cli_support.hpp"

namespace review::cli_test {
namespace {

TEST_CASE("The yearly report is shown, one table of it for a spreadsheet, and a table that there is not is refused",
          "[cli]") {
  const Office office;
  const auto id = office.open();
  office.done("entry add " + id + " learning-captured --finding 'finding=A gap.,themes=babies,source=data'");
  const std::string year = "figures --from 2026-01-01 --to 2026-12-31";
  const auto all = office.done(year).data;
  CHECK_THAT(all, Catch::StartsWith("Yearly report, 2026-01-01 to 2026-12-31, as recorded by "));
  CHECK_THAT(all, Catch::Contains("Themes by source of assurance") && Catch::Contains("Babies"));
  CHECK_THAT(office.done(year + " --table theme-sources --output csv").data, Catch::Contains("babies,1,1"));
  CHECK(office.done(year + " --output json").at("/from") == "2026-01-01");
  const auto unknown = office(year + " --table theme");
  CHECK(unknown.exit == 2);
  CHECK_THAT(unknown.talk, Catch::Contains("There is no table theme.") && Catch::Contains("theme-sources"));
  CHECK(office(year + " --output csv").exit == 2);
  CHECK(office(year + " --besides soon").exit == 2);
  CHECK(office("figures --from soon").exit == 2);
}

}  // namespace
}  // namespace review::cli_test
