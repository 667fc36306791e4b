#include "tests/http/sight_support.hpp"

/// What a case tells of another that is reviewed with it, to somebody who does not see that one.
namespace review::service_test {
namespace {

/// Two cases in one review. ann, a panel member, belongs to both on 21 January, and from then to the lead alone; cora,
/// a coordinator, is excluded from the joined one.
struct Joined {
  Practice practice;
  std::string lead = practice.submitted_case();
  std::string joined = practice.open();
  HttpCaller ann = somebody(practice, "ann", "panel-member");
  HttpCaller cora = practice.daemon.coordinator("cora");

  Joined() {
    practice.day("2026-02-02");
    practice.add(lead, fmt::format(R"({{"reviewCommissioned":{{"kind":"LCSPR","joinsCases":["{}"]}}}})", joined));
    practice.add(lead, member_of("ann", "police"));
    practice.add(joined, conflict_of("cora", "EXCLUDED"));
  }
  HttpAnswer send(HttpCaller& caller, const std::string& id, const std::string& body) {
    return caller.post("/v1/cases/" + id + "/entries", body, {{"If-Match", if_match(practice.version(id))}});
  }
};

TEST_CASE("A refusal names no joined case that the recorder does not see and did not name", "[service]") {
  Joined two;
  for (const auto* body : {R"({"reportAccepted":{"version":1}})", R"({"publicationDeclined":{"reasons":"Invented."}})",
                           R"({"reviewConverted":{"kind":"TABLETOP","reasons":"Invented."}})"}) {
    const auto answer = two.send(two.cora, two.lead, body);
    INFO(answer.body);
    CHECK(answer.code() == "not-permitted");
    CHECK_FALSE(says(answer, two.joined));
  }
  // The one that the recorder names, missing or hidden alike.
  for (const auto* body : {R"({"reviewCommissioned":{"kind":"LCSPR","joinsCases":["CASE"]}})",
                           R"({"rapidReviewJoined":{"cases":["CASE"]}})"}) {
    const auto sent = [&](const std::string& reference) {
      auto wish = std::string(body);
      wish.replace(wish.find("CASE"), 4, reference);
      const auto answer = two.send(two.cora, two.lead, wish);
      CHECK(answer.code() == "missing-reference");
      return without(answer.text("/detail"), reference);
    };
    CHECK(sent(two.joined) == sent("26-9999"));
  }
}

TEST_CASE("A correction joins no case that the recorder does not see", "[service]") {
  Joined two;
  const auto other = two.practice.open();
  two.practice.add(other, conflict_of("cora", "EXCLUDED"));
  std::string commissioned;
  const auto listed = two.practice.coordinator.get("/v1/cases/" + two.lead + "/entries?pageSize=200").json();
  for (const auto& entry : listed.at("entries").as_array()) {
    if (entry.as_object().contains("reviewCommissioned")) commissioned = entry.at("entry").as_string().c_str();
  }
  const auto sent = [&](const std::string& reference) {
    const auto answer = two.send(two.cora, two.lead,
                                 fmt::format(R"({{"entryCorrected":{{"entry":"{}","reason":"Invented.","replacement":)"
                                             R"({{"reviewCommissioned":{{"kind":"LCSPR","joinsCases":["{}"]}}}}}}}})",
                                             commissioned, reference));
    return without(std::to_string(answer.status) + answer.code() + answer.text("/detail"), reference);
  };
  CHECK(sent(other) == sent("26-9999"));
  CHECK(sent(other).find("missing-reference") != std::string::npos);
}

TEST_CASE("A genogram is under an embargo on who the people are of whichever case of the review", "[service]") {
  Joined two;
  static_cast<void>(somebody(two.practice, "named-reader", "coordinator"));
  auto reader = somebody(two.practice, "a-reader", "reader");
  const auto drawn = two.practice.add(two.joined, R"({"documentFiled":{"title":"Elderberry tree","sort":"GENOGRAM"}})");
  const auto at = "/v1/cases/" + two.joined + "/documents";
  CHECK(says(reader.get(at), "Elderberry"));
  two.practice.add(two.lead, R"({"embargoPlaced":{"covers":["IDENTIFYING_FACTS"],"reviewOn":"2026-09-01",)"
                             R"("reason":"Invented.","readers":["named-reader"]}})");
  CHECK_FALSE(says(reader.get(at), "Elderberry"));
  auto named = two.practice.daemon.caller(two.practice.daemon.issue("named-reader", "coordinator"));
  for (const auto& body : {withdrawn(drawn, "MISTAKE"), corrected(drawn, R"({"documentFiled":{"title":"Elderberry",)"
                                                                         R"("sort":"OTHER"}})")}) {
    CHECK(two.send(named, two.joined, body).code() == "second-person-required");
  }
}

TEST_CASE("What holds a hidden joined case is told as another case, without its name and kind", "[service]") {
  Joined two;
  two.practice.add(two.joined, R"({"proceedingsOpened":{"kind":"CRIMINAL","proceedings":"the-trial"}})");
  two.practice.add(two.joined, R"({"embargoPlaced":{"embargo":"the-embargo","covers":["REPORT"],"reason":"Invented.",)"
                               R"("reviewOn":"2026-03-02"}})");
  const auto shown = two.ann.get("/v1/cases/" + two.lead);
  INFO(shown.body);
  REQUIRE(shown.json().at("holds").as_array().size() == 1);
  CHECK(shown.text("/holds/0/kind") == "ANOTHER_CASE");
  CHECK(shown.json().at("holds").at(0).as_object().size() == 2);
  for (const auto& word : {two.joined, std::string("the-trial"), std::string("the-embargo"), std::string("riminal")}) {
    INFO(word);
    CHECK_FALSE(says(shown, word));
  }
  const auto whole = two.practice.coordinator.get("/v1/cases/" + two.lead);
  CHECK(whole.text("/holds/0/case") == two.joined);
  CHECK(whole.text("/holds/0/name") == "the-trial");
}

TEST_CASE("What holds a case that is led beside this one is told as another case, and by who sees it by name",
          "[service]") {
  Practice practice;
  const auto lead = practice.submitted_case();
  const auto led = practice.open();
  const auto beside = practice.open();
  practice.day("2026-02-02");
  practice.add(lead,
               fmt::format(R"({{"reviewCommissioned":{{"kind":"LCSPR","joinsCases":["{}","{}"]}}}})", led, beside));
  practice.add(beside, R"({"proceedingsOpened":{"kind":"CRIMINAL","proceedings":"the-trial"}})");
  practice.add(beside, R"({"courtOrderRecorded":{"order":"the-order","court":"Crown Court","permitsAnonymised":true,)"
                       R"("advice":"Counsel"}})");
  practice.add(led, member_of("ann", "police"));
  auto ann = somebody(practice, "ann", "panel-member");
  for (const auto& at : {"/v1/cases/" + led, "/v1/cases/" + led + "/reviews/review-1/publication"}) {
    const auto shown = ann.get(at);
    INFO(shown.body);
    REQUIRE(shown.status == 200);
    REQUIRE(shown.json().at("holds").as_array().size() == 1);
    CHECK(shown.text("/holds/0/kind") == "ANOTHER_CASE");
    CHECK(shown.text("/warnings/0/kind") == "LIFELONG_ANONYMITY");
    CHECK(shown.text("/warnings/1/kind") == "ANOTHER_CASE");
    for (const auto& word :
         {lead, beside, std::string("the-trial"), std::string("the-order"), std::string("riminal")}) {
      INFO(word);
      CHECK_FALSE(says(shown, word));
    }
    const auto whole = practice.coordinator.get(at);
    CHECK(whole.text("/holds/0/case") == beside);
    CHECK(whole.text("/holds/0/name") == "the-trial");
    CHECK(whole.text("/warnings/1/kind") == "COURT_ORDER");
    CHECK(whole.text("/warnings/1/why").find("In case " + beside) == 0);
  }
  const auto letter = ann.get("/v1/cases/" + led + "/reviews/review-1/delay-letter");
  INFO(letter.body);
  CHECK(says(letter, "Something in another case of this review holds publication."));
  CHECK_FALSE(says(letter, "riminal"));
}

TEST_CASE("What comes next does not name the case that leads, to who does not see it", "[service]") {
  Joined two;
  two.practice.add(two.joined, member_of("bea", "police"));
  auto bea = somebody(two.practice, "bea", "panel-member");
  auto chair = somebody(two.practice, "the-chair", "chair");
  two.practice.add(two.lead, conflict_of("the-chair", "EXCLUDED"));
  for (auto* caller : {&bea, &chair}) {
    const auto shown = caller->get("/v1/cases/" + two.joined);
    CHECK(shown.status == 200);
    CHECK_FALSE(says(shown, two.lead));
  }
  const auto refused = two.send(chair, two.joined, R"({"reportAccepted":{"version":1}})");
  INFO(refused.body);
  CHECK_FALSE(says(refused, two.lead));
}

TEST_CASE("Who sees another case is asked of today, also of an earlier state", "[service]") {
  Joined two;
  two.practice.add(two.joined, R"({"memberAdded":{"person":"ann","role":"PANEL_MEMBER","agency":"police",)"
                               R"("from":"2026-02-02","until":"2026-02-03"}})");
  CHECK(says(two.ann.get("/v1/cases/" + two.lead), two.joined));
  two.practice.day("2026-02-04");
  for (const auto* part : {"", "?asAt=2026-02-02", "/entries", "/entries?asAt=2026-02-02"}) {
    INFO(part);
    const auto answer = two.ann.get("/v1/cases/" + two.lead + part);
    CHECK(answer.status == 200);
    CHECK_FALSE(says(answer, two.joined));
  }
}

TEST_CASE("A case that was named by mistake is named to nobody who does not see it", "[service]") {
  Joined two;
  std::string commissioned;
  const auto listed = two.practice.coordinator.get("/v1/cases/" + two.lead + "/entries?pageSize=200").json();
  for (const auto& entry : listed.at("entries").as_array()) {
    if (entry.as_object().contains("reviewCommissioned")) commissioned = entry.at("entry").as_string().c_str();
  }
  two.practice.add(two.lead, fmt::format(R"({{"entryCorrected":{{"entry":"{}","reason":"Invented.","replacement":)"
                                         R"({{"reviewCommissioned":{{"kind":"LCSPR"}}}}}}}})",
                                         commissioned));
  CHECK_FALSE(says(two.ann.get("/v1/cases/" + two.lead + "/entries"), two.joined));
  CHECK_FALSE(says(two.ann.get("/v1/cases/" + two.lead + "?asAt=2026-02-02"), two.joined));
  // The export has the joined case's own lines for those who see it, and no other.
  CHECK_FALSE(says(two.cora.get("/v1/export"), two.joined));
}

}  // namespace
}  // namespace review::service_test
