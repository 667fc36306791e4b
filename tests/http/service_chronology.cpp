#include <fmt/format.h>

#include "tests/http/chronology_support.hpp"
#include "tests/http/held_case.hpp"

namespace review::service_test {
namespace {

namespace json = boost::json;

/// `gap 1 3`, in the order of the answer.
std::vector<std::string> flags_of(const HttpAnswer& answer) {
  std::vector<std::string> all;
  const auto body = answer.json();
  for (const auto& flag : body.at("flags").as_array()) {
    std::string words(flag.at("flag").as_string());
    for (const auto& line : flag.at("lines").as_array()) words += fmt::format(" {}", line.to_number<int>());
    all.push_back(std::move(words));
  }
  return all;
}

TEST_CASE("Two agencies' tables become one chronology, with what to look at", "[service]") {
  Practice practice;
  const auto id = practice.notified_case();
  auto& caller = practice.coordinator;
  const auto first = record_chronology(caller, id, "city-hospital", hospital_rows);
  INFO(first.body);
  REQUIRE(first.status == 201);
  CHECK(first.text("/chronologyReceived/rows/0/at") == "14:30");
  CHECK(first.text("/chronologyReceived/rows/0/remarks") == "Seen by: Dr B");
  REQUIRE(record_chronology(caller, id, "police-west", police_rows).status == 201);
  const auto at = "/v1/cases/" + id + "/chronology";
  const auto merged = caller.get(at);
  INFO(merged.body);
  REQUIRE(merged.status == 200);
  REQUIRE(merged.json().at("lines").as_array().size() == 4);
  CHECK(merged.text("/lines/1/when") == "June 2025, not exact");
  CHECK(merged.text("/lines/3/agency") == "police-west");
  CHECK(flags_of(merged) == std::vector<std::string>{"gap 1 3", "other-day 3 4"});
  CHECK(flags_of(caller.get(at + "?gapDays=300")) == std::vector<std::string>{"other-day 3 4"});
  const auto narrowed = caller.get(at + "?agency=police-west");
  REQUIRE(narrowed.json().at("lines").as_array().size() == 1);
  CHECK(narrowed.json().at("lines").at(0).at("line").as_int64() == 4);
  CHECK(caller.get(at + "?agency=nobody").code() == "not-a-choice");
  CHECK(caller.get(at + "?gapDays=0").code() == "malformed");
  // A cell of a table is no formula in a spreadsheet.
  const auto csv = caller.get(at + ":csv");
  CHECK(csv.header("Content-Type").starts_with("text/csv"));
  CHECK_FALSE(says(csv.body, ",=HYPERLINK"));
  CHECK(says(csv.body, "HYPERLINK"));
}

TEST_CASE("A later table takes the place of the earlier one until it is withdrawn", "[service]") {
  Practice practice;
  const auto id = practice.notified_case();
  auto& caller = practice.coordinator;
  REQUIRE(record_chronology(caller, id, "city-hospital", hospital_rows).status == 201);
  CHECK(record_chronology(caller, id, "city-hospital", hospital_rows).code() == "already-recorded");
  const auto later = record_chronology(caller, id, "city-hospital", "Date,Event\n5/5/2025,Only this\n");
  REQUIRE(later.status == 201);
  const auto at = "/v1/cases/" + id + "/chronology";
  auto merged = caller.get(at);
  CHECK(merged.json().at("lines").as_array().size() == 1);
  CHECK(merged.text("/sources/0/replacedBy") == later.text("/entry"));
  practice.add(id, fmt::format(R"({{"entryWithdrawn":{{"entry":"{}","reason":"MISTAKE"}}}})", later.text("/entry")));
  merged = caller.get(at);
  CHECK(merged.json().at("lines").as_array().size() == 3);
  CHECK(merged.json().at("sources").as_array().size() == 1);
}

TEST_CASE("A table with one row that cannot be read is not taken at all", "[service]") {
  Practice practice;
  const auto id = practice.notified_case();
  auto& caller = practice.coordinator;
  const auto before = practice.size();
  const auto sent = send_chronology(caller, id, "city-hospital", "Date,Event\n4/3/2025,Good\n31/2/2025,No such day\n");
  REQUIRE(sent.status == 200);
  const auto at = "/v1/chronologyTables/" + sent.text("/table");
  const auto table = caller.get(at);
  CHECK_FALSE(table.json().at("good").as_bool());
  CHECK(table.text("/findings/0/code") == "not-a-date");
  CHECK(caller.post(at + ":record", "").code() == "not-in-this-stage");
  CHECK(practice.size() == before);
  // What one person sent is nobody else's.
  auto other = practice.daemon.coordinator("coordinator-2");
  CHECK(other.get(at).status == 404);
  CHECK(send_chronology(caller, id, "", "Date,Event\n").text("/violations/0/pointer") == "/agency");
}

TEST_CASE("What an embargo keeps back is not in the chronology, nor in its files", "[service]") {
  Practice practice;
  const auto id = practice.open(
      R"({"incidentLogged":{"incidentOn":"2026-01-02","localAuthorityAwareOn":"2026-01-05","harm":"SERIOUS_HARM",)"
      R"("abuseOrNeglect":"SUSPECTED","children":[{"pseudonym":"Child A","name":"Pumpernickel Invented-Example"}]}})");
  auto& caller = practice.coordinator;
  REQUIRE(record_chronology(caller, id, "city-hospital", "Date,Event\n5/5/2025,Pumpernickel was seen\n").status == 201);
  practice.add(id,
               R"({"embargoPlaced":{"covers":["IDENTIFYING_FACTS"],"reviewOn":"2026-09-01","reason":"Invented."}})");
  auto reader = practice.daemon.reader();
  const auto at = "/v1/cases/" + id + "/chronology";
  const auto shown = reader.get(at);
  REQUIRE(shown.status == 200);
  CHECK(shown.json().at("lines").as_array().size() == 1);
  CHECK_FALSE(says(shown.body, "Pumpernickel"));
  CHECK_FALSE(says(reader.get(at + ":csv").body, "Pumpernickel"));
  const auto text = words_of_text(reader.get(at + ":odt").body);
  CHECK(says(text, "was seen"));
  CHECK_FALSE(says(text, "Pumpernickel"));
}

TEST_CASE("An embargo on a document covers the chronology that was read from it", "[service]") {
  Held held;
  held.practice.add(held.id, R"({"chronologyReceived":{"agency":"city-hospital","document":"document-2",)"
                             R"("rows":[{"on":"2025-05-05","what":"A marrowbone was found"}]}})");
  held.practice.add(held.id, R"({"chronologyReceived":{"agency":"police-west",)"
                             R"("rows":[{"on":"2025-05-06","what":"Nobody answered the door"}]}})");
  held.practice.add(held.id, R"({"embargoPlaced":{"covers":["DOCUMENT"],"documents":["document-2"],)"
                             R"("reason":"Invented.","reviewOn":"2026-07-01"}})");
  auto reader = held.practice.daemon.caller(held.practice.daemon.issue("some-reader", "reader"));
  for (const auto* below : {"/chronology", "/chronology:csv", "/entries?pageSize=200"}) {
    INFO(below);
    const auto answer = reader.get(held.at(below));
    CHECK(answer.status == 200);
    CHECK_FALSE(says(answer.body, "marrowbone"));
    CHECK_FALSE(says(answer.body, "2025-05-05"));
    CHECK(says(answer.body, "Nobody answered the door"));
  }
  const auto search = reader.post("/v1/cases:search", R"({"words":"marrowbone"})");
  CHECK_FALSE(says(search.body, held.id));
  CHECK(says(held.practice.coordinator.get(held.at("/chronology")).body, "marrowbone"));
}

}  // namespace
}  // namespace review::service_test
