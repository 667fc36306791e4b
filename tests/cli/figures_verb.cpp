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

TEST_CASE("The yearly report is taken as a text or a workbook, for a period and as it may be published", "[cli]") {
  const Office office;
  static_cast<void>(office.open());
  const std::string report = "report get --from 2026-01-01 --until 2026-12-31";
  const auto to = (office / "report.odt").string();
  CHECK(office.done(report + " --to " + to).data.empty());
  CHECK(office(report + " --to " + to).exit == 1);
  CHECK(office(report + " --to -").data.substr(0, 2) == "PK");
  CHECK(office(report + " --format spreadsheet --to -").data.substr(0, 2) == "PK");
  // What is published is of a whole reported year.
  CHECK(office(report + " --published --to -").exit == 2);
  CHECK(office(report + " --format csv --to -").exit == 2);
  CHECK(office("report get --from soon --to -").exit == 2);
  CHECK(office.as("administrator", report + " --to -").exit == 5);
}

}  // namespace
}  // namespace review::cli_test
