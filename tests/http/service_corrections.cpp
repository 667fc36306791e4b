#include <fmt/format.h>

#include "tests/http/service_support.hpp"

namespace review::service_test {
namespace {

const std::string canary = "canary-words-nobody-may-see";

std::string withdrawal_of(const std::string& entry, const std::string& reason) {
  return fmt::format(R"({{"entryWithdrawn":{{"entry":"{}","reason":"{}"}}}})", entry, reason);
}

std::string correction_of(const std::string& entry, const std::string& replacement) {
  return fmt::format(R"({{"entryCorrected":{{"entry":"{}","replacement":{},"reason":"Invented."}}}})", entry,
                     replacement);
}

std::string id_of(const boost::json::object& entry) { return std::string(entry.at("entry").as_string()); }

TEST_CASE("A correction moves the clock, and the earlier state stays as it was", "[service]") {
  Practice practice;
  const auto id = practice.open();
  practice.day("2026-01-07");
  const auto wrong = id_of(practice.add(id, notified));
  CHECK(practice.clock(id, "rapid-review") == "RUNNING 2026-01-28");
  practice.day("2026-01-12");
  const auto correction = practice.add(
      id, correction_of(wrong, R"({"occurredOn":"2026-01-06","panelNotified":{"reference":"SIN-EXAMPLE-1"}})"));
  CHECK(practice.clock(id, "rapid-review") == "RUNNING 2026-01-27");
  CHECK(practice.clock(id, "rapid-review", "2026-01-08") == "RUNNING 2026-01-28");
  const auto shown = practice.coordinator.get("/v1/cases/" + id + "/entries/" + wrong);
  CHECK(shown.text("/occurredOn") == "2026-01-07");
  CHECK(shown.text("/correctedBy") == id_of(correction));
}

TEST_CASE("A correction is held to the rules of what it corrects", "[service]") {
  Practice practice;
  const auto id = practice.open();
  practice.day("2026-01-07");
  const auto decision = id_of(practice.add(id, notify));
  const auto notification = id_of(practice.add(id, notified));
  practice.add(id, R"({"agencyReturnRequested":{"agencies":["police"]}})");
  practice.add(id, decided("LCSPR"));
  const std::string entries = "/v1/cases/" + id + "/entries";
  auto& coordinator = practice.coordinator;
  CHECK(coordinator.post(entries, withdrawal_of(decision, "MISTAKE")).status == 428);
  CHECK(coordinator.post(entries, correction_of(decision, notify)).status == 428);
  practice.refused(id, correction_of(notification, note), "not-one-kind", "/entryCorrected/replacement");
  practice.refused(id, correction_of(notification, R"({"panelNotified":{},"occurredOn":"2026-01-09"})"),
                   "dated-in-the-future", "/entryCorrected/replacement/occurredOn");
  practice.refused(id, correction_of(notification, R"({"panelNotified":{"colour":"red"}})"), "unknown-field",
                   "/entryCorrected/replacement/panelNotified/colour");
  practice.refused(id, correction_of("none", note), "missing-reference", "/entryCorrected/entry");
  const auto later = practice.refused(id, withdrawal_of(notification, "MISTAKE"), "not-in-this-stage");
  CHECK(later.text("/detail").find("Rapid review decision") != std::string::npos);
  const auto opening = coordinator.get(entries).text("/entries/0/entry");
  practice.refused(id, withdrawal_of(opening, "MISTAKE"), "not-in-this-stage", "/entryWithdrawn/entry");
  CHECK(practice.stage(id) == "RAPID_REVIEW");
}

TEST_CASE("A withdrawn entry no longer counts and is still listed", "[service]") {
  Practice practice;
  const auto id = practice.open();
  practice.day("2026-01-07");
  const auto entry = id_of(practice.add(id, notified));
  const auto withdrawal = practice.add(id, withdrawal_of(entry, "MISTAKE"));
  CHECK(practice.stage(id) == "LOGGED");
  CHECK(practice.clock(id, "rapid-review").substr(0, 11) == "NOT_STARTED");
  CHECK(practice.clock(id, "notify-panel") == "RUNNING 2026-01-12");
  const auto shown = practice.coordinator.get("/v1/cases/" + id + "/entries/" + entry);
  CHECK(shown.text("/withdrawnBy") == id_of(withdrawal));
  CHECK(shown.text("/panelNotified/reference") == "SIN-EXAMPLE-1");
  practice.refused(id, withdrawal_of(entry, "MISTAKE"), "already-recorded", "/entryWithdrawn/entry");
}

TEST_CASE("What belongs to another person is hidden at once, everywhere and in every earlier state", "[service]") {
  for (const std::string reason : {"WRONG_PERSON", "WRONG_CASE"}) {
    Practice practice;
    const auto id = practice.open();
    auto& coordinator = practice.coordinator;
    const std::string entries = "/v1/cases/" + id + "/entries";
    const HttpFields key{{"Idempotency-Key", "key-1"}};
    const std::string wrong = fmt::format(
        R"({{"circumstancesChanged":{{"on":"2026-01-05","harm":"DEATH","reasons":"{}","children":[{{"child":"child-1",)"
        R"("pseudonym":"{}","name":"{}"}}]}},"note":"{}"}})",
        canary, canary, canary, canary);
    const auto sent = coordinator.post(entries, wrong, key);
    REQUIRE(sent.status == 201);
    const auto entry = sent.text("/entry");
    practice.add(id, correction_of(entry, wrong));
    practice.day("2026-01-06");
    CHECK(coordinator.get("/v1/cases/" + id + "?asAt=2026-01-05").body.find(canary) != std::string::npos);
    practice.add(id, withdrawal_of(entry, reason));

    for (const std::string& target :
         std::vector<std::string>{entries, entries + "/" + entry, entries + "?asAt=2026-01-05", "/v1/cases/" + id,
                                  "/v1/cases/" + id + "?asAt=2026-01-05", "/v1/cases/" + id + "/clocks?asAt=2026-01-05",
                                  "/v1/export", "/v1/cases", "/v1/cases/-/clocks"}) {
      const auto answer = coordinator.get(target);
      INFO(target << "\n" << answer.body);
      CHECK(answer.status == 200);
      CHECK(answer.body.find(canary) == std::string::npos);
    }
    CHECK(coordinator.get(entries + "/" + entry).json().at("hidden").as_bool());
    const auto replayed = coordinator.post(entries, wrong, key);
    CHECK(replayed.status == 201);
    CHECK(replayed.body.find(canary) == std::string::npos);
    const auto preview = coordinator.post(entries + "?validateOnly=true", note);
    CHECK(preview.body.find(canary) == std::string::npos);
  }
}

}  // namespace
}  // namespace review::service_test
