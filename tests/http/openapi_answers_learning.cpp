#include "tests/http/openapi_answers.hpp"

namespace review::service_test {

void ask_about_learning(Answers& answers, Practice& practice) {
  auto& caller = practice.coordinator;
  const auto id = practice.open();
  practice.add(id, R"({"learningCaptured":{"findings":[{"id":"gap","finding":"A gap.","why":"No rota.",)"
                   R"("themes":["babies"],"source":"PEER_REVIEW","foundOn":"2026","foundUntil":"2026-01",)"
                   R"("agencies":["POLICE"]},{"finding":"The same.","bearsOn":[{"finding":"gap",)"
                   R"("bearing":"CONFIRMS"}]}]}})");
  answers.keep("listFindings", caller.get("/v1/findings?pageSize=1"));
  answers.keep("listFindings", caller.get("/v1/findings?filter=case=" + id));
  answers.keep("listFindings", caller.get("/v1/findings?filter=colour=red"));
  answers.keep("listFindingsAsCsv", caller.get("/v1/findings:csv"));
  answers.keep("suggestThemes", caller.post("/v1/themes:suggest", R"({"text":"A baby with a bruise."})"));
  answers.keep("suggestThemes", caller.post("/v1/themes:suggest", "{}"));
}

}  // namespace review::service_test
