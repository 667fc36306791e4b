#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "libreview/law/england.hpp"
#include "libreview/law/law_check.hpp"
#include "tests/unit/law_small.hpp"

namespace review::law_test {
namespace {

const std::string audit =
    "[[programme]]\nid = \"multi-agency-audit\"\n"
    "[[programme.version]]\nfrom = 2020-04-01\nsteps = [\"plan: Make a plan\", \"audit: Audit\"]\n"
    "cites = [{ source = \"act\" }]\ngrade = \"S\"\n"
    "[[programme.version]]\nfrom = 2024-04-01\nsteps = [\"audit: Audit\"]\n"
    "cites = [{ source = \"act\" }]\ngrade = \"S\"\n";

Date law_day(std::string_view iso) { return Date::parse(iso).value(); }

std::string programme_faults(const std::string& programmes) {
  SmallLaw law;
  law.programmes = programmes;
  const auto book = law.read();
  REQUIRE(book);
  std::string all;
  for (const auto& fault : law_check(*book, {"incident-logged", "informed"}, {}))
    all += fault.where + ": " + fault.says + "\n";
  return all;
}

TEST_CASE("The steps of a programme are those of the day on which it was opened", "[unit][law]") {
  SmallLaw law;
  law.programmes = audit;
  const auto book = law.read();
  REQUIRE(book);
  const auto count = [&](std::string_view iso) {
    const auto* steps = book->programme_steps(v1::PROGRAMME_SORT_MULTI_AGENCY_AUDIT, law_day(iso));
    return steps == nullptr ? std::size_t{0} : steps->steps.size();
  };
  CHECK(count("2020-03-31") == 0);
  CHECK(count("2020-04-01") == 2);
  CHECK(count("2024-03-31") == 2);
  CHECK(count("2024-04-01") == 1);
  CHECK(book->programme_steps(v1::PROGRAMME_SORT_TRAINING, law_day("2024-04-01")) == nullptr);
  CHECK(programme_faults(audit).empty());
}

TEST_CASE("Law check finds what is wrong with the steps of programmes", "[unit][law]") {
  CHECK(programme_faults(with(audit, "multi-agency-audit", "village-fair")) ==
        "programme village-fair: is no sort of programme\n");
  CHECK(programme_faults(with(audit, "audit: Audit\"]", "plan: Audit\"]")) ==
        "programme multi-agency-audit, version of 2020-04-01: plan is there twice\n");
  CHECK(programme_faults(with(audit, "2024-04-01", "2020-04-01")) ==
        "programme multi-agency-audit: has versions out of order\n");
  CHECK(programme_faults(with(audit, "\"act\"", "\"acts\"")) != "");
  CHECK(programme_faults(audit + "[[programme]]\nid = \"training\"\n") == "programme training: has no version\n");
}

TEST_CASE("A step without a name is no law", "[unit][law]") {
  SmallLaw law;
  law.programmes = with(audit, "plan: Make a plan", "Make a plan");
  CHECK_FALSE(law.read());
}

TEST_CASE("The audit of several agencies has the ten steps of the toolkit", "[unit][law]") {
  const auto book = england();
  const auto* steps = book.programme_steps(v1::PROGRAMME_SORT_MULTI_AGENCY_AUDIT, law_day("2026-04-01"));
  REQUIRE(steps != nullptr);
  REQUIRE(steps->steps.size() == 10);
  CHECK(steps->steps.front().id == "shape-the-model");
  CHECK(steps->steps.back().id == "show-the-difference");
  CHECK(steps->cites.size() == 1);
}

}  // namespace
}  // namespace review::law_test
