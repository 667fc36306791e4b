#include "tests/cli/cli_support.hpp"

namespace review::cli_test {
namespace {

TEST_CASE("The letters of a case are listed with what they lack, and one is made into a file", "[cli]") {
  const Office office;
  const auto id = office.open();
  const auto listed = office.done("letter list " + id);
  CHECK_THAT(listed.data, Catch::Contains("rapid-review") && Catch::Contains("Decision of the partners"));
  CHECK(office("letter list " + id + " --output json").at("/letters/0/letter") == "notification");
  const auto to = (office / "letter.odt").string();
  CHECK(office.done("letter get " + id + " notification --to " + to).data.empty());
  CHECK(office("letter get " + id + " notification --to -").data.substr(0, 2) == "PK");
  CHECK(office("letter get " + id + " notification --to " + to).exit == 1);
  CHECK(office("letter get " + id + " none --to -").exit == 3);
  CHECK(office("letter get " + id + " notification --format doc --to -").exit == 2);
  CHECK(office.as("administrator", "letter list " + id).exit == 5);
}

}  // namespace
}  // namespace review::cli_test
