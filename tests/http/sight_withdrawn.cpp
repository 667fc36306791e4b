#include "tests/http/meeting_support.hpp"
#include "tests/http/sight_support.hpp"

/// What is withdrawn from a case because it is of another case or person is withdrawn from the meeting that told it.
namespace review::service_test {
namespace {

boost::json::object newest(Practice& practice, const std::string& id, const std::string& kind) {
  boost::json::object found;
  const auto listed = practice.coordinator.get("/v1/cases/" + id + "/entries?pageSize=200").json();
  for (const auto& entry : listed.at("entries").as_array()) {
    if (entry.as_object().contains(kind)) found = entry.as_object();
  }
  REQUIRE_FALSE(found.empty());
  return found;
}

struct Minuted {
  Practice practice;
  std::string id = practice.notified_case();
  std::string other = practice.notified_case();
  std::string meeting = call_meeting(practice, {id, other}, "2026-01-07");

  Minuted() {
    add_to(practice.coordinator, meeting, everybody);
    minute(id, telltale);
    minute(other, "Of the other.");
    add_to(
        practice.coordinator, meeting,
        fmt::format(R"({{"itemRecommended":{{"item":"{}","recommends":"LCSPR","reasons":"A {}."}}}})", id, telltale));
    add_to(practice.coordinator, meeting, R"({"meetingEnded":{}})");
  }
  void minute(const std::string& item, const std::string& words) {
    add_to(practice.coordinator, meeting,
           fmt::format(R"({{"itemMinuted":{{"item":"{}","minutes":"{}"}}}})", item, words));
  }
  /// Whether somebody reads the words in the meeting, its entries, the list, the export or a preview.
  bool told(HttpCaller& caller, const std::string& words) {
    bool any = false;
    for (const auto& at : {"/v1/meetings/" + meeting, "/v1/meetings/" + meeting + "/entries",
                           std::string("/v1/meetings"), std::string("/v1/export")}) {
      const auto answer = caller.get(at);
      CHECK((answer.status == 200 || answer.status == 403));
      any = any || says(answer, words);
    }
    return any || says(caller.post("/v1/meetings/" + meeting + "/entries?validateOnly=true", everybody), words);
  }
};

TEST_CASE("Minutes that were withdrawn from a case as of another person are gone from the meeting", "[service]") {
  for (const auto* reason : {"WRONG_PERSON", "WRONG_CASE", "MISTAKE"}) {
    INFO(reason);
    Minuted was;
    auto reader = was.practice.daemon.reader();
    auto governance = somebody(was.practice, "gov-1", "information-governance");
    REQUIRE(was.told(reader, telltale));
    const auto before = reader.get("/v1/meetings/" + was.meeting).header("ETag");
    was.practice.add(was.id, withdrawn(newest(was.practice, was.id, "meetingHeld"), reason));
    const bool stays = std::string(reason) == "MISTAKE";
    CHECK(was.told(reader, telltale) == stays);
    CHECK(was.told(was.practice.coordinator, telltale) == stays);
    CHECK(was.told(reader, "Of the other."));
    CHECK(was.told(governance, telltale));
    // The item stands, and so does the number of entries.
    CHECK(reader.get("/v1/meetings/" + was.meeting).text("/items/0/case") == was.id);
    CHECK(reader.get("/v1/meetings/" + was.meeting).header("ETag") == before);
  }
}

TEST_CASE("What was withdrawn is not told to the case again, and what is written anew is", "[service]") {
  Minuted was;
  was.practice.add(was.id, withdrawn(newest(was.practice, was.id, "meetingHeld"), "WRONG_PERSON"));
  // Putting the attendance right tells the case anew of the meeting, without the words that are gone.
  add_to(was.practice.coordinator, was.meeting, everybody);
  CHECK_FALSE(says(was.practice.coordinator.get("/v1/cases/" + was.id + "/entries"), telltale));
  was.minute(was.id, "As it was in truth.");
  auto reader = was.practice.daemon.reader();
  CHECK(was.told(reader, "As it was in truth."));
  CHECK_FALSE(was.told(reader, telltale));
  CHECK(says(reader.get("/v1/cases/" + was.id + "/entries"), "As it was in truth."));
}

TEST_CASE("A meeting of which something was withdrawn goes out without it, and comes back whole", "[service]") {
  Minuted was;
  was.practice.add(was.id, withdrawn(newest(was.practice, was.id, "meetingHeld"), "WRONG_PERSON"));
  const auto all = was.practice.coordinator.get("/v1/export").body;
  Practice other;
  other.day("2026-01-20");
  const auto taken = other.coordinator.post("/v1/import", all, {{"Content-Type", "application/x-ndjson"}});
  INFO(taken.body);
  REQUIRE(taken.status == 200);
  const auto there = other.coordinator.get("/v1/meetings/" + was.meeting);
  CHECK(there.text("/state") == "ENDED");
  CHECK_FALSE(says(there, telltale));
  CHECK(says(there, "Of the other."));
  CHECK(there.header("ETag") == was.practice.coordinator.get("/v1/meetings/" + was.meeting).header("ETag"));
}

TEST_CASE("Of what was put right, only what was withdrawn is gone", "[service]") {
  Minuted was;
  was.minute(was.id, "A pumpernickel.");
  const auto correction = newest(was.practice, was.id, "entryCorrected");
  was.practice.add(was.id, withdrawn(correction, "WRONG_PERSON"));
  auto reader = was.practice.daemon.reader();
  CHECK_FALSE(was.told(reader, "pumpernickel"));
  CHECK(was.told(reader, telltale));
}

TEST_CASE("A conflict and a title that were withdrawn as of another person are gone from the meeting", "[service]") {
  Practice practice;
  const auto id = practice.notified_case();
  const auto called = practice.coordinator.post(
      "/v1/meetings",
      fmt::format(
          R"({{"meetingCalled":{{"title":"x","heldOn":"2026-01-15","items":[{{"title":"A {}","case":"{}"}}]}}}})",
          telltale, id));
  REQUIRE(called.status == 201);
  const auto meeting = called.text("/meeting");
  add_to(
      practice.coordinator, meeting,
      fmt::format(
          R"({{"itemConflictDeclared":{{"item":"{}","person":"pat","managed":"NO_POSITION","reason":"Pumpernickel."}}}})",
          id));
  auto reader = practice.daemon.reader();
  const auto whole = [&] {
    return reader.get("/v1/meetings/" + meeting).body + reader.get("/v1/meetings/" + meeting + "/entries").body;
  };
  practice.add(id, withdrawn(newest(practice, id, "conflictDeclared"), "WRONG_PERSON"));
  CHECK(whole().find("Pumpernickel") == std::string::npos);
  CHECK(whole().find(telltale) != std::string::npos);
  practice.add(id, withdrawn(newest(practice, id, "meetingArranged"), "WRONG_CASE"));
  CHECK(whole().find(telltale) == std::string::npos);
}

}  // namespace
}  // namespace review::service_test
