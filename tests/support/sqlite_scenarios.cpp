#include "tests/support/scenarios.hpp"
#include "tests/support/sqlite_world.hpp"

namespace review::test {
namespace {

std::unique_ptr<World> sqlite_world(const Story&, const RuleBook& law, const Calendar& calendar) {
  return std::make_unique<SqliteWorld>(law, calendar);
}

const ScenarioWorld in_a_store("[scenario-sqlite]", sqlite_world);

}  // namespace
}  // namespace review::test
