#include <catch2/catch.hpp>

#include "libreview/law/england.hpp"
#include "libreview/record/legal_holds.hpp"

namespace review {
namespace {

const Date today = *Date::parse("2026-06-01");

std::set<std::string> all_holds(const RuleBook& law) {
  std::set<std::string> names;
  for (const auto& hold : legal_holds(law, today)) names.insert(hold.id);
  return names;
}

v1::CaseFile a_case(const std::string& reference = "26-0001") {
  v1::CaseFile file;
  file.set_case_(reference);
  return file;
}

TEST_CASE("Nothing is erased until every legal hold in force was checked", "[unit]") {
  const auto& law = england();
  const auto all = all_holds(law);
  REQUIRE(all.size() == 2);
  CHECK(may_be_erased({a_case()}, law, all, today));
  for (const auto& hold : all) {
    auto fewer = all;
    fewer.erase(hold);
    const auto refused = may_be_erased({a_case()}, law, fewer, today);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Code::reasons_required);
    CHECK_FALSE(refused.error().cites.empty());
    CHECK(refused.error().violations.front().pointer == "/notUnderHolds");
  }
  CHECK(legal_holds(law, *Date::parse("2014-12-31")).empty());
}

TEST_CASE("Open proceedings and court orders keep a case whole, and those joined with it", "[unit]") {
  const auto& law = england();
  const auto all = all_holds(law);
  auto file = a_case();
  auto& proceedings = *file.add_proceedings();
  proceedings.set_open(true);
  CHECK(may_be_erased({file}, law, all, today).error().code == Code::not_in_this_stage);
  CHECK(may_be_erased({a_case("26-0002"), file}, law, all, today).error().code == Code::not_in_this_stage);
  proceedings.set_open(false);
  CHECK(may_be_erased({file}, law, all, today));
  auto& order = *file.add_orders();
  order.set_ends_on("2026-06-01");
  CHECK_FALSE(may_be_erased({file}, law, all, today));
  order.set_ends_on("2026-05-31");
  CHECK(may_be_erased({file}, law, all, today));
  order.clear_ends_on();
  CHECK_FALSE(may_be_erased({file}, law, all, today));
  order.set_ended(true);
  CHECK(may_be_erased({file}, law, all, today));
}

}  // namespace
}  // namespace review
