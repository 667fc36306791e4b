#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "libreview/base/refuse_at.hpp"
#include "libreview/base/told_together.hpp"

/// What is told of several refusals of one request.
namespace review {
namespace {

std::vector<std::string> pointers(const Refusal& refusal) {
  std::vector<std::string> all;
  for (const auto& violation : refusal.violations) all.push_back(violation.pointer);
  return all;
}

const Refusal day = refusal_at(Code::not_a_choice, "Choose a day to come.", "/day");
const Refusal reasons = refusal_at(Code::reasons_required, "Give the reasons.", "/reasons");
const Refusal early = refusal_at(Code::dated_before_start, "Too early.", "/occurredOn");

}  // namespace

TEST_CASE("the first refusal speaks, and the places of the others stand with it", "[unit]") {
  const auto told = told_together({day, reasons, reasons});
  CHECK(told.code == Code::not_a_choice);
  CHECK(told.says == "Choose a day to come.");
  CHECK(pointers(told) == std::vector<std::string>{"/day", "/reasons"});
}

TEST_CASE("what a person may set aside is told only in its turn", "[unit]") {
  CHECK(pointers(told_together({day, early})) == std::vector<std::string>{"/day"});
  CHECK(pointers(told_together({early, reasons})) == std::vector<std::string>{"/occurredOn", "/reasons"});
}

TEST_CASE("a refusal that points nowhere, or is not about what was sent, is told alone", "[unit]") {
  CHECK(told_together({Refusal{Code::not_in_this_stage, "Too late."}, reasons}).violations.empty());
  const auto forbidden = refusal_at(Code::not_permitted, "No.", "/case");
  CHECK(pointers(told_together({forbidden, reasons})) == std::vector<std::string>{"/case"});
  CHECK(pointers(told_together({day, forbidden})) == std::vector<std::string>{"/day"});
}

}  // namespace review
