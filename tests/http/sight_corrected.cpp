#include "tests/http/sight_support.hpp"

/// Whose an entry is, its correction says too.
namespace review::service_test {
namespace {

std::string filed(const std::string& agency) {
  return fmt::format(R"({{"documentFiled":{{"title":"A {}","keptIn":"the safe"{}}}}})", telltale,
                     agency.empty() ? "" : fmt::format(R"(,"agency":"{}")", agency));
}

std::string received(const std::string& agency) {
  return fmt::format(R"({{"agencyReturnReceived":{{"agency":"{}","summary":"A {}"}}}})", agency, telltale);
}

TEST_CASE("What turned out to be of one agency is read by no other", "[service]") {
  Practice practice;
  const auto id = practice.notified_case();
  practice.add(id, R"({"agencyReturnRequested":{"agencies":["police","city-hospital"],"dueOn":"2026-01-14"}})");
  practice.add(id, member_of("pam", "police"));
  auto pam = somebody(practice, "pam", "panel-member");
  struct Row {
    std::string before;
    std::string after;
  };
  for (const auto& row : {Row{filed(""), filed("city-hospital")}, Row{received("police"), received("city-hospital")}}) {
    INFO(row.before);
    const auto told = [&] {
      bool any = false;
      for (const auto* part : {"/entries", "/documents", "/entries?asAt=2026-01-07"}) {
        const auto answer = pam.get("/v1/cases/" + id + part);
        CHECK(answer.status == 200);
        any = any || says(answer, telltale);
      }
      return any || says(pam.post("/v1/cases:search", fmt::format(R"({{"words":"{}"}})", telltale)), "\"entry\"");
    };
    const auto entry = practice.add(id, row.before);
    const auto at = "/v1/cases/" + id + "/entries/" + std::string(entry.at("entry").as_string());
    CHECK(told());
    const auto correction = practice.add(id, corrected(entry, row.after));
    CHECK_FALSE(told());
    CHECK(pam.get(at).status == 404);
    // Back again, for as long as that stands, and what the mistaken correction said stays where it was.
    practice.add(id, withdrawn(correction, "MISTAKE"));
    CHECK(told());
    practice.add(id, corrected(entry, row.after));
    CHECK_FALSE(told());
    CHECK(practice.coordinator.get(at).status == 200);
  }
}

TEST_CASE("What was corrected by mistake to be of another agency is not read by that agency afterwards", "[service]") {
  Practice practice;
  const auto id = practice.notified_case();
  practice.add(id, R"({"agencyReturnRequested":{"agencies":["police","city-hospital"],"dueOn":"2026-01-14"}})");
  practice.add(id, member_of("pam", "police"));
  auto pam = somebody(practice, "pam", "panel-member");
  const auto entry = practice.add(id, received("city-hospital"));
  const auto mistake = practice.add(id, corrected(entry, received("police")));
  practice.add(id, withdrawn(mistake, "MISTAKE"));
  CHECK_FALSE(says(pam.get("/v1/cases/" + id + "/entries"), telltale));
}

TEST_CASE("An agency goes on to read its own summary when that is corrected", "[service]") {
  Practice practice;
  const auto id = practice.notified_case();
  practice.add(id, R"({"agencyReturnRequested":{"agencies":["police"],"dueOn":"2026-01-14"}})");
  practice.add(id, member_of("sam", "police", "AGENCY_CONTACT"));
  auto sam = somebody(practice, "sam", "agency-contact");
  const auto entry = practice.add(id, received("police"));
  practice.add(id, corrected(entry, received("police")));
  CHECK(says(sam.get("/v1/cases/" + id + "/entries"), telltale));
}

TEST_CASE("An export leaves out what was corrected to be nobody's to read", "[service]") {
  Practice practice;
  const auto id = practice.notified_case();
  const auto meeting = practice.coordinator.post(
      "/v1/meetings",
      fmt::format(R"({{"meetingCalled":{{"title":"x","heldOn":"2026-01-07","items":[{{"title":"a","case":"{}"}}]}}}})",
                  id));
  REQUIRE(meeting.status == 201);
  const auto name = meeting.text("/meeting");
  const auto entry = practice.add(id, filed(""));
  auto cora = practice.daemon.coordinator("cora");
  practice.add(
      id, fmt::format(R"({{"conflictDeclared":{{"person":"cora","managed":"LEAVES_ITEM","meeting":"{}"}}}})", name));
  CHECK(says(cora.get("/v1/export"), telltale));
  practice.add(id, corrected(entry, fmt::format(R"({{"documentFiled":{{"title":"A {}","keptIn":"x","meeting":"{}"}}}})",
                                                telltale, name)));
  CHECK_FALSE(says(cora.get("/v1/export"), telltale));
  CHECK_FALSE(says(cora.get("/v1/cases/" + id + "/documents"), telltale));
}

}  // namespace
}  // namespace review::service_test
