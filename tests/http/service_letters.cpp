#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include "reviewd/documents/zip_file.hpp"
#include "reviewd/paper/paper_pdf.hpp"
#include "tests/http/sight_support.hpp"

/// Letters that are made of a case, over HTTP.
namespace review::service_test {
namespace {

bool has(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

std::string words_of(const HttpAnswer& answer) {
  INFO(answer.body);
  REQUIRE(answer.status == 200);
  const auto members = reviewd::read_zip(answer.body);
  REQUIRE(members);
  for (const auto& member : *members) {
    if (member.name == "content.xml") return reviewd::unpacked(answer.body, member, 1'000'000).value_or("");
  }
  return {};
}

TEST_CASE("A rapid review is put together in the order of guidance, and says what is not recorded", "[service]") {
  Practice practice;
  const auto id = practice.submitted_case();
  practice.add(id, R"({"immediateActionTaken":{"what":"Seen at home.","by":"POLICE"}})");
  practice.add(id, R"({"agencyReturnRequested":{"agencies":["police"]}})");
  practice.add(id, R"({"agencyReturnReceived":{"agency":"police","chronology":[{"on":"2025-12-01","what":"Later."},)"
                   R"({"on":"2025-11","what":"Earlier."}],"goodPractice":"They listened."}})");
  const auto answer = practice.coordinator.get("/v1/cases/" + id + "/letters/rapid-review:odt");
  const auto words = words_of(answer);
  CHECK(answer.header("Content-Disposition") == "attachment; filename=\"" + id + "-rapid-review.odt\"");
  std::size_t at = 0;
  for (int part = 1; part <= 19; ++part) {
    INFO(part);
    at = words.find("text:outline-level=\"2\">" + std::to_string(part) + ". ", at);
    REQUIRE(at != std::string::npos);
  }
  CHECK(has(words, "SIN-EXAMPLE-1"));
  CHECK(has(words, "Seen at home."));
  CHECK(has(words, "Police: They listened."));
  CHECK(words.find("Earlier.") < words.find("Later."));
  CHECK(has(words, "Local child safeguarding practice review"));
  CHECK(has(words, "Not recorded: the scope, questions, method, reviewer and dates of the review"));
  CHECK(has(words, "Not recorded: what the child said"));
  CHECK(has(words, "Not recorded: what racism, culture, disability"));
  CHECK(has(words, "from version " + std::to_string(practice.version(id)) + " of the record"));
  const auto missing = practice.coordinator.get("/v1/cases/" + id + "/letters").body;
  CHECK(has(missing, "what the child said"));
  CHECK_FALSE(has(missing, "anything that was done at once"));
}

TEST_CASE("An immediate action stands in the submission with the day since which it is complete, or how it stands",
          "[service]") {
  Practice practice;
  const auto id = practice.submitted_case();
  const auto due_later = [&](const char* action) {
    practice.add(id, fmt::format(R"({{"immediateActionTaken":{{"what":"Do {0}.","by":"POLICE","action":"{0}",)"
                                 R"("dueOn":"2026-02-02"}}}})",
                                 action));
  };
  due_later("visits");
  due_later("locks");
  const auto letter = "/v1/cases/" + id + "/letters/rapid-review:odt";
  CHECK(has(words_of(practice.coordinator.get(letter)), "Not yet"));
  practice.day("2026-01-30");
  practice.add(id, R"({"actionUpdated":{"action":"visits","progress":"COMPLETE"}})");
  practice.add(id, R"({"actionUpdated":{"action":"locks","progress":"AMBER","dueOn":"2026-03-16","reason":"Parts."}})");
  const auto words = words_of(practice.coordinator.get(letter));
  const auto visits = words.substr(words.find("Do visits."), words.find("Do locks.") - words.find("Do visits."));
  CHECK(has(visits, "30 January 2026"));
  CHECK_FALSE(has(visits, "Not yet"));
  const auto locks =
      words.substr(words.find("Do locks."), words.find("11. What was learned") - words.find("Do locks."));
  CHECK(has(locks, "16 March 2026"));
  CHECK(has(locks, "Not yet: Amber"));
  CHECK_FALSE(has(words, "Not recorded here"));
}

TEST_CASE("A submission tells which themes and recommendations earlier cases had, to who sees those cases",
          "[service]") {
  Practice practice;
  practice.day("2026-01-05");
  const std::string asked = "Audit every handover between hospital and health visitor";
  const auto learned = [&](const std::string& id) {
    practice.add(id, R"({"learningCaptured":{"findings":[{"finding":"A gap.","themes":["information-sharing"]}]}})");
    practice.add(id, R"({"recommendationMade":{"text":")" + asked + R"(","to":["city-hospital"]}})");
  };
  const auto before = practice.open();
  learned(before);
  const auto id = practice.submitted_case();
  learned(id);
  const auto letter = "/v1/cases/" + id + "/letters/rapid-review:odt";
  const auto words = words_of(practice.coordinator.get(letter));
  const auto part = words.substr(words.find("Earlier reviews"));
  CHECK(has(part, "Themes of this case that were found before"));
  CHECK(has(part, "Recommendations of this case that were made before"));
  CHECK(has(part, before + ", "));
  CHECK(has(part, "No action was agreed."));
  // What the partners make of it stays for them to say.
  CHECK(has(words, "Not recorded: which earlier reviews found the same"));
  practice.add(before, conflict_of("c-other", "EXCLUDED"));
  const auto others = words_of(somebody(practice, "c-other", "coordinator").get(letter));
  CHECK_FALSE(has(others, before + ","));
  CHECK_FALSE(has(others, "that were made before"));
}

/// Everything that a submission tells, each in its own words.
const std::string found_by_review =
    R"({"rapidReviewDecided":{"outcome":"NO_FURTHER_REVIEW","reasons":"Known learning.","meeting":"meeting-1",)"
    R"("proposesNationalReview":false,"criteria":[{"criterion":"improvements-needed","met":"NO"},)"
    R"({"criterion":"recurrent-themes","met":"NO"},{"criterion":"agencies-working-together","met":"NO"},)"
    R"({"criterion":"panel-suggests-review","met":"NO"}],"keyEpisodes":"Nobody asked at the door.",)"
    R"("childVoice":"The child said that it was cold.","inequality":"No interpreter came.",)"
    R"("earlierReviews":"One of 2024 found it.","publicationRisk":"A brother may be known."}})";

std::string missing_in(Practice& practice, const std::string& id) {
  const auto listed = practice.coordinator.get("/v1/cases/" + id + "/letters").json();
  for (const auto& one : listed.at("letters").as_array()) {
    if (one.at("letter") == "rapid-review") return boost::json::serialize(one.at("missing"));
  }
  return "no such letter";
}

TEST_CASE("Every part of a submission has a place in the record: nothing is missing once all is recorded",
          "[service]") {
  Practice practice;
  const auto id = practice.open(
      R"({"incidentLogged":{"incidentOn":"2026-01-02","localAuthorityAwareOn":"2026-01-05","harm":"SERIOUS_HARM",)"
      R"("abuseOrNeglect":"SUSPECTED","place":"Home","cause":"A fall","summary":"Invented.","mediaInterest":false,)"
      R"("family":[{"relation":"Mother","sameHousehold":true}],"children":[{"pseudonym":"Child A","ethnicity":"WBRI",)"
      R"("faith":"None","language":"eng","disability":["NONE"]}]}})");
  practice.day("2026-01-07");
  for (const auto& body :
       {notify, notified, std::string(R"({"immediateActionTaken":{"what":"Seen at home.","by":"POLICE"}})"),
        std::string(R"({"agencyReturnRequested":{"agencies":["police"]}})"),
        std::string(R"({"agencyReturnReceived":{"agency":"police","goodPractice":"They listened."}})"),
        std::string(R"({"chronologyReceived":{"agency":"police","rows":[{"on":"2025-11","what":"A visit.",)"
                    R"("voice":"I hid.","analysis":"Too few visits."}]}})"),
        std::string(R"({"learningCaptured":{"findings":[{"finding":"A gap."}]}})"),
        std::string(R"({"familyContacted":{"who":"Mother","offer":"To be heard","response":"Later"}})"),
        std::string(R"({"actionAgreed":{"what":"Ask why.","owner":"POLICE","dueOn":"2026-03-02"}})"),
        std::string(R"({"meetingHeld":{"attendance":[{"agency":"LOCAL_AUTHORITY"},{"agency":"POLICE"},)"
                    R"({"agency":"INTEGRATED_CARE_BOARD"}]}})")})
    practice.add(id, body);
  practice.day("2026-01-21");
  CHECK(has(missing_in(practice, id), "a genogram"));
  practice.add(id, R"({"documentFiled":{"title":"Who is who","sort":"GENOGRAM"}})");
  practice.add(id, found_by_review);
  for (const char* body : {"LOCAL_AUTHORITY", "INTEGRATED_CARE_BOARD", "POLICE"}) practice.add(id, signed_off(body));
  CHECK(missing_in(practice, id) == R"(["Chair of the meeting"])");
  practice.add(id, R"({"meetingHeld":{"meeting":"meeting-1","chair":"cleo","attendance":[{"agency":"LOCAL_AUTHORITY"},)"
                   R"({"agency":"POLICE"},{"agency":"INTEGRATED_CARE_BOARD"}]}})");
  CHECK(missing_in(practice, id) == "[]");

  const auto words = words_of(practice.coordinator.get("/v1/cases/" + id + "/letters/rapid-review:odt"));
  std::size_t at = 0;
  for (const auto* part : {"2. Who took part", "Cleo", "Attach: Who is who", "5. Background", "A visit.",
                           "Key episodes", "Nobody asked at the door.", "Too few visits.", "What it meant",
                           "No interpreter came.", "8. The child", "The child said that it was cold.", "I hid.",
                           "Earlier reviews", "One of 2024 found it.", "16. Other", "A brother may be known."}) {
    INFO(part);
    at = words.find(part, at);
    REQUIRE(at != std::string::npos);
  }
}

TEST_CASE("What a rapid review found of a child is under an embargo as other words are, and its genogram is",
          "[service]") {
  Practice practice;
  const auto id = practice.open(
      R"({"incidentLogged":{"localAuthorityAwareOn":"2026-01-05","harm":"SERIOUS_HARM","abuseOrNeglect":"SUSPECTED",)"
      R"("children":[{"pseudonym":"Child A","name":"Quill Thistledown"}]}})");
  practice.day("2026-01-07");
  practice.add(id, notified);
  static_cast<void>(somebody(practice, "named-reader", "coordinator"));
  const auto filed = practice.add(id, R"({"documentFiled":{"title":"The Thistledown tree","sort":"GENOGRAM"}})");
  practice.add(id, R"({"documentFiled":{"title":"An agenda","sort":"OTHER"}})");
  practice.add(id, decided("LCSPR").insert(decided("LCSPR").size() - 2, R"(,"childVoice":"Thistledown was cold.",)"
                                                                        R"("inequality":"Thistledown has no car.")"));
  auto reader = practice.daemon.caller(practice.daemon.issue("a-reader", "reader"));
  const auto at = "/v1/cases/" + id;
  CHECK(has(words_of(reader.get(at + "/letters/rapid-review:odt")), "Thistledown was cold."));
  practice.add(id, R"({"embargoPlaced":{"covers":["IDENTIFYING_FACTS"],"reviewOn":"2026-09-01","reason":"Invented.",)"
                   R"("readers":["named-reader"]}})");
  const auto words = words_of(reader.get(at + "/letters/rapid-review:odt"));
  CHECK_FALSE(has(words, "Thistledown"));
  CHECK(has(words, "was cold."));
  CHECK(has(words, "Attach: A document under embargo"));
  for (const auto* below : {"/entries?pageSize=200", "/documents", "/documents/document-1"}) {
    INFO(below);
    CHECK_FALSE(has(reader.get(at + below).body, "Thistledown"));
  }
  const auto documents = reader.get(at + "/documents").json();
  for (const auto& one : documents.at("documents").as_array())
    CHECK(one.as_object().contains("kept") == (one.at("document") == "document-1"));
  // A later version is one as well, and who is no reader says nothing else of it.
  practice.add(id, R"({"documentFiled":{"document":"document-1","title":"Thistledown, again"}})");
  CHECK_FALSE(has(reader.get(at + "/documents/document-1").body, "Thistledown"));
  CHECK(practice.send(id, corrected(filed, R"({"documentFiled":{"title":"None","sort":"OTHER"}})")).code() ==
        "not-permitted");
}

TEST_CASE("The notification has what was logged, and every question that was not answered", "[service]") {
  Practice practice;
  const auto id = practice.notified_case();
  const auto words = words_of(practice.coordinator.get("/v1/cases/" + id + "/letters/notification:odt"));
  CHECK(has(words, "Child A"));
  CHECK(has(words, "Sandwell"));
  CHECK(has(words, "7 January 2026"));
  CHECK(has(words, "Not recorded: family and household."));
}

TEST_CASE("Each agency that is asked has a letter, until it is asked no more; it names nobody", "[service]") {
  Practice practice;
  const auto id = practice.notified_case();
  practice.add(
      id, R"({"agencyReturnRequested":{"agencies":["police","city-hospital"],"type":"SUMMARY","dueOn":"2026-02-01",)"
          R"("period":"From birth","contact":"Quillfeather"}})");
  const auto at = "/v1/cases/" + id + "/letters";
  const auto words = words_of(practice.coordinator.get(at + "/agency-request-city-hospital:odt"));
  CHECK(has(words, "City hospital"));
  CHECK(has(words, "1 February 2026"));
  CHECK(has(words, "From birth"));
  CHECK_FALSE(has(words, "Police"));
  CHECK_FALSE(has(words, "Quillfeather"));
  practice.add(id, R"({"agencyReturnWaived":{"agency":"police"}})");
  const auto named = texts(practice.coordinator.get(at), "letters", "letter");
  CHECK(named == std::vector<std::string>{"notification", "rapid-review", "agency-request-city-hospital"});
  CHECK(practice.coordinator.get(at + "/agency-request-police:odt").status == 404);
}

TEST_CASE("A letter has no word that an embargo keeps from its reader, and none for who is kept out", "[service]") {
  Practice practice;
  const auto id = practice.open(
      R"({"incidentLogged":{"incidentOn":"2026-01-02","localAuthorityAwareOn":"2026-01-05","harm":"SERIOUS_HARM",)"
      R"("abuseOrNeglect":"SUSPECTED","children":[{"pseudonym":"Child A","name":"Quill Feather"}],)"
      R"("summary":"Quill Feather was hurt."}})");
  auto reader = practice.daemon.caller(practice.daemon.issue("a-reader", "reader"));
  const auto at = "/v1/cases/" + id + "/letters/notification:odt";
  CHECK(has(words_of(practice.coordinator.get(at)), "Quill Feather"));
  practice.add(id,
               R"({"embargoPlaced":{"covers":["IDENTIFYING_FACTS"],"reviewOn":"2026-09-01","reason":"Invented."}})");
  CHECK_FALSE(has(words_of(reader.get(at)), "Feather"));
  practice.add(id, R"({"conflictDeclared":{"person":"a-reader","managed":"EXCLUDED"}})");
  CHECK(reader.get(at).status == 404);
  CHECK(reader.get("/v1/cases/" + id + "/letters").status == 404);
}

TEST_CASE("That a letter was made is on record, and words that were taken back are not in it", "[service]") {
  Practice practice;
  const auto id = practice.notified_case();
  const auto action = practice.add(id, R"({"immediateActionTaken":{"what":"Quillfeather.","by":"POLICE"}})");
  practice.add(id, R"({"entryWithdrawn":{"entry":")" + std::string(action.at("entry").as_string()) +
                       R"(","reason":"MISTAKE"}})");
  const auto words = words_of(practice.coordinator.get("/v1/cases/" + id + "/letters/rapid-review:odt"));
  CHECK_FALSE(has(words, "Quillfeather"));

  CHECK(has(practice.coordinator.get("/v1/cases/" + id + "/reads?pageSize=200").body, R"("what":"letter")"));
}

TEST_CASE("The letter about a delay is one of them, and a PDF is made or refused in words", "[service]") {
  Practice practice;
  const auto id = practice.accepted_case();
  const auto at = "/v1/cases/" + id + "/letters/delay-review-1";
  CHECK(has(words_of(practice.coordinator.get(at + ":odt")), "Why it is late</text:h>"));
  const auto pdf = practice.coordinator.get(at + ":pdf");
  if (reviewd::has_pdf_converter()) {
    CHECK(pdf.status == 200);
    CHECK(pdf.body.starts_with("%PDF-"));
  } else {
    CHECK(pdf.code() == "busy");
    CHECK(has(pdf.text("/detail"), "OpenDocument"));
  }
}

}  // namespace
}  // namespace review::service_test
