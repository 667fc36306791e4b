#include "tests/http/meeting_support.hpp"
#include "tests/http/sight_support.hpp"

/// A token that is narrowed to some cases opens nothing that the same person's other token does not.
namespace review::service_test {
namespace {

HttpCaller narrowed(const Practice& practice, const std::string& person, const std::string& role,
                    const std::string& id) {
  const auto issued = practice.daemon.administrator().post(
      "/v1/tokens", fmt::format(R"({{"person":"{}","role":"{}","cases":["{}"]}})", person, role, id));
  REQUIRE(issued.status == 201);
  return practice.daemon.caller(issued.text("/secret"));
}

TEST_CASE("A token for a case opens a meeting only to who knows of the meeting without it", "[service]") {
  Practice practice;
  const auto id = practice.notified_case();
  const auto other = practice.notified_case();
  const auto meeting = call_meeting(practice, {id, other}, "2026-01-07");
  for (const auto* item : {"item-1"}) {
    add_to(practice.coordinator, meeting,
           fmt::format(R"({{"itemMinuted":{{"item":"{}","minutes":"A {}."}}}})", item, telltale));
  }
  for (const auto* person : {"pat", "quinn"}) practice.add(id, member_of(person, "police"));
  const auto at = "/v1/meetings/" + meeting;
  // quinn belongs to the case and is not asked to the meeting.
  CHECK(somebody(practice, "quinn", "panel-member").get(at).status == 404);
  auto quinn = narrowed(practice, "quinn", "panel-member", id);
  CHECK(quinn.get(at).status == 404);
  CHECK(quinn.get(at + "/entries").status == 404);
  CHECK(texts(quinn.get("/v1/meetings"), "meetings", "meeting").empty());
  // pat is, and sees the item of the case that the token is for, and of no other and of none.
  CHECK(says(somebody(practice, "pat", "panel-member").get(at), telltale));
  for (auto& caller : {narrowed(practice, "pat", "panel-member", id), narrowed(practice, "cora", "coordinator", id)}) {
    auto& one = const_cast<HttpCaller&>(caller);
    const auto shown = one.get(at);
    REQUIRE(shown.status == 200);
    REQUIRE(shown.json().at("items").as_array().size() == 1);
    CHECK(shown.text("/items/0/case") == id);
    const auto entries = one.get(at + "/entries");
    CHECK_FALSE(says(entries, telltale));
    CHECK_FALSE(says(entries, "Matters arising"));
  }
  CHECK(narrowed(practice, "cora", "coordinator", "26-9999").get(at).status == 404);
}

TEST_CASE("A token for a case calls no meeting that does not take it", "[service]") {
  Practice practice;
  const auto id = practice.notified_case();
  auto cora = narrowed(practice, "cora", "coordinator", id);
  const auto before = practice.size();
  for (const auto* query : {"", "?validateOnly=true"}) {
    CHECK(cora.post(std::string("/v1/meetings") + query,
                    R"({"meetingCalled":{"title":"x","heldOn":"2026-01-15","items":[{"title":"a"}]}})")
              .code() == "not-permitted");
  }
  CHECK(practice.size() == before);
  CHECK(
      cora.post(
              "/v1/meetings",
              fmt::format(
                  R"({{"meetingCalled":{{"title":"x","heldOn":"2026-01-15","items":[{{"title":"a","case":"{}"}}]}}}})",
                  id))
          .status == 201);
}

}  // namespace
}  // namespace review::service_test
