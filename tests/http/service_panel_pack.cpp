#include <fmt/format.h>

#include <algorithm>
#include <regex>

#include "tests/http/chronology_support.hpp"
#include "tests/http/held_case.hpp"
#include "tests/http/meeting_support.hpp"
#include "tests/support/office.hpp"

namespace review::service_test {
namespace {

std::string pack_of(HttpCaller& caller, const std::string& meeting) {
  const auto answer = caller.get("/v1/meetings/" + meeting + "/pack:odt");
  INFO(answer.body.substr(0, 400));
  REQUIRE(answer.status == 200);
  CHECK(answer.header("Content-Type") == "application/vnd.oasis.opendocument.text");
  return words_of_text(answer.body);
}

TEST_CASE("The papers of a meeting tell each case, and that they were read is known", "[service]") {
  Practice practice;
  const auto id = practice.notified_case();
  REQUIRE(record_chronology(practice.coordinator, id, "city-hospital", hospital_rows).status == 201);
  const auto meeting = call_meeting(practice, {id}, "2026-01-15");
  const auto pack = pack_of(practice.coordinator, meeting);
  for (const auto* words : {"Agenda", "Matters arising", "Decisions that are open", "Timescales", "Documents",
                            "Seen at the clinic with a cough", "What to look at"}) {
    INFO(words);
    CHECK(says(pack, words));
  }
  CHECK(says(pack, "Child A"));
  // Who has read it is known.
  const auto reads = practice.coordinator.get("/v1/cases/" + id + "/reads");
  CHECK(says(reads.body, "\"case\""));
}

/// A file in an OpenDocument text.
std::string part_of_pack(const std::string& odt, const std::string& name) {
  const auto members = reviewd::read_zip(odt);
  REQUIRE(members);
  for (const auto& one : *members) {
    constexpr std::size_t most = 1'000'000;
    if (one.name == name) return reviewd::unpacked(odt, one, most).value_or("");
  }
  return {};
}

/// In one line, wherever the page broke it.
std::string in_one_line(std::string words) {
  std::ranges::replace(words, '\n', ' ');
  return words;
}

TEST_CASE("Each page of a reader's papers carries that reader's name, and when they took them", "[service]") {
  Practice practice;
  const auto id = practice.notified_case();
  const auto meeting = call_meeting(practice, {id}, "2026-01-15");
  auto administrator = practice.daemon.administrator();
  for (const auto* who : {R"({"person":"pat","role":"chair","name":"Patience Rowntree"})",
                          R"({"person":"lee","role":"chair","name":"Leander Ashby"})"}) {
    REQUIRE(administrator.post("/v1/accounts", who).status == 201);
  }
  const std::regex mark("Copy for Patience Rowntree \\(pat\\), Wed 7 January 2026 at [0-9]{2}:[0-9]{2}[.] Meeting " +
                        meeting + "[.] Not to be passed on[.]");
  const auto at = "/v1/meetings/" + meeting + "/pack";
  auto pat = practice.daemon.caller(practice.daemon.issue("pat", "chair"));
  const auto text = pat.get(at + ":odt").body;
  const auto styles = part_of_pack(text, "styles.xml");
  INFO(styles);
  CHECK(std::regex_search(styles, mark));
  CHECK(styles.find("Pictures/watermark.svg") != std::string::npos);
  CHECK(says(part_of_pack(text, "Pictures/watermark.svg"), ">Patience Rowntree 2026-01-07 "));
  // It is no document under an embargo, and nobody else's copy.
  CHECK_FALSE(says(styles, "embargo"));
  CHECK_FALSE(says(styles, "Leander"));
  auto lee = practice.daemon.caller(practice.daemon.issue("lee", "chair"));
  CHECK(says(part_of_pack(lee.get(at + ":odt").body, "styles.xml"), "Copy for Leander Ashby (lee), "));

  if (!test::opens_texts()) return;
  const auto pdf = pat.get(at + ":pdf");
  REQUIRE(pdf.status == 200);
  const auto pages = test::pages_of_pdf(pdf.body);
  CHECK(pages.size() >= 2);
  for (const auto& page : pages) {
    INFO(page);
    CHECK(std::regex_search(in_one_line(page), mark));
  }
}

TEST_CASE("Nothing of a case stands in the papers of somebody who declared a conflict in it", "[service]") {
  Practice practice;
  // Their references are no part of the meeting's.
  static_cast<void>(practice.notified_case());
  const auto first = practice.notified_case();
  const auto second = practice.notified_case();
  REQUIRE(
      record_chronology(practice.coordinator, first, "city-hospital", "Date,Event\n5/5/2025,A marrowbone was found\n")
          .status == 201);
  const auto meeting = call_meeting(practice, {first, second}, "2026-01-15");
  auto pat = practice.daemon.caller(practice.daemon.issue("pat", "chair"));
  CHECK(says(pack_of(pat, meeting), "marrowbone"));
  for (const auto* managed : {"STAYS_DECLARED", "NO_POSITION", "LEAVES_ITEM", "EXCLUDED"}) {
    INFO(managed);
    add_to(practice.coordinator, meeting,
           fmt::format(R"({{"itemConflictDeclared":{{"item":"{}","person":"pat","managed":"{}"}}}})", first, managed));
    const auto pack = pack_of(pat, meeting);
    CHECK_FALSE(says(pack, "marrowbone"));
    CHECK_FALSE(says(pack, first));
    CHECK(says(pack, second));
  }
  // Nobody else loses anything by it.
  CHECK(says(pack_of(practice.coordinator, meeting), "marrowbone"));
}

TEST_CASE("What was recommended in a case with a conflict is not told beside another case", "[service]") {
  Practice practice;
  const auto text = "Record the marrowbone rota of every handover between wards and health visitors.";
  const auto recommended = fmt::format(R"({{"recommendationMade":{{"text":"{}","to":["POLICE"]}}}})", text);
  static_cast<void>(practice.notified_case());
  const auto before = practice.notified_case();
  practice.add(before, recommended);
  practice.day("2026-01-06");
  const auto now = practice.notified_case();
  practice.add(now, fmt::format(R"({{"recommendationMade":{{"text":"{}","to":["POLICE"]}}}})",
                                "Record the rota of every handover between wards and health visitors."));
  const auto meeting = call_meeting(practice, {now}, "2026-01-15");
  auto pat = practice.daemon.caller(practice.daemon.issue("pat", "chair"));
  REQUIRE(says(pack_of(pat, meeting), "marrowbone"));
  CHECK(says(pack_of(pat, meeting), "No action was agreed. Police: Answer awaited."));
  const auto beside = practice.notified_case();
  practice.add(beside, fmt::format(R"({{"actionAgreed":{{"owner":"POLICE","dueOn":"2026-09-01","serves":[)"
                                   R"({{"recommendation":"recommendation-1","ofCase":"{}"}}]}}}})",
                                   before));
  CHECK(says(pack_of(pat, meeting), "0 of 1 action complete."));
  practice.add(beside, R"({"conflictDeclared":{"person":"pat","managed":"STAYS_DECLARED"}})");
  CHECK(says(pack_of(pat, meeting), "No action was agreed."));
  practice.add(before, R"({"conflictDeclared":{"person":"pat","managed":"STAYS_DECLARED"}})");
  const auto pack = pack_of(pat, meeting);
  CHECK_FALSE(says(pack, "marrowbone"));
  CHECK_FALSE(says(pack, before));
  CHECK(says(pack_of(practice.coordinator, meeting), "marrowbone"));
}

bool has_read_documents(const Practice& practice, const std::string& id, const std::string& person) {
  return reads_of(practice, id, person).contains("document");
}

TEST_CASE("The PDF of the papers holds the PDFs of its cases, and that they were read is known", "[service]") {
  if (!test::opens_texts()) return;
  Practice practice;
  const auto id = practice.notified_case();
  const auto file = [&](const char* name, const char* title, const std::string& content) {
    const auto filed = file_document(practice.coordinator, id, name, title, content);
    INFO(filed.body);
    REQUIRE(filed.status == 201);
  };
  file("plan.pdf", "The plan of the home", small_pdf("Grimbledon stairs"));
  file("notes.txt", "Notes of a call", "Somebody called.");
  file("broken.pdf", "A damaged scan", "%PDF-1.4 and nothing else");
  const auto meeting = call_meeting(practice, {id}, "2026-01-15");
  const auto at = "/v1/meetings/" + meeting + "/pack";
  auto pat = practice.daemon.caller(practice.daemon.issue("pat", "chair"));
  REQUIRE(pat.get(at + ":odt").status == 200);
  // A text holds no document.
  CHECK_FALSE(has_read_documents(practice, id, "pat"));
  const auto pdf = pat.get(at + ":pdf");
  INFO(pdf.body.substr(0, 400));
  REQUIRE(pdf.status == 200);
  CHECK(has_read_documents(practice, id, "pat"));
  const auto pages = test::pages_of_pdf(pdf.body);
  std::string all;
  int of_document = 0;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const auto page = in_one_line(pages[i]);
    INFO(page);
    CHECK(says(page, fmt::format("Page {} of {}", i + 1, pages.size())));
    CHECK(says(page, "Copy for pat"));
    of_document += says(page, "Grimbledon stairs") ? 1 : 0;
    all += page + " ";
  }
  // On its second page, which is less high, the words stand above the sheet.
  CHECK(of_document == 1);
  CHECK(says(all, "attached document 1, 2 pages"));
  CHECK(says(all, "It is not a PDF. Open it by itself in case"));
  CHECK(says(all, "It could not be put in: it is damaged, locked with a password, or too complicated."));

  // Nothing of it for who declared a conflict.
  auto lee = practice.daemon.caller(practice.daemon.issue("lee", "chair"));
  add_to(practice.coordinator, meeting,
         fmt::format(R"({{"itemConflictDeclared":{{"item":"{}","person":"lee","managed":"STAYS_DECLARED"}}}})", id));
  std::string without;
  for (const auto& page : test::pages_of_pdf(lee.get(at + ":pdf").body)) without += page;
  CHECK(says(without, "Matters arising"));
  CHECK_FALSE(says(without, "Grimbledon"));
  CHECK_FALSE(says(without, "plan of the home"));
  CHECK_FALSE(has_read_documents(practice, id, "lee"));
}

TEST_CASE("The papers of a meeting hold none of another meeting, and tell of which it is", "[service]") {
  if (!test::opens_texts()) return;
  Practice practice;
  const auto id = practice.notified_case();
  const auto first = call_meeting(practice, {id}, "2026-01-15");
  const auto second = call_meeting(practice, {id}, "2026-01-16");
  const auto file = [&](const char* title, const std::string& words, const std::string& meeting) {
    const auto filed =
        file_document(practice.coordinator, id, "paper.pdf", title, small_pdf(words), "meeting", meeting);
    INFO(filed.body);
    REQUIRE(filed.status == 201);
  };
  file("For the first", "Grimbledon stairs", first);
  file("For the second", "Ottery lane", second);
  const auto pages_of = [&](const std::string& meeting) {
    std::string all;
    const auto pdf = practice.coordinator.get("/v1/meetings/" + meeting + "/pack:pdf");
    REQUIRE(pdf.status == 200);
    for (const auto& page : test::pages_of_pdf(pdf.body)) all += in_one_line(page) + "\n";
    return all;
  };
  const auto of_first = pages_of(first);
  CHECK(says(of_first, "Grimbledon stairs"));
  CHECK_FALSE(says(of_first, "Ottery lane"));
  CHECK(says(of_first, "Meeting " + second));
  const auto of_second = pages_of(second);
  CHECK(says(of_second, "Ottery lane"));
  CHECK_FALSE(says(of_second, "Grimbledon stairs"));
}

TEST_CASE("What an embargo keeps from a reader is in no papers, and who may read it gets a marked copy", "[service]") {
  if (!test::opens_texts()) return;
  Held held;
  held.place();
  const auto meeting = call_meeting(held.practice, {held.id}, "2026-06-10");
  const auto at = "/v1/meetings/" + meeting + "/pack:pdf";
  const auto pages_for = [&](const char* person) {
    auto caller = somebody(held.practice, person, "chair");
    const auto pdf = caller.get(at);
    INFO(pdf.body.substr(0, 400));
    REQUIRE(pdf.status == 200);
    std::string all;
    for (const auto& page : test::pages_of_pdf(pdf.body)) all += in_one_line(page) + "\n";
    return all;
  };
  const auto kept = pages_for("pat");
  for (const auto& word : canaries) {
    INFO(word);
    CHECK_FALSE(says(kept, word));
  }
  CHECK_FALSE(says(kept, "Under embargo. Copy for"));
  const auto open = pages_for("named-reader");
  CHECK(says(open, "grimbledon"));
  CHECK(says(open, "Under embargo. Copy for named-reader"));
  const auto reads = held.practice.coordinator.get(held.at("/embargoes/embargo-1/reads"));
  CHECK(says(reads.body, "document-1"));
  CHECK_FALSE(says(reads.body, "people/pat"));
}

}  // namespace
}  // namespace review::service_test
