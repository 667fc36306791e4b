#include <initializer_list>

#include "reviewd/http/multipart.hpp"
#include "tests/http/openapi_answers.hpp"

namespace review::service_test {

namespace {

std::string opened(HttpCaller& caller, const std::string& sort) {
  return caller
      .post("/v1/programmes", R"({"programmeOpened":{"title":"Invented","agencies":["fire"],"sort":")" + sort + "\"}}")
      .text("/programme");
}

void record(HttpCaller& caller, const std::string& at, std::initializer_list<const char*> bodies) {
  for (const auto* body : bodies) static_cast<void>(caller.post(at + "/entries", body));
}

void ask_for_assurance(Answers& answers, HttpCaller& caller) {
  const auto at = "/v1/programmes/" + opened(caller, "SECTION_11");
  record(caller, at,
         {R"({"assuranceAsked":{"what":"Invented","agencies":["fire","police"],"dueOn":"2099-02-02"}})",
          R"({"assuranceReturned":{"agency":"fire","ownGrade":"MET"}})",
          R"({"assuranceScrutinised":{"agency":"fire","by":"SUBGROUP","grade":"PARTLY_MET","strengths":"Invented",)"
          R"("gaps":"Invented","followUp":"Invented","followUpDueOn":"2099-03-03"}})",
          R"({"assuranceFollowedUp":{"agency":"fire","done":true,"says":"Invented"}})"});
  answers.keep("getAssurance", caller.get(at + "/assurance"));
  answers.keep("getAssurance", caller.get("/v1/programmes/p26-9999/assurance"));
  answers.keep("getAssuranceAsCsv", caller.get(at + "/assurance:csv"));
  answers.keep("listUnansweredAssurance", caller.get("/v1/programmes/-/assurance"));
  answers.keep("listUnansweredAssuranceAsCsv", caller.get("/v1/programmes/-/assurance:csv"));
}

void ask_for_training(Answers& answers, HttpCaller& caller) {
  const auto training = "/v1/programmes/" + opened(caller, "TRAINING");
  record(caller, training,
         {R"({"actionAgreed":{"action":"teach","owner":"POLICE","dueOn":"2099-02-02"}})",
          R"({"trainingPlanned":{"title":"Invented","about":[{"action":"teach"}]}})",
          R"({"trainingQuestionSet":{"text":"Invented?","scale":"ONE_TO_FIVE"}})",
          R"({"trainingEvaluated":{"round":"BEFORE","asked":30,"answers":[{"value":2,"people":25}]}})",
          R"({"trainingHeld":{"attendance":[{"agency":"POLICE","people":25}]}})"});
  answers.keep("getTraining", caller.get(training + "/training"));
  const auto pledges = "/v1/programmes/" + opened(caller, "PLEDGES");
  record(caller, pledges,
         {R"({"pledgeMade":{"by":"POLICE","text":"Invented"}})",
          R"({"pledgeAnswered":{"answer":"APPROVED","words":"Invented","youngPeople":5}})",
          R"({"pledgeJudged":{"round":1,"judgement":"KEPT","words":"Invented","youngPeople":5}})"});
  answers.keep("getPledges", caller.get(pledges + "/pledges"));
}

}  // namespace

void ask_for_programmes(Answers& answers, Practice& practice) {
  auto& caller = practice.coordinator;
  const std::string audit =
      R"({"programmeOpened":{"sort":"MULTI_AGENCY_AUDIT","title":"Invented","from":"2026-01-05","owner":"POLICE"}})";
  answers.keep("openProgramme", caller.post("/v1/programmes?validateOnly=true", audit));
  const auto id = answers.keep("openProgramme", caller.post("/v1/programmes", audit)).text("/programme");
  answers.keep("openProgramme", caller.post("/v1/programmes", note));
  const auto at = "/v1/programmes/" + id;
  const std::string action = R"({"actionAgreed":{"owner":"POLICE","dueOn":"2099-02-02"}})";
  answers.keep("addProgrammeEntry", caller.post(at + "/entries?validateOnly=true", action));
  answers.keep("addProgrammeEntry", caller.post(at + "/entries", action));
  answers.keep("addProgrammeEntry", caller.post(at + "/entries", notified));
  for (const auto* now : {"/v1/programmes", "/v1/programmes?pageSize=1", "/v1/programmes?filter=unknown=true"})
    answers.keep("listProgrammes", caller.get(now));
  answers.keep("listProgrammesAsCsv", caller.get("/v1/programmes:csv"));
  answers.keep("getProgramme", caller.get(at));
  answers.keep("getProgramme", caller.get("/v1/programmes/p26-9999"));
  for (const auto& entry : texts(answers.keep("listProgrammeEntries", caller.get(at + "/entries")), "entries", "entry"))
    answers.keep("getProgrammeEntry", caller.get(at + "/entries/" + entry));
  answers.keep("listClocksOfProgrammes", caller.get("/v1/programmes/-/clocks"));
  answers.keep("listProgrammeClocks", caller.get(at + "/clocks"));
  answers.keep("getProgrammeClock", caller.get(at + "/clocks/action"));
  const std::string settled =
      R"({"auditDesignSettled":{"template":"multi-agency-case-audit","priorities":[{"id":"neglect","title":"Neglect"}]}})";
  answers.keep("addProgrammeEntry", caller.post(at + "/entries", settled));
  const std::string selected =
      R"({"auditCaseSelected":{"auditCase":"heron","priority":"neglect","agencies":["audit-school"]}})";
  const auto asked = answers.keep("addProgrammeEntry", caller.post(at + "/entries", selected)).text("/entry");
  const std::string returned = R"({"agencyAuditedCase":{"agency":"audit-school","auditCase":"heron","answers":[)"
                               R"({"standard":"consent-clear","result":"NOT_MET","why":"Invented."}]}})";
  answers.keep("addProgrammeEntry", caller.post(at + "/entries", returned));
  answers.keep(
      "addProgrammeEntry",
      caller.post(at + "/entries", R"({"auditEventHeld":{"attendance":[{"agency":"POLICE","people":2}],"groups":[)"
                                   R"({"priority":"neglect","strengths":["Invented."]}]}})"));
  answers.keep(
      "addProgrammeEntry",
      caller.post(at + "/entries", R"({"auditLearningLogged":{"learned":"Invented.","went":[{"to":"TRAINING"}]}})"));
  answers.keep("addProgrammeEntry",
               caller.post(at + "/entries",
                           R"({"auditCaseReferred":{"auditCase":"heron","to":"POLICE","reasons":"Invented."}})"));
  answers.keep("addProgrammeEntry",
               caller.post(at + "/entries", R"({"actionAgreed":{"owner":"POLICE","kind":"SINGLE_AGENCY",)"
                                            R"("dueOn":"2026-12-01","what":"Invented."}})"));
  answers.keep("getCaseAudit", caller.get(at + "/audit"));
  answers.keep("getCaseAudit", caller.get("/v1/programmes/p26-9999/audit"));
  answers.keep("getCaseAuditAsCsv", caller.get(at + "/audit:csv"));
  answers.keep("getCaseAuditForms", caller.get(at + "/audit/forms:odt"));
  answers.keep("getCaseAuditForms", caller.get(at + "/audit/forms:odt?agency=nobody-asked"));
  static_cast<void>(caller.post("/v1/agencies", R"({"agency":"audit-school","name":"A School"})"));
  static_cast<void>(
      caller.post("/v1/agencies/audit-school/contacts",
                  R"({"contact":"a-head","name":"A Head","role":"MAIN","mailbox":"a.head@school.example.org"})"));
  const auto made =
      answers.keep("makeReturnLinkOfProgramme",
                   caller.post(at + "/returnLinks",
                               R"({"request":")" + asked +
                                   R"(","agency":"audit-school","contact":"a-head","expiresOn":"2026-02-01"})"));
  const auto link = at + "/returnLinks/" + made.text("/link");
  answers.keep("listReturnLinksOfProgramme", caller.get(at + "/returnLinks"));
  answers.keep("getReturnLinkOfProgramme", caller.get(link));
  answers.keep("remindByReturnLinkOfProgramme", caller.post(link + ":remind", ""));
  answers.keep("revokeReturnLinkOfProgramme", caller.post(link + ":revoke", ""));
  answers.keep("listProgrammeReads", caller.get(at + "/reads"));
  const auto body = reviewd::write_multipart(
      "invented", {{"title", std::nullopt, "", "Invented"}, {"file", "a.txt", "", "Some text."}});
  answers.keep("fileProgrammeDocument",
               caller.post(at + "/documents", body, {{"Content-Type", "multipart/form-data; boundary=invented"}}));
  answers.keep("listProgrammeDocuments", caller.get(at + "/documents"));
  answers.keep("getProgrammeDocument", caller.get(at + "/documents/document-1"));
  answers.keep("getProgrammeDocumentContent", caller.get(at + "/documents/document-1/versions/1/content"));
  answers.keep("previewProgrammeErasure", caller.post(at + ":previewErasure", "{}"));
  ask_for_assurance(answers, caller);
  ask_for_training(answers, caller);
  answers.keep(
      "proposeProgrammeErasure",
      caller.post(at + ":proposeErasure", R"({"ground":"ordered","reason":"Invented.",)"
                                          R"("notUnderHolds":["iicsa-moratorium","grooming-gangs-inquiry"]})"));
}

}  // namespace review::service_test
