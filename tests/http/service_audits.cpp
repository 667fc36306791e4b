#include <fmt/format.h>

#include "tests/http/held_case.hpp"
#include "tests/http/sight_support.hpp"

/// Audits of cases over HTTP: what the returns add up to, and what is told of the cases of the record behind them.
namespace review::service_test {
namespace {

const std::string design =
    R"({"auditDesignSettled":{"template":"multi-agency-case-audit","picked":"=Invented","priorities":[)"
    R"({"id":"neglect","title":"Neglect"},{"id":"early-help","title":"Early help"}],)"
    R"("standards":["consent-clear","right-agencies","thresholds-found"]}})";

std::string selected(const std::string& name, const std::string& priority, const std::string& of_case = "") {
  return fmt::format(
      R"({{"auditCaseSelected":{{"auditCase":"{}","priority":"{}","agencies":["POLICE","east-school"]{}}}}})", name,
      priority, of_case.empty() ? "" : R"(,"ofCase":")" + of_case + "\"");
}

std::string returned(const std::string& agency, const std::string& name, const std::string& answers) {
  return fmt::format(R"({{"agencyAuditedCase":{{"agency":"{}","auditCase":"{}","answers":[{}]}}}})", agency, name,
                     answers);
}

const std::string all_met =
    R"({"standard":"right-agencies","result":"MET"},{"standard":"thresholds-found","result":"MET"},)"
    R"({"standard":"consent-clear","result":"EXCEEDED"})";
const std::string one_missed =
    R"({"standard":"right-agencies","result":"MET"},{"standard":"thresholds-found","result":"NOT_MET","why":"Never shown."},)"
    R"({"standard":"consent-clear","result":"NOT_APPLICABLE","why":"Nothing was referred."})";

/// An audit in a practice store.
struct Audit {
  explicit Audit(Practice& with) : practice(with) {
    const auto opened = practice.coordinator.post("/v1/programmes",
                                                  R"({"programmeOpened":{"sort":"MULTI_AGENCY_AUDIT","title":"One"}})");
    REQUIRE(opened.status == 201);
    id = opened.text("/programme");
    add(design);
  }
  HttpAnswer send(const std::string& body) {
    return practice.coordinator.post("/v1/programmes/" + id + "/entries", body);
  }
  std::string add(const std::string& body) {
    const auto answer = send(body);
    INFO(answer.body);
    REQUIRE(answer.status == 201);
    return answer.text("/entry");
  }
  [[nodiscard]] std::string at(const std::string& below = "") const {
    return "/v1/programmes/" + id + "/audit" + below;
  }
  void invite(const std::string& person, const std::string& agency, const std::string& role) {
    add(member_of(person, agency, role));
  }

  Practice& practice;
  std::string id;
};

int number(const HttpAnswer& answer, const std::string& pointer) {
  boost::system::error_code error;
  const auto json = answer.json();
  const auto* found = json.find_pointer(pointer, error);
  return found == nullptr ? -1 : static_cast<int>(found->as_int64());
}

TEST_CASE("An audit is put together from its returns, in the order of the template", "[service]") {
  Practice practice;
  Audit audit(practice);
  audit.add(selected("heron", "neglect"));
  audit.add(selected("curlew", "early-help"));
  audit.add(returned("POLICE", "heron", one_missed));
  audit.add(returned("east-school", "heron", all_met));
  audit.add(returned("police", "curlew", all_met));
  const auto found = practice.coordinator.get(audit.at());
  INFO(found.body);
  REQUIRE(found.status == 200);
  CHECK(texts(found, "standards", "standard") ==
        std::vector<std::string>{"right-agencies", "thresholds-found", "consent-clear"});
  CHECK(texts(found, "lines", "line") == std::vector<std::string>{"information-sharing", "thresholds-and-referrals"});
  CHECK(number(found, "/standards/1/number") == 5);
  CHECK(number(found, "/standards/1/cases/reached") == 0);
  CHECK(number(found, "/standards/1/cases/applicable") == 1);
  CHECK(number(found, "/standards/1/cases/unanswered") == 1);
  CHECK(number(found, "/standards/1/answers/applicable") == 3);
  CHECK(number(found, "/standards/2/answers/notApplicable") == 1);
  CHECK(number(found, "/standards/2/answers/unanswered") == 1);
  CHECK(texts(found, "outstanding", "auditCase") == std::vector<std::string>{"curlew"});
  CHECK(texts(found, "outstanding", "agency") == std::vector<std::string>{"east-school"});
  CHECK(found.text("/returns/0/said/answers/1/why") == "Never shown.");
  const auto file = practice.coordinator.get(audit.at(":csv"));
  REQUIRE(file.status == 200);
  CHECK(says(file, "STANDARD,thresholds-found,,,,0,1,0,1,2,0,1,2,3,67,0,0,1"));
  for (const auto* typed : {"Invented", "Never shown", "Neglect"}) CHECK_FALSE(says(file, typed));
}

TEST_CASE("A later return of an agency takes the place of its earlier one, which stays on record", "[service]") {
  Practice practice;
  Audit audit(practice);
  audit.add(selected("heron", "neglect"));
  const auto first = audit.add(returned("POLICE", "heron", one_missed));
  practice.day("2026-01-06");
  const auto second = audit.add(returned("POLICE", "heron", all_met));
  const auto now = practice.coordinator.get(audit.at());
  CHECK(number(now, "/standards/1/answers/notMet") == 0);
  CHECK(texts(now, "returns", "entry") == std::vector<std::string>{first, second});
  CHECK(now.json().at("returns").at(0).at("counts") == false);
  CHECK(now.json().at("returns").at(1).at("counts") == true);
  CHECK(now.text("/returns/1/by") == "people/coordinator-1");
  CHECK(number(practice.coordinator.get(audit.at("?asAt=2026-01-05")), "/standards/1/answers/notMet") == 1);
}

std::string agreed_alone(const std::string& agency, const std::string& what) {
  return fmt::format(R"({{"actionAgreed":{{"owner":"{}","kind":"SINGLE_AGENCY","dueOn":"2026-03-02","what":"{}"}}}})",
                     agency, what);
}

TEST_CASE("What each agency does by itself is told in its words, with how it stands and since when it is complete",
          "[service]") {
  Practice practice;
  Audit audit(practice);
  audit.add(agreed_alone("east-school", "=Every lead rehearses a referral."));
  audit.add(agreed_alone("POLICE", "Officers carry the guidance."));
  audit.add(R"({"actionAgreed":{"owner":"POLICE","kind":"MULTI_AGENCY","dueOn":"2026-03-02","what":"All of us."}})");
  practice.day("2026-02-10");
  audit.add(R"({"actionUpdated":{"action":"action-1","progress":"COMPLETE","reached":"DONE","evidence":"Invented."}})");
  const auto found = practice.coordinator.get(audit.at());
  INFO(found.body);
  REQUIRE(found.status == 200);
  CHECK(texts(found, "plans", "agency") == std::vector<std::string>{"POLICE", "east-school"});
  CHECK(texts(found, "plans", "action") == std::vector<std::string>{"action-2", "action-1"});
  CHECK(found.text("/plans/0/what") == "Officers carry the guidance.");
  CHECK(found.json().at("plans").at(0).at("complete") == false);
  CHECK_FALSE(found.json().at("plans").at(0).as_object().contains("progress"));
  CHECK(found.text("/plans/1/progress") == "COMPLETE");
  CHECK(found.text("/plans/1/completedOn") == "2026-02-10");
  const auto file = practice.coordinator.get(audit.at(":csv"));
  CHECK(says(file, "PLAN,,,POLICE,,,,,,,,,,,,,,,action-2,Officers carry the guidance.,2026-03-02,,"));
  CHECK(says(file, ",action-1,'=Every lead rehearses a referral.,2026-03-02,COMPLETE,2026-02-10"));
  CHECK_FALSE(says(file, "All of us."));
  CHECK(practice.coordinator.get(audit.at("?asAt=2026-02-09")).json().at("plans").at(1).at("complete") == false);

  // A contact of one agency gets the plan of that agency.
  audit.invite("b-jones", "east-school", "AGENCY_CONTACT");
  auto contact = somebody(practice, "b-jones", "agency-contact");
  for (const auto& address : {audit.at(), audit.at(":csv")}) {
    INFO(address);
    const auto own = contact.get(address);
    REQUIRE(own.status == 200);
    CHECK(says(own, "Every lead rehearses"));
    CHECK_FALSE(says(own, "carry the guidance"));
  }
}

TEST_CASE("Which case an audited case is, nobody is told who does not see that case", "[service]") {
  Practice practice;
  Audit audit(practice);
  // Its reference is no part of the programme's.
  static_cast<void>(practice.open());
  const auto of_case = practice.open();
  audit.add(selected("heron", "neglect", of_case));
  audit.add(
      fmt::format(R"({{"auditCaseReferred":{{"auditCase":"heron","ofCase":"{}","reasons":"It drifts."}}}})", of_case));
  audit.invite("a-member", "police", "PANEL_MEMBER");
  auto member = somebody(practice, "a-member", "panel-member");
  CHECK(practice.coordinator.get(audit.at()).text("/cases/0/said/ofCase") == of_case);
  CHECK(practice.coordinator.get(audit.at()).text("/referrals/0/said/ofCase") == of_case);
  for (const auto& address : {audit.at(), audit.at(":csv"), "/v1/programmes/" + audit.id + "/entries"}) {
    INFO(address);
    const auto found = member.get(address);
    CHECK(found.status == 200);
    CHECK_FALSE(says(found, of_case));
  }
  CHECK(says(member.get(audit.at()), "heron"));
  // Whoever is kept out of the case by a conflict learns of it no more than of one that there is not.
  practice.add(of_case, conflict_of("c-other", "EXCLUDED"));
  auto other = somebody(practice, "c-other", "coordinator");
  CHECK_FALSE(says(other.get(audit.at()), of_case));
  const auto hidden = other.post("/v1/programmes/" + audit.id + "/entries", selected("wren", "neglect", of_case));
  const auto missing = other.post("/v1/programmes/" + audit.id + "/entries", selected("wren", "neglect", "26-9999"));
  CHECK(hidden.code() == "missing-reference");
  CHECK(without(hidden.text("/detail"), of_case) == without(missing.text("/detail"), "26-9999"));
}

TEST_CASE("A referral without a case waits for one, and names it to nobody who does not see that case", "[service]") {
  Practice practice;
  Audit audit(practice);
  audit.add(selected("heron", "neglect"));
  const auto taken_up = [](const std::string& entry, const std::string& by) {
    return fmt::format(R"({{"auditReferralTakenUp":{{"referral":"{}","ofCase":"{}"}}}})", entry, by);
  };
  const auto referral = audit.add(R"({"auditCaseReferred":{"auditCase":"heron","reasons":"It drifts."}})");
  audit.invite("a-member", "police", "PANEL_MEMBER");
  auto member = somebody(practice, "a-member", "panel-member");
  CHECK(practice.coordinator.get(audit.at()).json().at("referrals").at(0).at("takenUp") == false);
  // Its reference is no part of the programme's.
  static_cast<void>(practice.open());
  const auto of_case = practice.open();
  CHECK(audit.send(taken_up(referral, "26-9999")).code() == "missing-reference");
  CHECK(audit.send(taken_up("no-such-entry", of_case)).code() == "missing-reference");
  audit.add(taken_up(referral, of_case));
  CHECK(audit.send(taken_up(referral, of_case)).code() == "already-recorded");
  CHECK(practice.coordinator.get(audit.at()).text("/referrals/0/takenUpBy") == of_case);
  for (const auto& address : {audit.at(), audit.at(":csv"), "/v1/programmes/" + audit.id + "/entries"}) {
    INFO(address);
    CHECK_FALSE(says(member.get(address), of_case));
  }
  const auto told = member.get(audit.at()).json();
  CHECK(told.at("referrals").at(0).at("takenUp") == true);
  CHECK_FALSE(told.at("referrals").at(0).as_object().contains("takenUpBy"));
  // So it is where the referral itself names the case.
  audit.add(
      fmt::format(R"({{"auditCaseReferred":{{"auditCase":"heron","ofCase":"{}","reasons":"Again."}}}})", of_case));
  CHECK(member.get(audit.at()).json().at("referrals").at(1).at("takenUp") == true);
  CHECK_FALSE(says(member.get(audit.at()), of_case));
}

TEST_CASE("An embargo on who a child is holds in the audit of the case too", "[service]") {
  Held held;
  Audit audit(held.practice);
  audit.add(selected("heron", "neglect", held.id));
  audit.add(returned("POLICE", "heron",
                     fmt::format(R"({{"standard":"thresholds-found","result":"NOT_MET","why":"{}"}})", repeated)));
  auto scrutineer = somebody(held.practice, "s-crute", "scrutineer");
  CHECK(says(scrutineer.get(audit.at()), "Thistledown"));
  held.place();
  const auto found = scrutineer.get(audit.at());
  CHECK(found.status == 200);
  tells_nothing(found, "the audit", told_of_child);
}

TEST_CASE("A contact of an agency reads and records the returns of the own agency alone", "[service]") {
  Practice practice;
  Audit audit(practice);
  audit.add(selected("heron", "neglect"));
  audit.add(returned("POLICE", "heron", one_missed));
  audit.invite("b-jones", "east-school", "AGENCY_CONTACT");
  auto contact = somebody(practice, "b-jones", "agency-contact");
  const auto entries = "/v1/programmes/" + audit.id + "/entries";
  CHECK(contact.post(entries, returned("POLICE", "heron", all_met)).code() == "not-permitted");
  CHECK(contact.post(entries, returned("east-school", "heron", all_met)).status == 201);
  const auto found = contact.get(audit.at());
  REQUIRE(found.status == 200);
  CHECK(found.json().at("returns").as_array().size() == 1);
  for (const auto* word : {"Never shown", "POLICE", "Early help"}) CHECK_FALSE(says(found, word));
}

TEST_CASE("What a correction took back, no contact of the agency reads in the audit", "[service]") {
  Practice practice;
  Audit audit(practice);
  audit.add(selected("heron", "neglect"));
  const auto wrong = R"({"standard":"thresholds-found","result":"NOT_MET","why":"A marrowbone was named."})";
  const auto first = audit.add(returned("east-school", "heron", wrong));
  audit.add(fmt::format(R"({{"entryCorrected":{{"entry":"{}","reason":"It named somebody.","replacement":{}}}}})",
                        first, returned("east-school", "heron", one_missed)));
  audit.invite("b-jones", "east-school", "AGENCY_CONTACT");
  auto contact = somebody(practice, "b-jones", "agency-contact");
  for (const auto& address : {audit.at(), audit.at(":csv")}) {
    const auto found = contact.get(address);
    REQUIRE(found.status == 200);
    CHECK_FALSE(says(found, telltale));
  }
  CHECK(says(practice.coordinator.get(audit.at()), "Never shown"));
}

}  // namespace
}  // namespace review::service_test
