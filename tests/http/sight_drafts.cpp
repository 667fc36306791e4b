#include "tests/http/sight_support.hpp"

/// What somebody wrote about a case that they no longer see.
namespace review::service_test {
namespace {

TEST_CASE("A draft that became a case is gone for who does not see that case any more", "[service]") {
  Practice practice;
  const auto id = practice.open();
  auto cora = practice.daemon.coordinator("cora");
  const auto draft = cora.post("/v1/drafts", R"({"kind":"incidentLogged","values":{}})").text("/draft");
  REQUIRE_FALSE(draft.empty());
  CHECK(cora.post("/v1/drafts/" + draft, fmt::format(R"({{"became":"{}"}})", id)).status == 200);
  CHECK(says(cora.get("/v1/drafts/" + draft), id));
  practice.add(id, conflict_of("cora", "EXCLUDED"));
  CHECK_FALSE(says(cora.get("/v1/drafts"), id));
  const auto hidden = cora.get("/v1/drafts/" + draft);
  CHECK(hidden.status == 404);
  CHECK(hidden.text("/detail") == cora.get("/v1/drafts/none").text("/detail"));
}

}  // namespace
}  // namespace review::service_test
