#include <boost/json/array.hpp>

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
  CHECK(has(words, "from version " + std::to_string(practice.version(id)) + " of the record"));
  const auto missing = practice.coordinator.get("/v1/cases/" + id + "/letters").body;
  CHECK(has(missing, "what the child said"));
  CHECK_FALSE(has(missing, "anything that was done at once"));
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
