#include <fmt/format.h>

#include <chrono>
#include <csignal>
#include <thread>

#include "tests/http/rehearsal_support.hpp"
#include "tests/support/small_pdf.hpp"
#include "tests/support/small_zip.hpp"

namespace review::service_test {
namespace {

std::string told(const HttpAnswer& answer) {
  const auto body = answer.json();
  std::string all;
  for (const auto& one : body.at("findings").as_array()) {
    all += fmt::format("{}: {} {} [{}]\n", std::string(one.at("place").as_string()),
                       std::string(one.at("kind").as_string()), std::string(one.at("how").as_string()),
                       std::string(one.at("match").as_string()));
  }
  return all;
}

bool has_words(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

TEST_CASE("A PDF is looked through as a stranger would: pages, comments, descriptions, author, title and address",
          "[service]") {
  Practice practice;
  const auto id = reviewed_case(practice);
  const auto document = filed(
      practice, id,
      test::small_pdf("Odile was seven years old.", "Ask Mrs Quillfeathr", "At Oakfield School", "P Quillfeather"),
      "OdileQuillfeather_report.pdf");
  const auto size = practice.size();
  const auto answer = practice.coordinator.post(
      rehearse_address(id),
      fmt::format(R"({{"document":"{}","title":"Quillfeather’s report","address":"https://example.org/odile"}})",
                  document));
  INFO(answer.body);
  REQUIRE(answer.status == 200);
  const auto all = told(answer);
  CHECK(has_words(all, "Page 1: NAME PART [Odile]"));
  CHECK(has_words(all, "Comments: NAME MISSPELT [Quillfeathr]"));
  CHECK(has_words(all, "Descriptions of pictures: SCHOOL PART [Oakfield]"));
  CHECK(has_words(all, "Properties of the file: author: NAME PART [P Quillfeather]"));
  CHECK(has_words(all, "File name: NAME EXACT [OdileQuillfeather]"));
  CHECK(has_words(all, "Title: NAME POSSESSIVE [Quillfeather]"));
  CHECK(has_words(all, "Web address: NAME PART [odile]"));
  CHECK(answer.json().at("unreadable").as_array().empty());
  CHECK(practice.size() == size);
  CHECK(answer.header("Cache-Control") == "no-store");
  CHECK(practice.daemon.said().find("uillfeather") == std::string::npos);
}

TEST_CASE("A Word document gives away what was deleted, remarked and recorded in it", "[service]") {
  Practice practice;
  const auto id = reviewed_case(practice);
  const auto types = test::content_types("openxmlformats-officedocument.wordprocessingml.document.main+xml");
  const auto docx = test::small_zip(
      {{"[Content_Types].xml", types},
       {"word/document.xml",
        R"(<w:d xmlns:w="w"><w:p><w:r><w:t>The child.</w:t></w:r><w:del w:author="x"><w:r><w:delText>Odile</w:delText>)"
        R"(</w:r></w:del></w:p></w:d>)"},
       {"word/comments.xml",
        R"(<w:c xmlns:w="w"><w:comment w:author="x"><w:p><w:t>Born 4.3.19?</w:t></w:p></w:comment></w:c>)"},
       {"docProps/core.xml", "<c><creator>Perpetua Quillfeather</creator></c>"}});
  const auto document = filed(practice, id, docx, "report.docx");
  const auto answer = practice.coordinator.post(rehearse_address(id), fmt::format(R"({{"document":"{}"}})", document));
  INFO(answer.body);
  REQUIRE(answer.status == 200);
  const auto all = told(answer);
  CHECK(has_words(all, "Deleted text that is still there (tracked changes): NAME PART [Odile]"));
  CHECK(has_words(all, "Comments: DATE_OF_BIRTH DATE_WRITTEN_OTHERWISE [4.3.19]"));
  CHECK(has_words(all, "Properties of the file: NAME EXACT [Perpetua Quillfeather]"));
}

TEST_CASE("Details that tell together, and words that run ahead, are told of a pasted page", "[service]") {
  Practice practice;
  const auto id = reviewed_case(practice);
  const std::string text =
      "A seven-year-old in Sandwell was one of twins. In January 2026 the child was abused by an adult.";
  const auto answer = practice.coordinator.post(rehearse_address(id), R"({"text":")" + text + R"("})");
  INFO(answer.body);
  REQUIRE(answer.status == 200);
  CHECK(texts(answer, "jigsaw", "kind") == std::vector<std::string>{"age", "when", "place", "siblings"});
  CHECK(answer.json().at("wording").as_array().size() == 1);
  // Nobody says here what was found: it is what the record says.
  CHECK(practice.coordinator.post(rehearse_address(id), R"({"wording":"FOUND","text":"x"})").code() == "unknown-field");
  practice.add(id, R"({"proceedingsOpened":{"kind":"FAMILY_COURT"}})");
  practice.add(id, R"({"proceedingsConcluded":{"finding":"FOUND"}})");
  const auto found = practice.coordinator.post(rehearse_address(id), R"({"text":")" + text + R"("})");
  CHECK(found.json().at("wording").as_array().empty());
  const auto little = practice.coordinator.post(rehearse_address(id), R"({"text":"A seven-year-old in Sandwell."})");
  CHECK(little.json().at("jigsaw").as_array().empty());
}

TEST_CASE("What cannot be read is said, and what is missing is refused", "[service]") {
  Practice practice;
  const auto id = reviewed_case(practice);
  const auto broken = filed(practice, id, "%PDF-1.7\nInvented.", "report.pdf");
  const auto answer = practice.coordinator.post(rehearse_address(id), fmt::format(R"({{"document":"{}"}})", broken));
  INFO(answer.body);
  REQUIRE(answer.status == 200);
  CHECK(has_words(answer.text("/unreadable/0/says"), "cannot be checked"));
  const auto& post = [&](const std::string& body) { return practice.coordinator.post(rehearse_address(id), body); };
  CHECK(post("{}").code() == "missing-field");
  CHECK(post(R"({"document":"document-9"})").code() == "missing-reference");
  CHECK(post(R"({"text":"x","name":"x"})").code() == "unknown-field");
  CHECK(practice.coordinator.post(rehearse_address(id, "review-9"), R"({"text":"x"})").status == 404);
  CHECK(practice.coordinator.post(rehearse_address("26-9999"), R"({"text":"x"})").status == 404);
}

TEST_CASE("Who does not plan publications, or does not see the case, finds no name out by trying", "[service]") {
  Practice practice;
  const auto id = reviewed_case(practice);
  const std::string guess = R"({"text":"Odile Quillfeather"})";
  for (const auto* role : {"administrator", "reader", "scrutineer", "panel-member", "agency-contact", "reviewer"}) {
    INFO(role);
    auto caller = practice.daemon.caller(practice.daemon.issue(std::string("a-") + role, role));
    const auto named = caller.post(rehearse_address(id), guess);
    const auto other = caller.post(rehearse_address(id), R"({"text":"Somebody Else"})");
    CHECK((named.status == 403 || named.status == 404));
    CHECK(named.status == other.status);
    CHECK(named.text("/detail") == other.text("/detail"));
  }
  practice.add(id, R"({"conflictDeclared":{"person":"a-chair","managed":"EXCLUDED"}})");
  auto chair = practice.daemon.caller(practice.daemon.issue("a-chair", "chair"));
  CHECK(chair.post(rehearse_address(id), guess).status == 404);
}

/// `done`, `again` or `open`.
std::string check_before_publication(Practice& practice, const std::string& id) {
  const auto answer = practice.coordinator.get("/v1/cases/" + id + "/reviews/review-1/publication");
  INFO(answer.body);
  REQUIRE(answer.status == 200);
  const auto body = answer.json();
  for (const auto& step : body.at("steps").as_array()) {
    if (step.at("step") != "REPORT_CHECK") continue;
    return step.at("done").as_bool() ? "done" : step.as_object().contains("outOfDate") ? "again" : "open";
  }
  return "none";
}

TEST_CASE("That a document was checked is recorded of the version that this service checked, and of no other",
          "[service]") {
  Practice practice;
  const auto id = practice.accepted_case();
  practice.add(id, R"({"publicationPlanned":{"plannedOn":"2026-06-15"}})");
  const auto document = filed(practice, id, "A child was hurt.", "report.txt");
  const auto checked = fmt::format(R"({{"reportRehearsed":{{"document":"{}"}}}})", document);
  const auto check = [&] {
    return practice.coordinator.post(rehearse_address(id), fmt::format(R"({{"document":"{}"}})", document)).status;
  };
  practice.refused(id, checked, "not-in-this-stage", "/reportRehearsed/document");
  practice.refused(id, R"({"reportRehearsed":{"document":"document-9"}})", "missing-reference",
                   "/reportRehearsed/document");
  practice.refused(id, R"({"reportRehearsed":{}})", "missing-reference", "/reportRehearsed/document");
  REQUIRE(check() == 200);
  practice.add(id, checked);
  CHECK(check_before_publication(practice, id) == "done");
  CHECK(filed(practice, id, "Odile Quillfeather was hurt.", "report.txt", document) == document);
  CHECK(check_before_publication(practice, id) == "again");
  practice.refused(id, checked, "not-in-this-stage", "/reportRehearsed/document");
  practice.add(id, R"({"advanceCopySent":{"to":["PANEL","SECRETARY_OF_STATE","OFSTED"],"version":1}})");
  practice.day("2026-06-15");
  const auto publish =
      fmt::format(R"({{"reportPublished":{{"form":"FULL","title":"A report","document":"{}"}}}})", document);
  practice.refused(id, publish, "report-check-missing");
  REQUIRE(check() == 200);
  practice.add(id, checked);
  CHECK(check_before_publication(practice, id) == "done");
  practice.add(id, publish);
}

TEST_CASE("Who may not record that a report was checked hears that, whatever else is wrong with it", "[service]") {
  Practice practice;
  const auto id = reviewed_case(practice);
  const auto document = filed(practice, id, "A child was hurt.", "report.txt");
  auto chair = practice.daemon.caller(practice.daemon.issue("a-chair", "chair"));
  REQUIRE(chair.get("/v1/cases/" + id).status == 200);
  for (const auto& name : {std::string("document-9"), document}) {
    INFO(name);
    const auto answer =
        chair.post("/v1/cases/" + id + "/entries", fmt::format(R"({{"reportRehearsed":{{"document":"{}"}}}})", name),
                   {{"If-Match", if_match(practice.version(id))}});
    INFO(answer.body);
    CHECK(answer.status == 403);
    CHECK(answer.code() == "not-permitted");
  }
}

TEST_CASE("No report is published under a name of the case, nor at one, nor as a file that bears one", "[service]") {
  Practice practice;
  const auto id = reviewed_case(practice);
  practice.day("2026-06-01");
  practice.add(id, R"({"reportAccepted":{"version":1}})");
  practice.add(id, R"({"advanceCopySent":{"to":["PANEL","SECRETARY_OF_STATE","OFSTED"],"version":1}})");
  const auto named = filed(practice, id, "A child was hurt.", "Odile-report.txt");
  const auto plain = filed(practice, id, "A child was hurt.", "report.txt");
  practice.day("2026-06-15");
  const auto publish = [](const std::string& fields) {
    return R"({"reportPublished":{"version":1,"form":"FULL",)" + fields + "}}";
  };
  practice.refused(id, publish(R"("title":"Odile Quillfeather: what we learned")"), "reasons-required",
                   "/reportPublished/title");
  practice.refused(id, publish(R"("title":"What Perpetua said")"), "reasons-required", "/reportPublished/title");
  practice.refused(id, publish(R"("title":"What Oakfield Primary School did")"), "reasons-required",
                   "/reportPublished/title");
  practice.refused(id, publish(R"("address":"https://partnership.example/odile-quillfeather")"), "reasons-required",
                   "/reportPublished/address");
  practice.refused(id, publish(R"("document":")" + named + R"(")"), "reasons-required", "/reportPublished/document");
  // Reasons alone do not do: the check for names says which places are left, and why.
  const auto meant =
      publish(R"("title":"Odile’s review","reasons":"Her parents asked for it.","document":")" + plain + R"(")");
  practice.refused(id, meant, "reasons-required", "/reportPublished/title");
  REQUIRE(practice.coordinator.post(rehearse_address(id), fmt::format(R"({{"document":"{}"}})", plain)).status == 200);
  practice.add(
      id, fmt::format(R"({{"reportRehearsed":{{"document":"{}","left":1,"reasons":"Her parents asked."}}}})", plain));
  practice.add(id, meant);
  practice.refused(id, R"({"reportReplaced":{"document":")" + named + R"("}})", "reasons-required",
                   "/reportReplaced/document");
}

TEST_CASE("A check that does not come to its end is not noted, and does not keep the service from stopping",
          "[service]") {
  const test::TemporaryFolder folder;
  test::write_file(folder / "reviewd.toml", "[limits]\ndrain-ms = 300\n");
  Practice practice({true, {"--config", (folder / "reviewd.toml").string()}});
  const auto id = reviewed_case(practice);
  const auto document = filed(practice, id, test::endless_pdf(), "report.pdf");
  std::thread asks([&] {
    auto caller = practice.daemon.caller(practice.coordinator.token());
    static_cast<void>(caller.post(rehearse_address(id), fmt::format(R"({{"document":"{}"}})", document)));
  });
  std::this_thread::sleep_for(std::chrono::seconds(1));
  const auto begun = std::chrono::steady_clock::now();
  practice.daemon.signal(SIGTERM);
  static_cast<void>(practice.daemon.wait());
  // Left to itself, the reader would go on for the 20 seconds that it has.
  CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds(12));
  asks.join();
  practice.daemon.start();
  auto coordinator = practice.daemon.caller(practice.coordinator.token());
  const auto version = coordinator.get("/v1/cases/" + id).header("ETag");
  const auto recorded =
      coordinator.post("/v1/cases/" + id + "/entries",
                       fmt::format(R"({{"reportRehearsed":{{"document":"{}"}}}})", document), {{"If-Match", version}});
  CHECK(recorded.code() == "not-in-this-stage");
}

TEST_CASE("Whoever checks a report has read the case, and that is recorded", "[service]") {
  Practice practice;
  const auto id = reviewed_case(practice);
  auto chair = practice.daemon.caller(practice.daemon.issue("chair-2", "chair"));
  REQUIRE(chair.post(rehearse_address(id), R"({"text":"Words."})").status == 200);
  CHECK(has_words(practice.coordinator.get("/v1/cases/" + id + "/reads").body, "chair-2"));
}

}  // namespace
}  // namespace review::service_test
