#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "libreview/registers/webhook_events.hpp"
#include "libreview/registers/webhooks.hpp"
#include "libreview/store/access_log.hpp"
#include "reviewd/delivery/cloud_event.hpp"
#include "tests/unit/desk_support.hpp"

/// Webhooks in the store: what is put down for them, and what becomes of it.
namespace {

using namespace review;
using review::test::DeskOffice;

constexpr int plenty = 100;
using Texts = std::vector<std::string>;

/// A desk with webhooks, whose secrets are words.
struct Hooks : DeskOffice {
  Webhooks webhooks{*store, random};
  WebhookEvents events{*store, random};
  Instant now = moment().now;

  std::string hook(const std::string& host) {
    const auto id = webhooks.new_id();
    REQUIRE(webhooks.add({id, "https://" + host + "/events", host, false, "secret 1 of " + id, "ada"}, now));
    return id;
  }
  /// Tells a step of a clock and hands it out, as the service does.
  void alert(const std::string& clock, const std::string& step, const std::string& record = "cases/26-0007") {
    Transaction transaction(journal);
    REQUIRE(events.enqueue(
        {"an-alert", record, clock, "an-entry", 1, step, "2026-03-17", "", rfc3339(now), "2026-03-17"}, now));
    REQUIRE(transaction.commit());
  }
  void tried(const EventDelivery& delivery, const TriedDelivery& how) { REQUIRE(events.tried(delivery, how, now)); }
  [[nodiscard]] Texts log_of(const std::string& webhook) {
    Texts all;
    for (const auto& one : events.log(webhook, 0, plenty))
      all.push_back(one.event.clock + " " + one.event.step + " " + one.state);
    return all;
  }
};

TEST_CASE("An alert is put down once for every webhook, with one id", "[unit][webhooks]") {
  Hooks office;
  office.alert("rapid-review", "before-5");
  const auto first = office.hook("one.example");
  const auto second = office.hook("two.example");
  office.alert("rapid-review", "due");
  office.alert("rapid-review", "due");
  const auto due = office.events.due(office.now);
  REQUIRE(due.size() == 2);
  CHECK(due[0].event.event == due[1].event.event);
  CHECK(due[0].event.event.starts_with("msg_"));
  CHECK(due[0].event.dedupe == "cases/26-0007/rapid-review/1/due");
  CHECK(office.log_of(first) == Texts{"rapid-review due WAITING"});
  CHECK(office.log_of(second) == Texts{"rapid-review due WAITING"});
  CHECK_THROWS_AS(office.events.enqueue({}, office.now), std::logic_error);
}

TEST_CASE("What is rolled back was not put down", "[unit][webhooks]") {
  Hooks office;
  const auto id = office.hook("one.example");
  {
    Transaction transaction(office.journal);
    REQUIRE(office.events.enqueue({"a", "cases/26-0007", "rapid-review", "e", 1, "due", "2026-03-17", "", "", ""},
                                  office.now));
  }
  CHECK(office.log_of(id).empty());
  office.alert("rapid-review", "due");
  CHECK(office.log_of(id).size() == 1);
}

TEST_CASE("What waits for a webhook is given in order, some at a time, and none for one that is busy",
          "[unit][webhooks]") {
  Hooks office;
  const auto first = office.hook("one.example");
  const auto second = office.hook("two.example");
  for (const auto* step : {"before-5", "due", "overdue"}) office.alert("rapid-review", step);
  const auto steps = [&](const std::set<std::string>& busy) {
    Texts all;
    for (const auto& one : office.events.due(office.now, 2, busy)) all.push_back(one.webhook + " " + one.event.step);
    std::sort(all.begin(), all.end());
    return all;
  };
  Texts both{first + " before-5", first + " due", second + " before-5", second + " due"};
  std::sort(both.begin(), both.end());
  CHECK(steps({}) == both);
  CHECK(steps({first}) == Texts{second + " before-5", second + " due"});
  const auto due = office.events.due(office.now, 2);
  REQUIRE(due.size() == 4);
  CHECK(due[0].webhook == due[1].webhook);
  CHECK(due[0].event.step == "before-5");
  CHECK(due[1].event.step == "due");
}

TEST_CASE("There are only so many webhooks at one time", "[unit][webhooks]") {
  Hooks office;
  for (int i = 0; i < most_webhooks; ++i) office.hook(fmt::format("receiver-{}.example", i));
  const auto more = office.webhooks.add(
      {office.webhooks.new_id(), "https://one-more.example/", "one-more.example", false, "sealed", "ada"}, office.now);
  REQUIRE_FALSE(more);
  CHECK(more.error().code == Code::malformed);
}

TEST_CASE("The bytes of a delivery are made once", "[unit][webhooks]") {
  Hooks office;
  const auto id = office.hook("one.example");
  office.alert("rapid-review", "due");
  const auto delivery = office.events.due(office.now).at(0).delivery;
  REQUIRE(office.events.keep_body(delivery, "first"));
  REQUIRE(office.events.keep_body(delivery, "second"));
  CHECK(office.events.find(id, delivery)->body == "first");
}

TEST_CASE("A try that failed is made again when its time comes, then given up, and the webhook with it",
          "[unit][webhooks]") {
  Hooks office;
  const auto id = office.hook("one.example");
  office.alert("rapid-review", "due");
  const auto first = office.events.due(office.now).at(0);
  office.tried(first, {500, "status", office.now + std::chrono::minutes{5}});
  CHECK(office.events.due(office.now).empty());
  CHECK(office.webhooks.find(id)->failing_since == rfc3339(office.now));
  CHECK(office.webhooks.in_trouble(office.now).size() == 1);
  CHECK(office.webhooks.in_trouble(office.now - std::chrono::hours{1}).empty());
  const auto began = office.now;
  office.now += std::chrono::minutes{5};
  const auto again = office.events.due(office.now).at(0);
  CHECK(again.tries == 1);
  CHECK(again.last_status == 500);
  office.tried(again, {0, "too-slow", {}});
  CHECK(office.log_of(id) == Texts{"rapid-review due FAILED"});
  const auto off = *office.webhooks.find(id);
  CHECK(off.state == "DISABLED");
  CHECK(off.why == "failing");
  CHECK(off.failing_since == rfc3339(began));
  CHECK(office.webhooks.in_trouble(began - std::chrono::hours{1}).size() == 1);
  office.alert("rapid-review", "overdue");
  CHECK(office.events.due(office.now).empty());
  CHECK(office.events.waiting(id) == 1);
  REQUIRE(office.webhooks.enable(id, "ada", office.now));
  CHECK(office.webhooks.in_trouble(office.now).empty());
  const auto next = office.events.due(office.now).at(0);
  CHECK(next.event.step == "overdue");
  office.tried(next, {204, "", {}});
  CHECK(office.log_of(id) == Texts{"rapid-review overdue DELIVERED", "rapid-review due FAILED"});
}

TEST_CASE("One that is given up leaves a webhook on that something else got through to", "[unit][webhooks]") {
  Hooks office;
  const auto id = office.hook("one.example");
  office.alert("rapid-review", "due");
  const auto first = office.events.due(office.now).at(0);
  office.tried(first, {500, "status", office.now + std::chrono::minutes{5}});
  office.now += std::chrono::minutes{1};
  office.alert("rapid-review", "overdue");
  office.tried(office.events.due(office.now).at(0), {200, "", {}});
  office.now += std::chrono::minutes{4};
  office.tried(office.events.due(office.now).at(0), {500, "status", {}});
  CHECK(office.webhooks.find(id)->is_active());
  CHECK(office.log_of(id) == Texts{"rapid-review overdue DELIVERED", "rapid-review due FAILED"});
}

TEST_CASE("A receiver that says that it is gone is asked no more", "[unit][webhooks]") {
  Hooks office;
  const auto id = office.hook("one.example");
  office.alert("rapid-review", "due");
  office.tried(office.events.due(office.now).at(0), {410, "gone", {}});
  CHECK(office.webhooks.find(id)->why == "gone");
  CHECK(AccessLog(*office.store).since(0, plenty).back().deed == "webhook-disabled");
}

TEST_CASE("A replay is the same event with the same bytes", "[unit][webhooks]") {
  Hooks office;
  const auto id = office.hook("one.example");
  office.alert("rapid-review", "due");
  auto first = office.events.due(office.now).at(0);
  REQUIRE(office.events.keep_body(first.delivery, "bytes"));
  office.tried(first, {200, "", {}});
  CHECK(office.events.due(office.now).empty());
  REQUIRE(office.events.replay(id, first.delivery, "ada", office.now));
  const auto again = office.events.due(office.now).at(0);
  CHECK(again.event.event == first.event.event);
  CHECK(again.body == "bytes");
  CHECK(again.tries == 0);
  CHECK(office.events.replay("none", first.delivery, "ada", office.now).error().code == Code::not_found);
  CHECK(office.events.replay(id, 99, "ada", office.now).error().code == Code::not_found);
}

TEST_CASE("Two secrets sign for a day after the second is made", "[unit][webhooks]") {
  Hooks office;
  const auto id = office.hook("one.example");
  CHECK(office.webhooks.signing(id, office.now) == Texts{"secret 1 of " + id});
  REQUIRE(office.webhooks.rotate(id, "secret 2", "ada", office.now));
  CHECK(office.webhooks.signing(id, office.now) == Texts{"secret 2", "secret 1 of " + id});
  CHECK(office.webhooks.signing(id, office.now + secret_overlap) == Texts{"secret 2"});
  REQUIRE(office.webhooks.rotate(id, "secret 3", "ada", office.now));
  REQUIRE(office.webhooks.rotate(id, "secret 4", "ada", office.now));
  CHECK(office.webhooks.signing(id, office.now) == Texts{"secret 4", "secret 3", "secret 2"});
  CHECK(office.webhooks.rotate("none", "secret", "ada", office.now).error().code == Code::not_found);
}

TEST_CASE("What is removed is gone with everything of it", "[unit][webhooks]") {
  Hooks office;
  const auto id = office.hook("one.example");
  office.alert("rapid-review", "due");
  const auto under_way = office.events.due(office.now).at(0);
  REQUIRE(office.webhooks.remove(id, "ada", office.now));
  CHECK(office.webhooks.list().empty());
  CHECK(office.webhooks.signing(id, office.now).empty());
  CHECK(office.log_of(id).empty());
  office.tried(under_way, {410, "gone", {}});
  CHECK(office.webhooks.remove(id, "ada", office.now).error().code == Code::not_found);
  CHECK(office.hook("one.example") != id);
  Texts deeds;
  for (const auto& change : AccessLog(*office.store).since(0, plenty)) {
    if (change.deed.starts_with("webhook")) deeds.push_back(change.deed);
  }
  CHECK(deeds == Texts{"webhook-added", "webhook-removed", "webhook-added"});
}

TEST_CASE("What is of a sealed case waits until it is unsealed", "[unit][webhooks]") {
  Hooks office;
  const auto id = office.hook("one.example");
  const auto at = office.open();
  office.alert("notify-panel", "due", "cases/" + at);
  office.must(at, "{'caseSealed':{'readers':['ann'],'reasons':'Invented.'}}");
  CHECK(office.events.due(office.now).empty());
  CHECK(office.events.waiting(id) == 1);
}

TEST_CASE("The subject of a clock, which people type, is told as a digest", "[unit][webhooks]") {
  Hooks office;
  const auto id = office.hook("one.example");
  for (const auto* record : {"cases/26-0007", "cases/26-0008"}) office.alert("action:visit-canary-jane", "due", record);
  office.alert("action:visit-canary-jane", "overdue");
  office.alert("action:visit-canary-john", "due");
  office.alert("action:visit-canary-john", "due");
  const auto log = office.events.log(id, 0, plenty);
  REQUIRE(log.size() == 4);
  std::set<std::string> clocks;
  for (const auto& one : log) {
    const auto sent = reviewd::cloud_event(one.event, "https://reviews.example.org");
    CHECK(sent.find("canary") == std::string::npos);
    CHECK(sent.find("\"subject\":\"" + one.event.record + "\"") != std::string::npos);
    CHECK(sent.find("https://reviews.example.org/" + one.event.record + "\"") != std::string::npos);
    CHECK(one.event.clock.starts_with("action:"));
    CHECK(one.event.dedupe == one.event.record + "/" + one.event.clock + "/1/" + one.event.step);
    clocks.insert(one.event.clock);
  }
  CHECK(clocks.size() == 3);
}

TEST_CASE("No word of a case that is about a person is in what is told of it", "[unit][webhooks]") {
  Hooks office;
  const auto id = office.hook("one.example");
  const auto at = office
                      .must("",
                            "{'incidentLogged':{'incidentOn':'2026-02-27','localAuthorityAwareOn':'2026-03-02',"
                            "'harm':'SERIOUS_HARM','abuseOrNeglect':'SUSPECTED','occurredIn':'sandwell',"
                            "'summary':'canaryone','children':[{'pseudonym':'canarytwo','ageYears':7,"
                            "'name':'canarythree'}]}}")
                      .case_id;
  office.today = test::day("2026-03-09");
  Transaction transaction(office.journal);
  REQUIRE(office.desk.tell(office.moment(), plenty));
  const auto alerts = office.alerts.to_hand_out(plenty);
  REQUIRE_FALSE(alerts.empty());
  for (const auto& alert : alerts) REQUIRE(office.events.enqueue(alert, office.moment().now));
  REQUIRE(transaction.commit());
  const auto log = office.events.log(id, 0, plenty);
  CHECK(log.size() == alerts.size());
  for (const auto& one : log) {
    const auto sent = reviewd::cloud_event(one.event, "https://reviews.example.org");
    CHECK(sent.find(at) != std::string::npos);
    CHECK(sent.find("canary") == std::string::npos);
  }
}

}  // namespace
