#include <boost/json/array.hpp>

#include "tests/cli/cli_support.hpp"

namespace review::cli_test {
namespace {

TEST_CASE("Actions and recommendations of all cases are listed", "[cli]") {
  const Office office;
  const auto id = office.open();
  office.done("entry add " + id + " recommendation-made --kind national --text 'Change the form.' --to PANEL");
  office.done("entry add " + id +
              " action-agreed --action handovers --what 'Write handovers down.' --owner POLICE --due-on 2026-04-30 "
              "--monitored-by SUBGROUP");
  office.done("entry add " + id + " action-agreed --action training --owner city-hospital --due-on 2026-09-30");
  office.day("2026-05-05");
  const auto late = lines_of(office.done("actions --filter 'overdue = true'").data);
  REQUIRE(late.size() == 2);
  CHECK_THAT(late[1], Catch::StartsWith(id + "  handovers"));
  CHECK_THAT(late[1], Catch::Contains("overdue") && Catch::Contains("Write handovers down."));
  CHECK(office.done("actions --output json").json().as_object().at("actions").as_array().size() == 2);
  CHECK(lines_of(office.done("actions --output csv").data).at(0) ==
        "case,action,owner,dueOn,overdue,progress,reached,timesMoved,monitoredBy,what");
  CHECK(lines_of(office.done("actions --limit 1 --output ndjson").data).size() == 1);
  const auto awaited = lines_of(office.done("recommendations --filter 'state = AWAITED'").data);
  REQUIRE(awaited.size() == 2);
  CHECK_THAT(awaited[1], Catch::Contains("PANEL") && Catch::Contains("Change the form."));
  CHECK(office.done("recommendations --filter 'state = REJECTED' --output ndjson").data.empty());
}

}  // namespace
}  // namespace review::cli_test
