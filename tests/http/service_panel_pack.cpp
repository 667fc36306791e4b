#include <fmt/format.h>

#include "tests/http/chronology_support.hpp"
#include "tests/http/meeting_support.hpp"

namespace review::service_test {
namespace {

std::string pack_of(HttpCaller& caller, const std::string& meeting) {
  const auto answer = caller.get("/v1/meetings/" + meeting + "/pack:odt");
  INFO(answer.body.substr(0, 400));
  REQUIRE(answer.status == 200);
  CHECK(answer.header("Content-Type") == "application/vnd.oasis.opendocument.text");
  return words_of_text(answer.body);
}

TEST_CASE("The papers of a meeting tell each case, and for whom they were made", "[service]") {
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
  CHECK(says(pack_of(pat, meeting), "No action was agreed. POLICE: Answer awaited."));
  const auto beside = practice.notified_case();
  practice.add(beside, fmt::format(R"({{"actionAgreed":{{"owner":"POLICE","dueOn":"2026-09-01","serves":[)"
                                   R"({{"recommendation":"recommendation-1","ofCase":"{}"}}]}}}})",
                                   before));
  CHECK(says(pack_of(pat, meeting), "0 of 1 actions complete."));
  practice.add(beside, R"({"conflictDeclared":{"person":"pat","managed":"STAYS_DECLARED"}})");
  CHECK(says(pack_of(pat, meeting), "No action was agreed."));
  practice.add(before, R"({"conflictDeclared":{"person":"pat","managed":"STAYS_DECLARED"}})");
  const auto pack = pack_of(pat, meeting);
  CHECK_FALSE(says(pack, "marrowbone"));
  CHECK_FALSE(says(pack, before));
  CHECK(says(pack_of(practice.coordinator, meeting), "marrowbone"));
}

}  // namespace
}  // namespace review::service_test
