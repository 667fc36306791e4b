#include <fmt/format.h>

#include <chrono>
#include <fstream>
#include <thread>

#include "libreview/store/digest.hpp"
#include "reviewd/http/multipart.hpp"
#include "tests/http/service_support.hpp"
#include "tests/support/small_zip.hpp"

namespace review::service_test {
namespace {

using reviewd::MultipartPart;

const std::string pdf = "%PDF-1.7\nInvented.";
const std::string form_type = "multipart/form-data; boundary=invented-boundary";

std::string form(const std::vector<MultipartPart>& parts) {
  return reviewd::write_multipart("invented-boundary", parts);
}

MultipartPart file(const std::string& content, const std::string& name = "Draft of Quillfeather.pdf") {
  return {"file", name, "", content};
}

std::string documents_of(const std::string& id) { return "/v1/cases/" + id + "/documents"; }

HttpAnswer send(HttpCaller& caller, const std::string& id, const std::vector<MultipartPart>& parts,
                HttpFields fields = {}) {
  fields.emplace_back("Content-Type", form_type);
  return caller.post(documents_of(id), form(parts), fields);
}

const MultipartPart title{"title", std::nullopt, "", "Draft"};

TEST_CASE("A document is filed with its entry, listed, and comes back byte for byte", "[service]") {
  Practice practice;
  const auto id = practice.open();
  const auto filed = send(practice.coordinator, id, {title, file(pdf)});
  INFO(filed.body);
  REQUIRE(filed.status == 201);
  CHECK(filed.header("Location") == documents_of(id) + "/document-1");
  CHECK(filed.header("ETag") == "\"2\"");
  CHECK(filed.text("/document") == "document-1");
  CHECK(filed.text("/state") == "CLEAN");
  CHECK(filed.text("/checkedBy") == "none");
  CHECK(filed.text("/mediaType") == "application/pdf");
  const auto entry = practice.coordinator.get("/v1/cases/" + id + "/entries/" + filed.text("/entry"));
  CHECK(entry.text("/documentFiled/title") == "Draft");
  CHECK(entry.text("/documentFiled/digest") == to_hex(sha256({pdf})));
  CHECK(entry.json().at("documentFiled").at("version") == 1);
  CHECK(entry.json().at("documentFiled").at("size") == pdf.size());

  const auto content = practice.coordinator.get(documents_of(id) + "/document-1/versions/1/content");
  CHECK(content.status == 200);
  CHECK(content.body == pdf);
  CHECK(content.header("Content-Type") == "application/pdf");
  CHECK(content.header("Content-Disposition") == "attachment; filename=\"" + id + "-document-1-v1.pdf\"");
  CHECK(content.header("Content-Security-Policy") == "default-src 'none'; sandbox");
  CHECK(content.header("X-Content-Type-Options") == "nosniff");
  CHECK(content.header("Cache-Control") == "no-store");
  CHECK(content.header("ETag").empty());
  CHECK(practice.daemon.said().find("Quillfeather") == std::string::npos);
  CHECK(practice.daemon.administrator().post("/v1/store:check", "").json().at("good").as_bool());
}

TEST_CASE("A document that is filed again is its next version, and the first one stays", "[service]") {
  Practice practice;
  const auto id = practice.open();
  REQUIRE(send(practice.coordinator, id, {title, file(pdf)}).status == 201);
  const MultipartPart again{"document", std::nullopt, "", "document-1"};
  const auto second = send(practice.coordinator, id, {title, again, file("Text.", "b.txt")});
  INFO(second.body);
  REQUIRE(second.status == 201);
  CHECK(second.json().at("version") == 2);
  CHECK(second.text("/versions/1/mediaType") == "application/pdf");
  REQUIRE(send(practice.coordinator, id, {title, file(pdf)}).text("/document") == "document-2");
  const auto list = practice.coordinator.get(documents_of(id));
  CHECK(texts(list, "documents", "document") == std::vector<std::string>{"document-2", "document-1"});
  CHECK(practice.coordinator.get(documents_of(id) + "/document-1/versions/1/content").body == pdf);
  CHECK(practice.coordinator.get(documents_of(id) + "/document-1/versions/2/content").header("Content-Type") ==
        "text/plain; charset=utf-8");
  const MultipartPart none{"document", std::nullopt, "", "document-9"};
  const auto missing = send(practice.coordinator, id, {title, none, file(pdf)});
  CHECK(missing.code() == "missing-reference");
  CHECK(missing.text("/violations/0/pointer") == "/document");
}

TEST_CASE("The same request twice files a document once", "[service]") {
  Practice practice;
  const auto id = practice.open();
  const HttpFields key{{"Idempotency-Key", "a-key"}};
  const auto first = send(practice.coordinator, id, {title, file(pdf)}, key);
  REQUIRE(first.status == 201);
  const auto body = reviewd::write_multipart("other", {title, file(pdf)});
  const auto again = practice.coordinator.post(
      documents_of(id), body, {{"Idempotency-Key", "a-key"}, {"Content-Type", "multipart/form-data; boundary=other"}});
  CHECK(again.status == 201);
  CHECK(again.text("/entry") == first.text("/entry"));
  CHECK(practice.version(id) == 2);
  CHECK(send(practice.coordinator, id, {title, file("%PDF-other")}, key).code() == "key-reused");
  CHECK(send(practice.coordinator, id, {title, file(pdf)}, {{"If-Match", "\"1\""}}).code() == "stale");
}

TEST_CASE("What is wrong with a document is said at its input, and nothing is stored", "[service]") {
  Practice practice;
  const auto id = practice.open();
  const auto refused = [&](const std::vector<MultipartPart>& parts, int status, const std::string& pointer) {
    const auto answer = send(practice.coordinator, id, parts);
    INFO(answer.body);
    CHECK(answer.status == status);
    CHECK(answer.text("/violations/0/pointer") == pointer);
    CHECK(answer.body.find("Quillfeather") == std::string::npos);
  };
  refused({file(pdf)}, 400, "/title");
  refused({title}, 400, "/file");
  refused({title, file("")}, 400, "/file");
  refused({title, {"file", std::nullopt, "", pdf}}, 400, "/file");
  refused({title, {"meeting", std::nullopt, "", "meeting-9"}, file(pdf)}, 409, "/meeting");
  refused({title, {"digest", std::nullopt, "", "0"}, file(pdf)}, 400, "");
  refused({title, file("<html>", "a.html")}, 415, "/file");
  refused({title, file(pdf, "a.docx")}, 415, "/file");
  refused({title, file(test::small_zip({{"word/vbaProject.bin", "x"}}), "a.docx")}, 415, "/file");
  const auto json = practice.coordinator.post(documents_of(id), "{}");
  CHECK(json.status == 415);
  CHECK(practice.coordinator.post(documents_of(id), "no form", {{"Content-Type", form_type}}).code() == "malformed");
  CHECK(practice.version(id) == 1);
}

TEST_CASE("A document may have 25 MiB, and not a byte more", "[service]") {
  Practice practice;
  const auto id = practice.open();
  std::string large = pdf;
  large.resize(25 * 1024 * 1024, ' ');
  const auto filed = send(practice.coordinator, id, {title, file(large)});
  INFO(filed.body);
  CHECK(filed.status == 201);
  CHECK(practice.coordinator.get(documents_of(id) + "/document-1/versions/1/content").body == large);
  const auto over = send(practice.coordinator, id, {title, file(large + " ")});
  CHECK(over.status == 413);
  CHECK(over.text("/violations/0/pointer") == "/file");
  CHECK(practice.version(id) == 2);
}

TEST_CASE("Whoever does not see the entry does not see its document", "[service]") {
  Practice practice;
  const auto id = practice.open();
  const auto filed = send(practice.coordinator, id, {title, file(pdf)});
  REQUIRE(filed.status == 201);
  const auto content = documents_of(id) + "/document-1/versions/1/content";
  auto reader = practice.daemon.reader();
  CHECK(reader.get(content).body == pdf);
  CHECK(send(reader, id, {title, file(pdf)}).status == 403);
  auto administrator = practice.daemon.administrator();
  for (const auto& address : {documents_of(id), documents_of(id) + "/document-1", content, documents_of("99-0001")})
    CHECK(administrator.get(address).status == 403);
  CHECK(send(administrator, id, {title, file(pdf)}).status == 403);
  CHECK(practice.daemon.caller().get(content).status == 401);
  CHECK(send(practice.coordinator, "99-0001", {title, file(pdf)}).status == 404);
  CHECK(reader.get(documents_of("99-0001")).status == 404);
  for (const std::string none : {"/document-2", "/document-1/versions/2/content", "/document-1/versions/x/content"})
    CHECK(reader.get(documents_of(id) + none).status == 404);

  practice.add(id,
               fmt::format(R"({{"entryWithdrawn":{{"entry":"{}","reason":"WRONG_PERSON"}}}})", filed.text("/entry")));
  for (auto* caller : {&reader, &practice.coordinator}) {
    CHECK(caller->get(content).status == 404);
    CHECK(caller->get(documents_of(id) + "/document-1").status == 404);
    CHECK(caller->get(documents_of(id)).json().at("documents").as_array().empty());
  }
  // Its name is not used again.
  CHECK(send(practice.coordinator, id, {title, file(pdf)}).text("/document") == "document-2");
}

TEST_CASE("A correction of the title is what the list shows", "[service]") {
  Practice practice;
  const auto id = practice.open();
  const auto filed = send(practice.coordinator, id, {title, file(pdf)});
  practice.add(id, fmt::format(R"({{"entryCorrected":{{"entry":"{}","reason":"Invented.","replacement":)"
                               R"({{"documentFiled":{{"document":"document-1","title":"Final"}}}}}}}})",
                               filed.text("/entry")));
  CHECK(practice.coordinator.get(documents_of(id) + "/document-1").text("/title") == "Final");
  practice.add(id, R"({"documentFiled":{"document":"document-1","title":"Paper","keptIn":"A cupboard"}})");
  const auto paper = practice.coordinator.get(documents_of(id) + "/document-1");
  CHECK(paper.text("/state") == "ELSEWHERE");
  CHECK(paper.json().at("version") == 2);
  CHECK(practice.coordinator.get(documents_of(id) + "/document-1/versions/2/content").status == 404);
  CHECK(practice.coordinator.get(documents_of(id) + "/document-1/versions/1/content").status == 200);
}

/// A scanner that finds what says so, cannot tell of what says so, and takes its time.
std::vector<std::string> scanner(const test::TemporaryFolder& folder) {
  const auto script = (folder / "scan").string();
  std::ofstream(script) << "#!/bin/sh\n/bin/sleep 0.3\ncontent=$(/bin/cat)\ncase $content in\n*harmful*) exit 1;;\n"
                           "*puzzling*) exit 2;;\nesac\nexit 0\n";
  std::filesystem::permissions(script, std::filesystem::perms::owner_all);
  const auto config = (folder / "config.toml").string();
  std::ofstream(config) << "[documents]\ncheck = [\"" << script << "\"]\nbytes = 1000\n";
  return {"--config", config};
}

std::string settled(HttpCaller& caller, const std::string& address) {
  for (int i = 0; i < 100; ++i) {
    const auto state = caller.get(address).text("/state");
    if (state != "HELD") return state;
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  return "HELD";
}

TEST_CASE("A document that waits for its check is held, and a harmful one is never given out", "[service]") {
  const test::TemporaryFolder folder;
  Practice practice({true, scanner(folder)});
  const auto id = practice.open();
  const auto clean = send(practice.coordinator, id, {title, file(pdf)});
  CHECK(clean.text("/state") == "HELD");
  const auto content = [&](const std::string& document) {
    return practice.coordinator.get(documents_of(id) + "/" + document + "/versions/1/content");
  };
  const auto early = content("document-1");
  CHECK(early.code() == "not-in-this-stage");
  CHECK(settled(practice.coordinator, documents_of(id) + "/document-1") == "CLEAN");
  CHECK(practice.coordinator.get(documents_of(id) + "/document-1").text("/checkedBy") == "scan");
  CHECK(content("document-1").body == pdf);
  REQUIRE(send(practice.coordinator, id, {title, file("harmful", "a.txt")}).status == 201);
  CHECK(settled(practice.coordinator, documents_of(id) + "/document-2") == "REFUSED");
  CHECK(content("document-2").status == 409);
  REQUIRE(send(practice.coordinator, id, {title, file("puzzling", "a.txt")}).status == 201);
  REQUIRE(send(practice.coordinator, id, {title, file("more", "a.txt")}).status == 201);
  CHECK(settled(practice.coordinator, documents_of(id) + "/document-4") == "CLEAN");
  CHECK(practice.coordinator.get(documents_of(id) + "/document-3").text("/state") == "HELD");
  CHECK(content("document-3").status == 409);
  CHECK(send(practice.coordinator, id, {title, file(std::string(1001, 'a'), "a.txt")}).status == 413);
  CHECK(practice.daemon.stop() == 0);
}

}  // namespace
}  // namespace review::service_test
