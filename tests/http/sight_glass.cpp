#include "tests/http/sight_support.hpp"

/// Who looks at broken glass afterwards, and is kept out of the case.
namespace review::service_test {
namespace {

TEST_CASE("Whoever reviews glass reads nothing on about a case that excludes them", "[service]") {
  Practice practice;
  const auto id = practice.open();
  auto chair = somebody(practice, "the-chair", "chair");
  const std::string reason = fmt::format(R"({{"ground":"child-at-risk","reasons":"A {} of some length."}})", telltale);
  const auto glass = chair.post("/v1/cases/" + id + ":breakGlass", reason).text("/glass");
  REQUIRE_FALSE(glass.empty());
  auto governance = somebody(practice, "gov-1", "information-governance");
  auto other = somebody(practice, "gov-2", "information-governance");
  REQUIRE(says(governance.get("/v1/glass"), telltale));
  practice.add(id, conflict_of("gov-1", "EXCLUDED"));
  for (const auto* query : {"", "?waiting=true"}) {
    CHECK_FALSE(says(governance.get(std::string("/v1/glass") + query), glass));
    CHECK(says(other.get(std::string("/v1/glass") + query), telltale));
  }
  const auto reviewed = [&](HttpCaller& caller, const std::string& which) {
    return caller.post("/v1/glass/" + which + ":review", R"({"finding":"Justified. The record shows it."})");
  };
  const auto hidden = reviewed(governance, glass);
  const auto missing = reviewed(governance, "none");
  CHECK(hidden.status == 404);
  CHECK(hidden.text("/detail") == missing.text("/detail"));
  const auto reads = governance.get("/v1/cases/" + id + "/reads");
  CHECK(reads.status == 200);
  CHECK(reads.body == governance.get("/v1/cases/26-9999/reads").body);
  CHECK_FALSE(texts(other.get("/v1/cases/" + id + "/reads"), "reads", "person").empty());
  CHECK(reviewed(other, glass).status == 200);
}

TEST_CASE("Who broke glass and is excluded since sees that they did, and not what was found", "[service]") {
  Practice practice;
  const auto id = practice.open();
  auto chair = somebody(practice, "the-chair", "chair");
  const std::string reason = R"({"ground":"child-at-risk","reasons":"An invented reason of some length."})";
  const auto glass = chair.post("/v1/cases/" + id + ":breakGlass", reason).text("/glass");
  auto governance = somebody(practice, "gov-1", "information-governance");
  CHECK(governance.post("/v1/glass/" + glass + ":review", fmt::format(R"({{"finding":"A {}."}})", telltale)).status ==
        200);
  CHECK(says(chair.get("/v1/glass"), telltale));
  practice.add(id, conflict_of("the-chair", "EXCLUDED"));
  // It stays listed: a gap would tell that there is such a case.
  CHECK(says(chair.get("/v1/glass"), glass));
  CHECK_FALSE(says(chair.get("/v1/glass"), telltale));
}

}  // namespace
}  // namespace review::service_test
