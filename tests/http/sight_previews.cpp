#include "tests/http/meeting_support.hpp"
#include "tests/http/sight_support.hpp"

/// What a preview shows is shown: no more than the answer after it, and on record.
namespace review::service_test {
namespace {

TEST_CASE("A preview of a meeting's end shows no minutes of an item that the asker left", "[service]") {
  Practice practice;
  const auto id = practice.notified_case();
  const auto other = practice.notified_case();
  const auto meeting = call_meeting(practice, {id, other}, "2026-01-07");
  auto& caller = practice.coordinator;
  add_to(caller, meeting, everybody);
  for (const auto& item : {id, other}) {
    add_to(caller, meeting,
           fmt::format(R"({{"itemMinuted":{{"item":"{}","minutes":"A {} of {}."}}}})", item, telltale, item));
  }
  auto cora = practice.daemon.coordinator("cora");
  add_to(caller, meeting,
         fmt::format(R"({{"itemConflictDeclared":{{"item":"{}","person":"cora","managed":"LEAVES_ITEM"}}}})", id));
  for (const auto* entry : {R"({"meetingEnded":{}})", R"({"meetingEnded":{"quorate":true}})"}) {
    const auto preview = cora.post("/v1/meetings/" + meeting + "/entries?validateOnly=true", entry);
    INFO(preview.body);
    REQUIRE(preview.status == 200);
    CHECK_FALSE(says(preview, telltale + " of " + id));
    CHECK(says(preview, telltale + " of " + other));
    CHECK(texts(preview, "cases", "case") == std::vector<std::string>{other});
  }
  CHECK(says(caller.post("/v1/meetings/" + meeting + "/entries?validateOnly=true", R"({"meetingEnded":{}})"),
             telltale + " of " + id));
}

TEST_CASE("Who previewed what follows in a case has seen it", "[service]") {
  Practice practice;
  const auto id = practice.notified_case();
  const auto meeting = call_meeting(practice, {id}, "2026-01-07");
  add_to(practice.coordinator, meeting, everybody);
  auto cora = practice.daemon.coordinator("cora");
  CHECK(reads_of(practice, id, "cora").empty());
  CHECK(cora.post("/v1/meetings/" + meeting + "/entries?validateOnly=true", R"({"meetingEnded":{}})").status == 200);
  CHECK(reads_of(practice, id, "cora")["preview"] == 1);
  // What a refusal says of a case was seen too.
  CHECK(cora.post("/v1/cases/" + id + "/entries?validateOnly=true", notified).code() == "already-recorded");
  CHECK(reads_of(practice, id, "cora")["preview"] == 2);
}

TEST_CASE("A preview of a meeting counts the entries that the asker sees", "[service]") {
  Practice practice;
  const auto id = practice.notified_case();
  const auto meeting = call_meeting(practice, {id}, "2026-01-07");
  add_to(practice.coordinator, meeting, fmt::format(R"({{"itemMinuted":{{"item":"{}","minutes":"Invented."}}}})", id));
  auto cora = practice.daemon.coordinator("cora");
  practice.add(id, conflict_of("cora", "EXCLUDED"));
  const auto preview = cora.post("/v1/meetings/" + meeting + "/entries?validateOnly=true", everybody);
  INFO(preview.body);
  REQUIRE(preview.status == 200);
  CHECK(preview.json().at("meeting").at("version").as_int64() == 2);
}

TEST_CASE("An agency contact's preview shows no clock of anybody else", "[service]") {
  Practice practice;
  const auto id = practice.notified_case();
  practice.add(id, R"({"agencyReturnRequested":{"agencies":["police"],"dueOn":"2026-01-14"}})");
  practice.add(id, member_of("sam", "police", "AGENCY_CONTACT"));
  auto sam = somebody(practice, "sam", "agency-contact");
  const auto preview =
      sam.post("/v1/cases/" + id + "/entries?validateOnly=true", R"({"agencyReturnReceived":{"agency":"police"}})");
  INFO(preview.body);
  REQUIRE(preview.status == 200);
  for (const auto& clock : texts(preview, "clocks", "clock")) CHECK(clock == "agency-return:police");
}

}  // namespace
}  // namespace review::service_test
