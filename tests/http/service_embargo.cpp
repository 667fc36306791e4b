#include <array>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <cstdio>
#include <fstream>
#include <set>

#include "libreview/access/role.hpp"
#include "tests/http/held_case.hpp"
#include "tests/support/temporary_folder.hpp"

/// Attempts to get out what an embargo covers.
namespace review::service_test {
namespace {

/// What the program pdftotext reads in it.
std::string text_of(const std::string& pdf) {
  const test::TemporaryFolder folder;
  const auto at = folder / "copy.pdf";
  std::ofstream(at, std::ios::binary) << pdf;
  std::string text;
  FILE* out = ::popen(("pdftotext '" + at.string() + "' -").c_str(), "r");
  REQUIRE(out != nullptr);
  std::array<char, 4096> part{};
  for (std::size_t got = 0; (got = std::fread(part.data(), 1, part.size(), out)) > 0;) text.append(part.data(), got);
  ::pclose(out);
  return text;
}

TEST_CASE("Nothing that an embargo covers comes out by any address of the service, whatever the role", "[service]") {
  Held held;
  held.practice.day("2026-06-02");
  held.place();
  const auto all = addresses(held);
  REQUIRE(all.size() > 40);
  for (const auto role : roles()) {
    const std::string name(role_name(role));
    auto caller = somebody(held.practice, "some-" + name, name);
    if (name != "administrator") {
      held.practice.add(held.id, member_of("some-" + name, "police", "PANEL_MEMBER"));
    }
    for (const auto& address : all) tells_nothing(caller.get(address), name + " GET " + address);
    for (const auto* below : {"?asAt=2026-06-01", "/entries?asAt=2026-06-01", "/entries?orderBy=recordedTime+desc",
                              "/entries?kinds=draftCommented,documentFiled,incidentLogged"}) {
      tells_nothing(caller.get(held.at(below)), name + " GET " + below);
    }
    const auto content = held.at("/documents/document-1/versions/1/content");
    tells_nothing(caller.send("HEAD", content, "", {}), name + " HEAD");
    tells_nothing(caller.get(content, {{"Range", "bytes=0-400"}}), name + " Range");
    tells_nothing(caller.get(content, {{"If-None-Match", "*"}}), name + " If-None-Match");
    for (const auto& canary : canaries) {
      const auto found = caller.post("/v1/cases:search", fmt::format(R"({{"words":"{}"}})", canary));
      if (found.status == 200) CHECK(found.json().at("total") == 0);
    }
    const auto broader = caller.post("/v1/cases:search", R"({"words":"Child"})");
    tells_nothing(broader, name + " search");
  }
}

TEST_CASE("Nothing that an embargo covers comes out by what is recorded, previewed or corrected", "[service]") {
  Held held;
  held.place();
  auto& caller = held.practice.coordinator;
  const auto version = held.practice.version(held.id);
  const auto entries = caller.get(held.at("/entries?pageSize=200")).json();
  for (const auto& entry : entries.at("entries").as_array()) {
    const std::string name = entry.at("entry").as_string().c_str();
    for (const std::string& body :
         {R"({"entryWithdrawn":{"entry":")" + name + R"(","reason":"MISTAKE"}})",
          R"({"entryCorrected":{"entry":")" + name + R"(","reason":"Invented.","replacement":)" + comments + "}}",
          R"({"entryCorrected":{"entry":")" + name +
              R"(","reason":"Invented.","replacement":{"documentFiled":{"title":"None","agency":"police"}}}})"}) {
      auto answer = caller.post(held.at("/entries?validateOnly=true"), body, {{"If-Match", if_match(version)}});
      auto json = answer.json();
      // What was sent comes back, and is no secret of who sent it.
      if (answer.status == 200) json.as_object().erase("entry");
      answer.body = boost::json::serialize(json);
      tells_nothing(answer, "preview of " + body);
    }
  }
  const auto again = file_document(caller, held.id, "b.pdf", "A paper", small_pdf("nothing"), "agency", "police");
  REQUIRE(again.status == 201);
  const auto next = file_document(caller, held.id, "c.pdf", "A paper", small_pdf("nothing"), "document", "document-1");
  tells_nothing(next, "the next version");
  tells_nothing(caller.post(held.at(":previewExport"), R"({"placementAddresses":true})"), "the preview of an export");
  tells_nothing(caller.post(held.at(":previewErasure"), "{}"), "the preview of an erasure");
}

TEST_CASE("The check before publication reads no report to who is not a reader of the embargo", "[service]") {
  Held held;
  held.place(R"("named-reader")");
  auto& caller = held.practice.coordinator;
  const auto address = held.at("/reviews/review-1:rehearse");
  const auto of_document = caller.post(address, R"({"document":"document-3"})");
  CHECK(of_document.code() == "not-permitted");
  tells_nothing(of_document, "the check of a document");
  const auto of_text = caller.post(address, R"({"text":"Some words about nobody."})");
  REQUIRE(of_text.status == 200);
  tells_nothing(of_text, "the check of a text");
  CHECK(says(of_text, "An embargo keeps names"));
  tells_nothing(caller.get(held.at("/reviews/review-1/planner?on=2027-03-09")), "what speaks against a day");
}

TEST_CASE("A later version as an agency's paper brings no report out from under an embargo", "[service]") {
  Held held;
  held.place();
  auto& caller = held.practice.coordinator;
  const auto paper = small_pdf("nothing");
  const std::vector<reviewd::MultipartPart> parts = {{"title", std::nullopt, "", "A paper"},
                                                     {"document", std::nullopt, "", "document-1"},
                                                     {"agency", std::nullopt, "", "police"},
                                                     {"file", "b.pdf", "", paper}};
  const HttpFields form{{"Content-Type", "multipart/form-data; boundary=invented"}};
  const auto filed = caller.post(held.at("/documents"), reviewd::write_multipart("invented", parts), form);
  INFO(filed.body);
  REQUIRE(filed.status == 201);
  const auto content = caller.get(held.at("/documents/document-1/versions/1/content"));
  CHECK(content.code() == "not-permitted");
  tells_nothing(caller.get(held.at("/documents")), "the documents");
}

TEST_CASE("Who is not a reader of an embargo neither becomes one alone nor takes it away by a correction",
          "[service]") {
  Held held;
  held.place();
  auto& practice = held.practice;
  practice.refused(held.id, R"({"embargoReadersNamed":{"readers":["coordinator-1"],"reason":"I want to."}})",
                   "second-person-required", "/embargoReadersNamed/readers");
  const auto entries = practice.coordinator.get(held.at("/entries?kinds=embargoPlaced")).json();
  const auto placed = entries.at("entries").as_array().front().as_object();
  practice.refused(held.id, corrected(placed, embargo(R"("REPORT","IDENTIFYING_FACTS")", R"("coordinator-1")")),
                   "second-person-required");
  practice.refused(held.id, corrected(placed, embargo(R"("IDENTIFYING_FACTS")", R"("named-reader","second-reader")")),
                   "second-person-required");
  practice.refused(held.id, withdrawn(placed, "MISTAKE"), "second-person-required");
}

TEST_CASE("An embargo names as readers only people whom the service knows", "[service]") {
  Held held;
  auto& practice = held.practice;
  practice.refused(held.id, embargo(R"("REPORT")", R"("named-reader","nobody")"), "missing-reference",
                   "/embargoPlaced/readers");
  held.place();
  const auto named = [](const std::string& readers) {
    return fmt::format(R"({{"embargoReadersNamed":{{"readers":[{}],"reason":"Invented."}}}})", readers);
  };
  practice.refused(held.id, named(R"("nobody","here")"), "missing-reference", "/embargoReadersNamed/readers");
  const auto entries = practice.coordinator.get(held.at("/entries?kinds=embargoPlaced")).json();
  const auto placed = entries.at("entries").as_array().front().as_object();
  practice.refused(held.id, corrected(placed, embargo(R"("REPORT")", R"("nobody")")), "missing-reference",
                   "/entryCorrected/replacement/embargoPlaced/readers");
  practice.add(held.id, named(R"("second-reader")"));
  // Of a case that is hidden or not there nothing is told, nor to whoever may not name anybody.
  const HttpFields match{{"If-Match", "\"1\""}};
  CHECK(practice.coordinator.post("/v1/cases/26-9999/entries", named(R"("nobody")"), match).status == 404);
  auto reader = somebody(practice, "some-reader", "reader");
  CHECK(reader.post(held.at("/entries"), named(R"("nobody")"), match).status == 403);
}

TEST_CASE("Opening a case in an emergency opens no embargo", "[service]") {
  Held held;
  held.practice.add(held.id, R"({"caseSealed":{"readers":["coordinator-1"],"reasons":"Invented."}})");
  held.place("");
  auto chair = somebody(held.practice, "the-chair", "chair");
  REQUIRE(chair.get(held.at("")).status == 404);
  const auto glass = chair.post(held.at(":breakGlass"),
                                R"({"ground":"child-at-risk","reasons":"An invented reason of some length."})");
  REQUIRE(glass.status == 201);
  REQUIRE(chair.get(held.at("")).status == 200);
  tells_nothing(chair.get(held.at("/entries?pageSize=200")), "the entries");
  for (const auto* document : {"document-1", "document-2", "document-3"}) {
    const auto content = chair.get(held.at(fmt::format("/documents/{}/versions/1/content", document)));
    CHECK(content.status == 403);
    CHECK(content.code() == "not-permitted");
    tells_nothing(content, document);
  }
  tells_nothing(chair.get(held.at("/documents")), "the documents");
  CHECK(chair.post("/v1/cases:search", R"({"words":"sallowthorpe"})").json().at("total") == 0);
}

TEST_CASE("A named reader gets a copy with name and time on every page, and that is on record", "[service]") {
  Held held;
  held.place();
  auto named = somebody(held.practice, "named-reader", "reader");
  const auto copy = named.get(held.at("/documents/document-1/versions/1/content"));
  INFO(copy.body.substr(0, 400));
  REQUIRE(copy.status == 200);
  CHECK(copy.header("Content-Disposition").find("uillfeather") == std::string::npos);
  const auto text = text_of(copy.body);
  CHECK(text.find("grimbledon") != std::string::npos);
  std::size_t marks = 0;
  for (auto at = text.find("Copy for"); at != std::string::npos; at = text.find("Copy for", at + 1)) ++marks;
  CHECK(marks == 4);  // at the head and the foot of each of two pages
  CHECK(text.find("named-reader") != std::string::npos);
  CHECK(text.find(held.id + " document-1 version 1") != std::string::npos);
  const auto plain = named.get(held.at("/documents/document-3/versions/1/content"));
  CHECK(plain.body.starts_with("Under embargo. Copy for named-reader, "));
  const auto word = named.get(held.at("/documents/document-2/versions/1/content"));
  CHECK(word.status == 403);
  CHECK(word.text("/detail").find("only a PDF") != std::string::npos);
  CHECK(says(named.get(held.at("/entries?pageSize=200")), "sallowthorpe"));
  CHECK(named.post("/v1/cases:search", R"({"words":"sallowthorpe"})").json().at("total") == 1);

  const auto reads = held.practice.coordinator.get(held.at("/embargoes/embargo-1/reads")).json();
  std::set<std::string> documents;
  for (const auto& read : reads.at("reads").as_array()) {
    CHECK(read.at("person") == boost::json::string("people/named-reader"));
    if (read.as_object().contains("document")) documents.insert(read.at("document").as_string().c_str());
  }
  // The copy of the Word file was asked for and not given out: nobody has one.
  CHECK(documents == std::set<std::string>{"document-1", "document-3"});
}

TEST_CASE("Each reader of what an embargo covers, and what they read, is listed once, page after page", "[service]") {
  Held held;
  held.place();
  auto named = somebody(held.practice, "named-reader", "reader");
  for (int times = 0; times < 2; ++times)
    REQUIRE(named.get(held.at("/documents/document-1/versions/1/content")).status == 200);
  REQUIRE(says(named.get(held.at("/entries?kinds=draftCommented")), "sallowthorpe"));
  auto& caller = held.practice.coordinator;
  const auto newest = caller.get(held.at("/embargoes/embargo-1/readers?pageSize=1"));
  INFO(newest.body);
  REQUIRE(newest.json().at("readers").as_array().size() == 1);
  CHECK(newest.text("/readers/0/person") == "people/named-reader");
  CHECK(newest.text("/readers/0/document").empty());
  const auto older =
      caller.get(held.at("/embargoes/embargo-1/readers?pageSize=1&pageToken=") + newest.text("/nextPageToken"));
  INFO(older.body);
  REQUIRE(older.json().at("readers").as_array().size() == 1);
  CHECK(older.text("/readers/0/document") == "document-1");
  CHECK(older.json().at("readers").at(0).at("times") == 2);
  CHECK(older.text("/nextPageToken").empty());
  CHECK(caller.get(held.at("/embargoes/embargo-2/readers")).status == 404);
}

TEST_CASE("A PDF that is broken cannot carry a reader's name, and is not given out", "[service]") {
  Held held;
  REQUIRE(file_document(held.practice.coordinator, held.id, "d.pdf", "Broken", "%PDF-1.7\nInvented.").status == 201);
  held.place();
  auto named = somebody(held.practice, "named-reader", "reader");
  const auto answer = named.get(held.at("/documents/document-4/versions/1/content"));
  CHECK(answer.status == 403);
  CHECK(answer.text("/detail").find("broken") != std::string::npos);
}

TEST_CASE("A document says which embargo of its case covers it, to a reader and to somebody who is kept out",
          "[service]") {
  Held held;
  held.place();
  held.practice.add(held.id, R"({"embargoPlaced":{"covers":["DOCUMENT"],"documents":["document-2"],)"
                             R"("reason":"Invented.","reviewOn":"2026-07-01"}})");
  for (const auto* person : {"named-reader", "some-reader"}) {
    auto reader = somebody(held.practice, person, "reader");
    for (const auto& [document, by] :
         {std::pair{"document-1", R"(["embargo-1"])"}, std::pair{"document-2", R"(["embargo-1","embargo-2"])"}}) {
      const auto answer = reader.get(held.at(std::string("/documents/") + document)).json();
      INFO(person << " " << document);
      CHECK(answer.at("coveredBy") == boost::json::parse(by));
    }
  }
}

TEST_CASE("An embargo that names nobody is read by those who decide, and by nobody else", "[service]") {
  Held held;
  held.place("");
  CHECK(held.practice.coordinator.get(held.at("/documents/document-1/versions/1/content")).status == 200);
  for (const auto* role : {"reader", "script", "scrutineer", "information-governance"}) {
    auto caller = somebody(held.practice, std::string("some-") + role, role);
    CHECK(caller.get(held.at("/documents/document-1/versions/1/content")).status == 403);
    tells_nothing(caller.get(held.at("/entries?pageSize=200")), role);
  }
}

TEST_CASE("The day to look at an embargo goes by and opens nothing; lifted by two, all is as before", "[service]") {
  Held held;
  held.practice.day("2026-06-02");
  held.place();
  held.practice.day("2026-09-01");
  auto reader = somebody(held.practice, "some-reader", "reader");
  CHECK(reader.get(held.at("/documents/document-1/versions/1/content")).status == 403);
  const auto listed = reader.get("/v1/embargoes?overdue=true").json();
  REQUIRE(listed.at("embargoes").as_array().size() == 1);
  CHECK(listed.at("embargoes").as_array().front().at("daysHeld") == 91);
  auto chair = somebody(held.practice, "the-chair", "chair");
  const auto proposed = chair.post(held.at("/entries"), R"({"embargoLiftProposed":{"evidence":"The verdict."}})",
                                   {{"If-Match", if_match(held.practice.version(held.id))}});
  REQUIRE(proposed.status == 201);
  held.practice.add(held.id, R"({"embargoLifted":{"evidence":"The verdict."}})");
  CHECK(reader.get(held.at("/documents/document-1/versions/1/content")).body == small_pdf("grimbledon"));
  CHECK(says(reader.get(held.at("/entries?pageSize=200")), "sallowthorpe"));
  CHECK(says(reader.get(held.at("/documents")), "Quillfeather"));
}

TEST_CASE("Who is taken off an embargo reads what it covers by nothing that they had before", "[service]") {
  Held held;
  held.place(R"("some-reader","cora","second-reader")");
  auto reader = somebody(held.practice, "some-reader", "reader");
  auto cora = somebody(held.practice, "cora", "coordinator");
  const auto content = held.at("/documents/document-1/versions/1/content");
  REQUIRE(reader.get(content).status == 200);
  const auto first = reader.get(held.at("/entries?pageSize=3"));
  const auto next = held.at("/entries?pageSize=200&pageToken=") + first.text("/nextPageToken");
  REQUIRE(says(reader.get(next), "sallowthorpe"));
  const HttpFields keyed{{"If-Match", if_match(held.practice.version(held.id))}, {"Idempotency-Key", "once-invented"}};
  const std::string said = R"({"draftCommented":{"version":1,"comments":"The pennywhistle part is too long."}})";
  REQUIRE(says(cora.post(held.at("/entries"), said, keyed), "pennywhistle"));
  REQUIRE(cora.post("/v1/cases:search", R"({"words":"pennywhistle"})").json().at("total") != 0);

  held.practice.add(held.id, R"({"embargoReadersNamed":{"readers":["second-reader"],"reason":"Their part is over."}})");
  CHECK(reader.get(content).code() == "not-permitted");
  CHECK(reader.get(content, {{"If-None-Match", "*"}}).code() == "not-permitted");
  CHECK(reader.get(content, {{"Range", "bytes=0-400"}}).code() == "not-permitted");
  tells_nothing(reader.get(next), "the next page of a list");
  tells_nothing(reader.get(held.at("/documents")), "the documents");
  // What she wrote herself is under the embargo too, also where she asks what became of it.
  const auto again = cora.post(held.at("/entries"), said, keyed);
  CHECK(again.status == 201);
  tells_nothing(again, "the same request with its key");
  CHECK(cora.post("/v1/cases:search", R"({"words":"pennywhistle"})").json().at("total") == 0);
}

TEST_CASE("Learning and actions are never under an embargo", "[service]") {
  Held held;
  held.place();
  held.practice.add(held.id, R"({"learningCaptured":{"findings":[{"finding":"A mulberry finding."}]}})");
  held.practice.add(held.id, R"({"noteAdded":{"text":"A mulberry note."}})");
  auto reader = somebody(held.practice, "some-reader", "reader");
  CHECK(says(reader.get(held.at("/entries?pageSize=200")), "A mulberry finding."));
  CHECK(reader.post("/v1/cases:search", R"({"words":"mulberry"})").json().at("total") == 2);
}

}  // namespace
}  // namespace review::service_test
