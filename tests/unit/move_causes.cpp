#include "reviewd/alerts/move_causes.hpp"

#include <catch2/catch.hpp>

#include "reviewd/storage/open_storage.hpp"

namespace reviewd {
namespace {

TEST_CASE("Where nothing moved, nobody looks for what moved it", "[unit]") {
  auto storage = open_storage(review::Store::in_memory(true), {}).value();
  REQUIRE(storage->desk().rebuild_views(true));
  const auto today = storage->moment().today;
  storage->store().prepare("DROP TABLE approvals").run();
  const MoveCauses causes(*storage, today);
  review::Alert alert;
  alert.record = "cases/26-0001";
  alert.clock = "notify-panel";
  alert.due_on = "2026-03-09";
  CHECK(causes.of(alert).empty());
  alert.moved_from = "2026-03-08";
  CHECK_FALSE(causes.of(alert).empty());
}

}  // namespace
}  // namespace reviewd
