#include <boost/json/serialize.hpp>

#include "tests/http/meeting_support.hpp"

namespace review::service_test {
namespace {

namespace json = boost::json;

std::string word(const json::value& value) { return std::string(value.as_string()); }

TEST_CASE("A meeting over two cases is told to both, each of its own item", "[service]") {
  Practice practice;
  const auto first = practice.notified_case();
  const auto second = practice.notified_case();
  const auto meeting = call_meeting(practice, {first, second}, "2026-01-15");
  CHECK(meeting == "m26-0001");
  CHECK(practice.stage(second) == "RAPID_REVIEW");
  const auto arranged = entries_of(practice, first, "meetingArranged");
  REQUIRE(arranged.size() == 1);
  CHECK(word(arranged[0].at("meeting")) == meeting);
  CHECK(word(arranged[0].at("heldOn")) == "2026-01-15");
  CHECK(json::serialize(arranged[0]).find(second) == std::string::npos);
  practice.day("2026-01-15");
  auto& caller = practice.coordinator;
  add_to(caller, meeting, everybody);
  add_to(caller, meeting, fmt::format(R"({{"itemMinuted":{{"item":"{}","minutes":"Of the first."}}}})", first));
  add_to(caller, meeting, fmt::format(R"({{"itemRecommended":{{"item":"{}","recommends":"LCSPR"}}}})", first));
  CHECK(entries_of(practice, first, "meetingHeld").empty());
  add_to(caller, meeting, R"({"meetingEnded":{}})");
  const auto held = entries_of(practice, first, "meetingHeld");
  REQUIRE(held.size() == 1);
  CHECK(held[0].at("quorate").as_bool());
  CHECK(word(held[0].at("recommends")) == "LCSPR");
  CHECK(word(held[0].at("minutes")) == "Of the first.");
  CHECK(held[0].at("attendance").as_array().size() == 3);
  CHECK(word(held[0].at("chair")) == "cleo");
  const auto other = entries_of(practice, second, "meetingHeld");
  REQUIRE(other.size() == 1);
  CHECK_FALSE(other[0].contains("minutes"));
  CHECK_FALSE(other[0].contains("recommends"));
  practice.add(first, decided("LCSPR", meeting));
  const auto shown = caller.get("/v1/meetings/" + meeting);
  CHECK(shown.text("/state") == "ENDED");
  CHECK(shown.text("/chairedBy") == "cleo");
  CHECK(shown.text("/items/0/item") == first);
  CHECK(shown.json().at("quorum").at("quorate").as_bool());
  CHECK(shown.header("ETag") == "\"5\"");
}

TEST_CASE("A meeting ends though a case keeps out whoever was to chair it, and that case is told of no chair",
          "[service]") {
  Practice practice;
  const auto kept = practice.notified_case();
  const auto other = practice.notified_case();
  practice.add(kept, R"({"conflictDeclared":{"person":"cleo","managed":"LEAVES_ITEM"}})");
  const auto meeting = call_meeting(practice, {kept, other}, "2026-01-15");
  practice.day("2026-01-15");
  auto& caller = practice.coordinator;
  const std::string named = R"({"meetingEnded":{"quorate":true,"chair":"cleo"}})";
  const auto refused = caller.post("/v1/meetings/" + meeting + "/entries", named);
  CHECK(refused.status == 409);
  CHECK(refused.text("/code") == "conflicted");
  add_to(caller, meeting, R"({"meetingEnded":{"quorate":true}})");
  CHECK_FALSE(entries_of(practice, kept, "meetingHeld").at(0).contains("chair"));
  CHECK(word(entries_of(practice, other, "meetingHeld").at(0).at("chair")) == "cleo");
}

TEST_CASE("Minutes that are put right after the end are put right in the case", "[service]") {
  Practice practice;
  const auto id = practice.notified_case();
  const auto meeting = call_meeting(practice, {id}, "2026-01-07");
  auto& caller = practice.coordinator;
  add_to(caller, meeting, everybody);
  add_to(caller, meeting, R"({"meetingEnded":{}})");
  add_to(caller, meeting, fmt::format(R"({{"itemMinuted":{{"item":"{}","minutes":"As it was."}}}})", id));
  CHECK(entries_of(practice, id, "meetingHeld").size() == 1);
  const auto corrected = entries_of(practice, id, "entryCorrected");
  REQUIRE(corrected.size() == 1);
  CHECK(word(corrected[0].at("replacement").at("meetingHeld").at("minutes")) == "As it was.");
}

TEST_CASE("A meeting is refused wholly where one of its cases refuses", "[service]") {
  Practice practice;
  const auto open = practice.notified_case();
  const auto before = practice.size();
  const auto called = [&](const std::string& other) {
    return practice.coordinator.post(
        "/v1/meetings",
        fmt::format(R"({{"meetingCalled":{{"title":"x","heldOn":"2026-01-15","items":[{{"title":"a","case":"{}"}},)"
                    R"({{"title":"b","case":"{}"}}]}}}})",
                    open, other));
  };
  const auto missing = called("26-9999");
  CHECK(missing.code() == "missing-reference");
  CHECK(missing.text("/violations/0/pointer") == "/meetingCalled/items/1/case");
  CHECK(called(open).code() == "already-recorded");
  CHECK(practice.size() == before);
  // What was refused took no number.
  CHECK(call_meeting(practice, {open}, "2026-01-15") == "m26-0001");
}

TEST_CASE("A meeting has a version, a key and a preview, as cases have", "[service]") {
  Practice practice;
  const auto id = practice.notified_case();
  const auto before = practice.size();
  const std::string body = fmt::format(
      R"({{"meetingCalled":{{"title":"x","heldOn":"2026-01-15","items":[{{"title":"a","case":"{}"}}]}}}})", id);
  auto& caller = practice.coordinator;
  const auto preview = caller.post("/v1/meetings?validateOnly=true", body);
  CHECK(preview.status == 200);
  CHECK(preview.text("/cases/0/case") == id);
  CHECK(practice.size() == before);
  const HttpFields key{{"Idempotency-Key", "call-1"}};
  const auto first = caller.post("/v1/meetings", body, key);
  REQUIRE(first.status == 201);
  CHECK(first.header("Location") == "/v1/meetings/" + first.text("/meeting"));
  const auto stored = practice.size();
  CHECK(stored == before + 2);
  const auto again = caller.post("/v1/meetings", body, key);
  CHECK(again.status == 201);
  CHECK(again.body == first.body);
  CHECK(again.header("ETag") == "\"1\"");
  CHECK(practice.size() == stored);
  CHECK(caller.post("/v1/meetings", body + " ", key).code() == "key-reused");
  const auto entries = "/v1/meetings/" + first.text("/meeting") + "/entries";
  CHECK(caller.post(entries, everybody, {{"If-Match", "\"1\""}}).header("ETag") == "\"2\"");
  CHECK(caller.post(entries, everybody, {{"If-Match", "\"1\""}}).code() == "stale");
  const std::string despite =
      R"({"despite":[{"code":"dated-before-start","reasons":"x","authorisedBy":"cleo"}],"meetingEnded":{}})";
  CHECK(caller.post(entries, despite).code() == "precondition-missing");
  CHECK(caller.post(entries, R"({"meetingEnded":{}})").code() == "dated-before-start");
  const auto taken = caller.post(entries, despite, {{"If-Match", "\"2\""}});
  CHECK(taken.status == 201);
  CHECK(taken.text("/irregularities/0/code") == "dated-before-start");
}

TEST_CASE("Kinds of meetings and kinds of cases keep to their records", "[service]") {
  Practice practice;
  const auto id = practice.notified_case();
  const auto meeting = call_meeting(practice, {id}, "2026-01-15");
  practice.refused(id, everybody, "not-one-kind", "/attendanceRecorded");
  CHECK(practice.coordinator.post("/v1/cases", everybody).code() == "not-one-kind");
  CHECK(practice.coordinator.post("/v1/meetings/" + meeting + "/entries", note).code() == "not-one-kind");
  CHECK(practice.coordinator.post("/v1/meetings", everybody).code() == "not-in-this-stage");
  CHECK(practice.coordinator.get("/v1/cases/" + meeting).status == 404);
  CHECK(practice.coordinator.get("/v1/meetings/" + id).status == 404);
}

TEST_CASE("A conflict in an item goes to the case, and the item goes from whoever has it", "[service]") {
  Practice practice;
  const auto first = practice.notified_case();
  const auto second = practice.notified_case();
  const auto meeting = call_meeting(practice, {first, second}, "2026-01-15");
  auto& caller = practice.coordinator;
  add_to(caller, meeting, fmt::format(R"({{"itemMinuted":{{"item":"{}","minutes":"A marrowbone."}}}})", first));
  const auto of_pat = [&](const std::string& managed) {
    return fmt::format(R"({{"itemConflictDeclared":{{"item":"{}","person":"pat","managed":"{}"}}}})", first, managed);
  };
  add_to(caller, meeting, of_pat("EXCLUDED"));
  const auto declared = entries_of(practice, first, "conflictDeclared");
  REQUIRE(declared.size() == 1);
  CHECK(word(declared[0].at("managed")) == "EXCLUDED");
  CHECK(word(declared[0].at("meeting")) == meeting);
  // With a role that reaches every case, so that nothing but the exclusion hides the item.
  auto pat = practice.daemon.caller(practice.daemon.issue("pat", "chair"));
  const auto seen = pat.get("/v1/meetings/" + meeting);
  CHECK(seen.status == 200);
  CHECK(seen.body.find("\"" + first) == std::string::npos);
  CHECK(seen.body.find(second) != std::string::npos);
  CHECK(seen.header("ETag") == "\"1\"");
  const auto entries = pat.get("/v1/meetings/" + meeting + "/entries");
  CHECK(entries.body.find("marrowbone") == std::string::npos);
  CHECK(entries.body.find("\"" + first) == std::string::npos);
  const auto hidden = pat.post("/v1/meetings/" + meeting + "/entries",
                               fmt::format(R"({{"itemMinuted":{{"item":"{}","minutes":"x"}}}})", first));
  const auto none =
      pat.post("/v1/meetings/" + meeting + "/entries", R"({"itemMinuted":{"item":"none","minutes":"x"}})");
  CHECK(hidden.status == none.status);
  CHECK(hidden.text("/detail") == none.text("/detail"));
  add_to(caller, meeting, of_pat("LEAVES_ITEM"));
  const auto left = pat.get("/v1/meetings/" + meeting);
  CHECK(left.json().at("items").at(0).at("left").as_bool());
  CHECK_FALSE(left.json().at("items").at(0).as_object().contains("title"));
  CHECK(left.body.find("marrowbone") == std::string::npos);
}

TEST_CASE("A member of the panel knows the meetings that they are invited to, and declares their own conflict",
          "[service]") {
  Practice practice;
  const auto id = practice.notified_case();
  const auto meeting = call_meeting(practice, {id}, "2026-01-15");
  practice.add(id, R"({"memberAdded":{"person":"pat","role":"PANEL_MEMBER","agency":"police"}})");
  auto pat = practice.daemon.caller(practice.daemon.issue("pat", "panel-member"));
  auto stranger = practice.daemon.caller(practice.daemon.issue("a-stranger", "panel-member"));
  CHECK(pat.get("/v1/meetings/" + meeting).status == 200);
  CHECK(texts(pat.get("/v1/meetings"), "meetings", "meeting") == std::vector<std::string>{meeting});
  const auto hidden = stranger.get("/v1/meetings/" + meeting);
  const auto missing = stranger.get("/v1/meetings/m26-9999");
  CHECK(hidden.status == 404);
  CHECK(hidden.text("/detail") == missing.text("/detail"));
  CHECK(texts(stranger.get("/v1/meetings"), "meetings", "meeting").empty());
  const auto entries = "/v1/meetings/" + meeting + "/entries";
  const auto conflict = [&](const std::string& person) {
    return fmt::format(R"({{"itemConflictDeclared":{{"item":"{}","person":"{}","managed":"LEAVES_ITEM"}}}})", id,
                       person);
  };
  CHECK(pat.post(entries, everybody).status == 403);
  CHECK(pat.post(entries, conflict("lee")).status == 403);
  CHECK(stranger.post(entries, conflict("a-stranger")).status == 404);
  CHECK(pat.post(entries, conflict("pat")).status == 201);
  CHECK(pat.get("/v1/meetings/" + meeting).json().at("items").at(0).at("left").as_bool());
  CHECK(practice.daemon.administrator().get("/v1/meetings").status == 403);
  CHECK(practice.daemon.administrator().get("/v1/meetings/" + meeting).status == 403);
}

TEST_CASE("Meetings are listed by day and state, page by page", "[service]") {
  Practice practice;
  const auto id = practice.notified_case();
  std::vector<std::string> called;
  for (const char* day : {"2026-01-20", "2026-01-12", "2026-01-15"}) called.push_back(call_meeting(practice, {}, day));
  auto& caller = practice.coordinator;
  add_to(caller, called[0], R"({"meetingCancelled":{"reasons":"Invented."}})");
  const auto listed = [&](const std::string& query) {
    return texts(caller.get("/v1/meetings" + query), "meetings", "meeting");
  };
  CHECK(listed("") == std::vector<std::string>{called[1], called[2], called[0]});
  CHECK(listed("?filter=state=CALLED&orderBy=heldOn%20desc") == std::vector<std::string>{called[2], called[1]});
  CHECK(listed("?filter=heldOn%3E%3D%222026-01-15%22%20AND%20state=CALLED") == std::vector<std::string>{called[2]});
  const auto page = caller.get("/v1/meetings?pageSize=2");
  CHECK(texts(page, "meetings", "meeting").size() == 2);
  const auto rest = caller.get("/v1/meetings?pageSize=2&pageToken=" + page.text("/nextPageToken"));
  CHECK(texts(rest, "meetings", "meeting") == std::vector<std::string>{called[0]});
  CHECK(rest.text("/nextPageToken").empty());
  CHECK(caller.get("/v1/meetings?filter=state=PERHAPS").status == 400);
}

TEST_CASE("Meetings go out with everything else, and come back whole", "[service]") {
  Practice practice;
  const auto id = practice.notified_case();
  const auto meeting = call_meeting(practice, {id}, "2026-01-07");
  add_to(practice.coordinator, meeting, everybody);
  add_to(practice.coordinator, meeting, R"({"meetingEnded":{}})");
  const auto all = practice.coordinator.get("/v1/export").body;
  Practice other;
  other.day("2026-01-20");
  const auto taken = other.coordinator.post("/v1/import", all, {{"Content-Type", "application/x-ndjson"}});
  INFO(taken.body);
  CHECK(taken.status == 200);
  const auto there = other.coordinator.get("/v1/meetings/" + meeting);
  CHECK(there.text("/state") == "ENDED");
  CHECK(there.header("ETag") == "\"3\"");
  CHECK(entries_of(other, id, "meetingHeld").size() == 1);
  const auto twice = other.coordinator.post("/v1/import", all, {{"Content-Type", "application/x-ndjson"}});
  CHECK(twice.status == 409);
}

}  // namespace
}  // namespace review::service_test
