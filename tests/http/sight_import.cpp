#include "tests/http/sight_support.hpp"

/// What an import tells of a case that is in the store and that the importer does not see.
namespace review::service_test {
namespace {

TEST_CASE("An import of a part of a case does not say whether there is that case", "[service]") {
  Practice practice;
  const auto hidden = practice.open();
  const auto open = practice.open();
  auto cora = practice.daemon.coordinator("cora");
  practice.add(hidden, conflict_of("cora", "EXCLUDED"));
  const auto sent = [&](const std::string& reference, const std::string& kind) {
    const auto line = fmt::format(R"({{"case":"{}","entry":"zz9",{}}})", reference, kind);
    std::string both;
    for (const auto* query : {"", "?dryRun=true"}) {
      both +=
          cora.post(std::string("/v1/import") + query, line + "\n", {{"Content-Type", "application/x-ndjson"}}).body;
    }
    return without(both, reference);
  };
  for (const std::string kind : {R"("noteAdded":{"text":"x"})", R"("panelNotified":{})",
                                 R"("reviewJoined":{"ledBy":"26-0001","review":"review-1","leadReview":"review-1"})"}) {
    INFO(kind);
    CHECK(sent(hidden, kind) == sent("26-9999", kind));
  }
  // Who sees the case is told.
  CHECK(sent(open, R"("noteAdded":{"text":"x"})").find("already-recorded") != std::string::npos);
}

TEST_CASE("A whole case that has the reference of a hidden one is not laid over it", "[service]") {
  Practice practice;
  const auto hidden = practice.open();
  auto cora = practice.daemon.coordinator("cora");
  practice.add(hidden, conflict_of("cora", "EXCLUDED"));
  const auto before = practice.size();
  const auto line =
      fmt::format(R"({{"case":"{}","entry":"zz9","incidentLogged":{{"localAuthorityAwareOn":"2025-01-06",)"
                  R"("harm":"DEATH","abuseOrNeglect":"KNOWN"}}}})",
                  hidden);
  const auto answer = cora.post("/v1/import", line, {{"Content-Type", "application/x-ndjson"}});
  CHECK(answer.status == 409);
  CHECK(answer.text("/faults/0/says").find("in the store") == std::string::npos);
  CHECK(practice.size() == before);
}

}  // namespace
}  // namespace review::service_test
