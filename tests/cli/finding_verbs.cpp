#include "tests/cli/cli_support.hpp"

namespace review::cli_test {
namespace {

TEST_CASE("What was learned is listed over all cases, and narrowed", "[cli]") {
  const Office office;
  const auto first = office.open();
  const auto second = office.open();
  office.done(
      "entry add " + first +
      " learning-captured --finding 'id=gap,finding=A gap.,themes=babies,source=tabletop-review,foundOn=2026-02'");
  office.done("entry add " + second + R"( learning-captured --finding '{"id":"again","finding":"The gap again.",)" +
              R"("themes":["neglect"],"source":"DATA","bearsOn":[{"finding":"gap","bearing":"CONFIRMS","ofCase":")" +
              first + R"("}]}')");
  const auto all = lines_of(office.done("findings").data);
  REQUIRE(all.size() == 3);
  CHECK_THAT(all[1], Catch::StartsWith(second + "  again    2026-04-02  data") && Catch::Contains("neglect"));
  CHECK_THAT(all[1], Catch::Contains("confirms " + first + "/gap") && Catch::Contains("The gap again."));
  CHECK_THAT(all[2], Catch::StartsWith(first + "  gap") && Catch::Contains("tabletop review"));
  CHECK(office.done("findings --theme babies --output json").at("/findings/0/finding") == "gap");
  CHECK(office.done("findings --source tabletop-review --until 2026-02-28 --output json").at("/findings/0/finding") ==
        "gap");
  CHECK(office.done("findings --source tabletop-review --theme neglect").data.empty());
  const auto wrong = office("findings --theme babbies");
  CHECK(wrong.exit == 2);
  CHECK_THAT(wrong.talk, Catch::Contains("Did you mean babies?"));
}

}  // namespace
}  // namespace review::cli_test
