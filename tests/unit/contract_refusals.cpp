#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "libreview/base/refusal.hpp"

namespace review {
namespace {

/// A refusal of the contract, in its order.
struct RefusalLine {
  std::string code;  ///< empty where the contract gives the status alone
  int status;
  bool dagger;  ///< may be answered with `despite`
};

const std::vector<RefusalLine>& contract() {
  static const std::vector<RefusalLine> lines = {
      {"malformed", 400, false},
      {"unknown-field", 400, false},
      {"missing-field", 400, false},
      {"wrong-type", 400, false},
      {"not-a-choice", 400, false},
      {"not-one-kind", 400, false},
      {"not-a-date", 400, false},
      {"unauthenticated", 401, false},
      {"not-permitted", 403, false},
      {"not-found", 404, false},
      {"", 405, false},
      {"stale", 412, false},
      {"too-large", 413, false},
      {"", 415, false},
      {"key-reused", 422, false},
      {"precondition-missing", 428, false},
      {"too-many", 429, false},
      {"", 431, false},
      {"read-only", 503, false},
      {"busy", 503, false},
      {"store-full", 507, false},
      {"dated-in-the-future", 409, false},
      {"dated-before-start", 409, true},
      {"already-recorded", 409, true},
      {"missing-reference", 409, false},
      {"not-in-this-stage", 409, true},
      {"notification-required", 409, false},
      {"rapid-review-required", 409, true},
      {"reasons-required", 409, false},
      {"criteria-incomplete", 409, true},
      {"not-quorate", 409, true},
      {"conflicted", 409, true},
      {"sign-off-missing", 409, true},
      {"publication-held", 409, true},
      {"advance-copy-missing", 409, true},
      {"advance-copy-too-late", 409, true},
      {"report-check-missing", 409, true},
      {"too-early-to-take-down", 409, true},
      {"second-person-required", 409, false},
      {"beyond-calendar", 409, false},
  };
  return lines;
}

TEST_CASE("The refusals are those of the contract, in its order", "[unit][contract]") {
  const auto& table = code_table();
  REQUIRE(table.size() == contract().size());
  for (std::size_t i = 0; i < table.size(); ++i) {
    INFO(table[i].name);
    if (!contract()[i].code.empty()) CHECK(table[i].name == contract()[i].code);
    CHECK(table[i].status == contract()[i].status);
    CHECK(table[i].overridable == contract()[i].dagger);
    CHECK(static_cast<std::size_t>(table[i].code) == i);
    CHECK_FALSE(table[i].title.empty());
  }
}

}  // namespace
}  // namespace review
