#include <fmt/format.h>

#include "reviewd/http/multipart.hpp"
#include "tests/http/openapi_answers.hpp"
#include "tests/support/browser.hpp"

namespace review::service_test {

void ask_for_tokens(Answers& answers, const Daemon& daemon) {
  auto caller = daemon.administrator();
  const auto issued =
      answers.keep("issueToken", caller.post("/v1/tokens", R"({"person":"people/somebody","role":"reader"})"));
  answers.keep("issueToken", caller.post("/v1/tokens", R"({"person":"people/somebody","role":"nobody"})"));
  const auto narrow = R"({"person":"somebody","role":"reader","scopes":["read-cases"],"cases":["26-0001"],)"
                      R"("networks":["127.0.0.0/8"],"agency":"POLICE"})";
  const auto reader = answers.keep("issueToken", caller.post("/v1/tokens", narrow)).text("/secret");
  answers.keep("issueToken", caller.post("/v1/tokens", R"({"person":"a","role":"reader","scopes":["decide"]})"));
  answers.keep("listCases", daemon.caller(reader).get("/v1/cases"));
  answers.keep("issueToken", caller.post("/v1/tokens", R"({"person":"Some Body","role":"reader"})"));
  answers.keep("revokeToken", caller.post("/v1/tokens/" + issued.text("/token") + ":revoke", ""));
  answers.keep("revokeToken", caller.post("/v1/tokens/none:revoke", ""));
  const auto wanted = R"({"person":"a-program","role":"script","cases":["26-0001"],"reason":"Invented."})";
  answers.keep("proposeToken", caller.post("/v1/tokens:propose", wanted));
  answers.keep("proposeToken", caller.post("/v1/tokens:propose", R"({"person":"a-program","role":"script"})"));
  answers.keep("proposeToken", caller.post("/v1/tokens:propose", wanted));
  answers.keep("listApprovals", caller.get("/v1/approvals"));
  answers.keep("listTokens", caller.get("/v1/tokens"));
}

void ask_for_accounts(Answers& answers, const Daemon& daemon) {
  auto caller = daemon.administrator();
  answers.keep("invitePerson", caller.post("/v1/accounts", R"({"person":"people/somebody","role":"reader"})"));
  answers.keep("invitePerson", caller.post("/v1/accounts", R"({"person":"people/somebody","role":"nobody"})"));
  answers.keep("listAccounts", caller.get("/v1/accounts"));
  answers.keep("listPeople", daemon.coordinator().get("/v1/people"));
  answers.keep("listPeople", daemon.reader().get("/v1/people"));
  const auto identity = R"({"issuer":"https://id.example","subject":"subject-1"})";
  answers.keep("bindAccount", caller.post("/v1/accounts/somebody:bind", identity));
  answers.keep("bindAccount", caller.post("/v1/accounts/nobody:bind", identity));
  answers.keep("bindAccount", caller.post("/v1/accounts/somebody:bind", R"({"issuer":"https://id.example"})"));
  caller.post("/v1/accounts", R"({"person":"somebody-else","role":"reader"})");
  answers.keep("bindAccount", caller.post("/v1/accounts/somebody-else:bind", identity));
  answers.keep("bindAccount", daemon.reader().post("/v1/accounts/somebody:bind", identity));
  answers.keep("listAccounts", caller.get("/v1/accounts"));
  answers.keep("signOutAccount", caller.post("/v1/accounts/somebody:signOut", ""));
  answers.keep("signOutAccount", caller.post("/v1/accounts/nobody:signOut", ""));
  answers.keep("resetAccount", caller.post("/v1/accounts/somebody:reset", ""));
  answers.keep("resetAccount", caller.post("/v1/accounts/somebody:reset", R"({"withSecondFactor":true})"));
  answers.keep("resetAccount", caller.post("/v1/accounts/somebody:reset", R"({"withSecondFactor":"yes"})"));
  answers.keep("resetAccount", caller.post("/v1/accounts/nobody:reset", ""));
  answers.keep("disableAccount", caller.post("/v1/accounts/somebody:disable", ""));
  answers.keep("disableAccount", caller.post("/v1/accounts/nobody:disable", ""));
  answers.keep("listAccounts", caller.get("/v1/accounts"));
}

void ask_for_ways_in(Answers& answers) {
  const Daemon real({false, {}});
  auto caller = real.administrator();
  auto second = real.second_administrator();
  const auto approve = [&](const HttpAnswer& proposed) {
    const auto at = "/v1/approvals/" + proposed.text("/approval");
    answers.keep("approve", second.post(at + ":approve", ""));
    answers.keep("getApproval", caller.get(at));
  };
  const std::string wish = R"({"person":"somebody","role":"reader"})";
  const std::string proposal = R"({"person":"somebody","role":"reader","reason":"Invented."})";
  answers.keep("invitePerson", caller.post("/v1/accounts", wish));
  answers.keep("proposeInvitation", caller.post("/v1/accounts:propose", wish));
  approve(answers.keep("proposeInvitation", caller.post("/v1/accounts:propose", proposal)));
  answers.keep("invitePerson", caller.post("/v1/accounts", wish));
  const std::string at = "/v1/accounts/somebody";
  const std::string reset = R"({"withSecondFactor":true,"reason":"Invented."})";
  answers.keep("resetAccount", caller.post(at + ":reset", ""));
  answers.keep("proposeReset", caller.post(at + ":proposeReset", "{}"));
  answers.keep("proposeReset", caller.post("/v1/accounts/nobody:proposeReset", reset));
  const auto first = answers.keep("proposeReset", caller.post(at + ":proposeReset", reset));
  answers.keep("proposeReset", caller.post(at + ":proposeReset", reset));
  approve(first);
  answers.keep("resetAccount", caller.post(at + ":reset", R"({"withSecondFactor":true})"));
  answers.keep("bindAccount", caller.post(at + ":bind", R"({"issuer":"https://id.example","subject":"subject-1"})"));
  answers.keep("issueToken", caller.post("/v1/tokens", wish));
}

void ask_who_saw(Answers& answers, const Daemon& daemon, const std::string& id) {
  auto chair = daemon.caller(daemon.issue("the-chair", "chair"));
  auto governance = daemon.caller(daemon.issue("governance-1", "information-governance"));
  const std::string reason = R"({"ground":"child-at-risk","reasons":"An invented reason of some length."})";
  const auto broken = answers.keep("breakGlass", chair.post("/v1/cases/" + id + ":breakGlass", reason));
  answers.keep("breakGlass", chair.post("/v1/cases/" + id + ":breakGlass", R"({"ground":"none","reasons":"x"})"));
  answers.keep("breakGlass",
               chair.post("/v1/cases/" + id + ":breakGlass", R"({"ground":"child-at-risk","reasons":"x"})"));
  (void)chair.get("/v1/cases/" + id);
  answers.keep("listGlass", governance.get("/v1/glass"));
  const auto at = "/v1/glass/" + broken.text("/glass") + ":review";
  answers.keep("reviewGlass", governance.post(at, R"({"finding":"Justified."})"));
  answers.keep("reviewGlass", governance.post(at, R"({"finding":"Justified."})"));
  answers.keep("reviewGlass", governance.post("/v1/glass/none:review", R"({"finding":"Justified."})"));
  answers.keep("listGlass", governance.get("/v1/glass?waiting=false"));
  answers.keep("listReads", governance.get("/v1/cases/" + id + "/reads"));
  answers.keep("listReads", governance.get("/v1/cases/" + id + "/reads?from=x"));
  answers.keep("listReads", daemon.coordinator("coordinator-9").get("/v1/cases/99-0001/reads"));
}

void ask_for_two_people(Answers& answers, const Daemon& daemon) {
  auto caller = daemon.administrator();
  auto second = daemon.caller(daemon.issue("administrator-2", "administrator"));
  answers.keep("invitePerson", caller.post("/v1/accounts", R"({"person":"cat","role":"reader","name":"Cat Example"})"));
  answers.keep("invitePerson", caller.post("/v1/accounts", R"({"person":"cat","role":"chair"})"));
  const std::string wish = R"({"role":"chair","agency":"POLICE","reason":"Invented."})";
  for (const auto* decision : {"refuse", "withdraw", "approve"}) {
    const auto made = answers.keep("proposeRole", caller.post("/v1/accounts/cat:proposeRole", wish));
    answers.keep("proposeRole", caller.post("/v1/accounts/cat:proposeRole", wish));
    const auto at = "/v1/approvals/" + made.text("/approval");
    answers.keep("getApproval", second.get(at));
    answers.keep("approve", caller.post(at + ":approve", ""));
    const std::string name = decision;
    auto& decider = name == "withdraw" ? caller : second;
    answers.keep(name == "approve" ? name : name + "Approval", decider.post(at + ":" + name, ""));
    answers.keep("refuseApproval", second.post(at + ":refuse", ""));
    answers.keep("withdrawApproval", caller.post(at + ":withdraw", ""));
  }
  answers.keep("proposeRole", caller.post("/v1/accounts/nobody:proposeRole", wish));
  answers.keep("listApprovals", caller.get("/v1/approvals"));
  answers.keep("getApproval", caller.get("/v1/approvals/none"));
  answers.keep("listAccounts", caller.get("/v1/accounts"));
}

void ask_to_settle(Answers& answers, const Practice& practice) {
  auto caller = practice.daemon.administrator();
  auto coordinator = practice.daemon.coordinator();
  answers.keep("listSettings", caller.get("/v1/settings"));
  answers.keep("previewSetting", caller.post("/v1/settings/quorum:preview", R"({"value":"2"})"));
  answers.keep("previewSetting", caller.post("/v1/settings/quorum:preview", R"({"value":"9"})"));
  answers.keep("previewSetting", caller.post("/v1/settings/none:preview", R"({"value":"9"})"));
  const auto made = answers.keep("proposeSetting",
                                 caller.post("/v1/settings/quorum:propose", R"({"value":"2","reason":"Invented."})"));
  answers.keep("approve", coordinator.post("/v1/approvals/" + made.text("/approval") + ":approve", ""));
  answers.keep("getSetting", caller.get("/v1/settings/quorum"));
  const std::string closures = "/v1/calendars/england-and-wales/closures";
  const std::string shut = R"({"change":"add","from":"2027-01-05","name":"Invented","kind":"closure")";
  answers.keep("previewClosures", coordinator.post(closures + ":preview", shut + "}"));
  answers.keep("previewClosures",
               coordinator.post(closures + ":preview", R"({"change":"remove","from":"2027-01-05"})"));
  const auto days =
      answers.keep("proposeClosures", caller.post(closures + ":propose", shut + R"(,"reason":"Invented."})"));
  answers.keep("getApproval", coordinator.get("/v1/approvals/" + days.text("/approval")));
  answers.keep("approve", coordinator.post("/v1/approvals/" + days.text("/approval") + ":approve", ""));
  answers.keep("listClosures", caller.get(closures));
}

}  // namespace review::service_test
