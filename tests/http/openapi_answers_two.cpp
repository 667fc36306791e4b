#include "tests/http/openapi_answers.hpp"

namespace review::service_test {
namespace {

void ask_to_take(Answers& answers, Practice& practice, HttpCaller& chair, const std::string& at) {
  auto& caller = practice.coordinator;
  const std::string wish = R"({"recipient":"Invented","reason":"Invented.","placementAddresses":true})";
  answers.keep("previewCaseExport", caller.post(at + ":previewExport", wish));
  answers.keep("previewCaseExport", caller.post(at + ":previewExport", "{}"));
  answers.keep("proposeCaseExport", caller.post(at + ":proposeExport", "{}"));
  answers.keep("exportCase", caller.get(at + "/export"));
  const auto made = answers.keep("proposeCaseExport", caller.post(at + ":proposeExport", wish));
  answers.keep("proposeCaseExport", caller.post(at + ":proposeExport", wish));
  const auto approval = "/v1/approvals/" + made.text("/approval");
  answers.keep("approve", chair.post(approval + ":approve", ""));
  answers.keep("getApproval", caller.get(approval));
  answers.keep("exportCase", caller.get(at + "/export?approval=none"));
  answers.keep("exportCase", caller.get(at + "/export?approval=" + made.text("/approval")));
  answers.keep("getApproval", caller.get(approval));
  answers.keep("exportCase", caller.get("/v1/cases/26-9999/export"));
  answers.keep("proposeExport", caller.post("/v1/export:propose", R"({"recipient":"Invented","reason":"Invented."})"));
  answers.keep("proposeExport", caller.post("/v1/export:propose", R"({"recipient":"Invented"})"));
  const Daemon real({false, {}});
  answers.keep("exportEntries", real.coordinator().get("/v1/export"));
}

}  // namespace

void ask_to_take_and_erase(Answers& answers, Practice& practice) {
  auto chair = practice.daemon.caller(practice.daemon.issue("chair-2", "chair"));
  auto governance = practice.daemon.caller(practice.daemon.issue("governance-2", "information-governance"));
  const auto at = "/v1/cases/" + practice.open();
  ask_to_take(answers, practice, chair, at);
  const std::string wish = R"({"ground":"ordered","reason":"Invented.",)"
                           R"("notUnderHolds":["iicsa-moratorium","grooming-gangs-inquiry"]})";
  answers.keep("previewErasure", governance.post(at + ":previewErasure", "{}"));
  answers.keep("previewErasure", governance.post(at + ":previewErasure", R"({"entries":["none"]})"));
  answers.keep("previewErasure", governance.post("/v1/cases/26-9999:previewErasure", "{}"));
  answers.keep("proposeErasure", chair.post(at + ":proposeErasure", R"({"ground":"none"})"));
  answers.keep("proposeErasure", chair.post(at + ":proposeErasure", R"({"ground":"ordered","reason":"Invented."})"));
  const auto made = answers.keep("proposeErasure", chair.post(at + ":proposeErasure", wish));
  const auto approval = "/v1/approvals/" + made.text("/approval");
  answers.keep("approve", practice.coordinator.post(approval + ":approve", ""));
  answers.keep("approve", governance.post(approval + ":approve", ""));
  answers.keep("getApproval", chair.get(approval));
  answers.keep("listEntries", governance.get(at + "/entries"));
  answers.keep("getCase", governance.get(at));
}

}  // namespace review::service_test
