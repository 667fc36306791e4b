#include <fstream>
#include <iterator>

#include "tests/http/service_support.hpp"

/// Webhooks over HTTP: who may add one, where it may go, and that its secret is shown once.
namespace review::service_test {
namespace {

const std::string all = "/v1/webhooks";
const std::string webhook_wish = R"({"address":"https://receiver.example/events?word=canaryword"})";

TEST_CASE("A webhook is added, and its secret is shown this once", "[service]") {
  Practice practice;
  auto admin = practice.daemon.administrator();
  const auto made = admin.post(all, webhook_wish);
  REQUIRE(made.status == 201);
  const auto secret = made.text("/secret");
  CHECK(secret.starts_with("whsec_"));
  const auto at = all + "/" + made.text("/webhook");
  CHECK(made.header("Location") == at);
  CHECK(admin.get(at).text("/state") == "ACTIVE");
  CHECK(admin.get(at).text("/secret").empty());
  CHECK(admin.get(all).body.find("whsec_") == std::string::npos);
  const auto again = admin.post(all, webhook_wish);
  CHECK(again.status == 409);
  CHECK(again.code() == "already-recorded");
  const auto other = admin.post(at + ":rotate", "").text("/secret");
  CHECK(other.starts_with("whsec_"));
  CHECK(other != secret);
  REQUIRE(practice.daemon.stop() == 0);
  for (const char* name : {"store.db", "store.db-wal"}) {
    std::ifstream file(practice.daemon.disk() / name, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    CHECK(bytes.find(secret.substr(6)) == std::string::npos);
    CHECK(bytes.find(other.substr(6)) == std::string::npos);
  }
  CHECK(practice.daemon.said().find("canaryword") == std::string::npos);
}

TEST_CASE("A webhook, its new secret and a proposal of one are made once under one key", "[service]") {
  Practice practice;
  auto admin = practice.daemon.administrator();
  const HttpFields key{{"Idempotency-Key", "once"}};
  const auto made = admin.post(all, webhook_wish, key);
  REQUIRE(made.status == 201);
  const auto id = made.text("/webhook");
  const auto again = admin.post(all, webhook_wish, key);
  CHECK(again.code() == "already-recorded");
  CHECK(again.text("/detail").find("webhooks/" + id) != std::string::npos);
  CHECK(again.body.find("whsec_") == std::string::npos);

  const HttpFields anew{{"Idempotency-Key", "anew"}};
  REQUIRE(admin.post(all + "/" + id + ":rotate", "", anew).status == 200);
  const auto lost = admin.post(all + "/" + id + ":rotate", "", anew);
  CHECK(lost.status == 409);
  CHECK(lost.text("/detail").find("webhooks/" + id) != std::string::npos);
  CHECK(admin.post(all + "/" + id + ":rotate", "", key).code() == "key-reused");

  const Daemon real({false, {}});
  auto proposer = real.administrator();
  const HttpFields proposing{{"Idempotency-Key", "proposing"}};
  const std::string proposal = R"({"address":"https://another.example/","reason":"Invented."})";
  const auto proposed = proposer.post(all + ":propose", proposal, proposing);
  INFO(proposed.body);
  REQUIRE(proposed.status == 201);
  const auto same = proposer.post(all + ":propose", proposal, proposing);
  CHECK(same.status == 201);
  CHECK(same.text("/approval") == proposed.text("/approval"));
  CHECK(same.header("Location") == proposed.header("Location"));
}

TEST_CASE("A webhook to a private network is refused, whoever asks", "[service]") {
  Practice practice;
  auto admin = practice.daemon.administrator();
  for (const char* address : {"https://127.0.0.1/", "https://10.1.2.3/", "https://[::ffff:192.168.0.1]/",
                              "https://169.254.169.254/", "https://localhost/", "http://receiver.example/"}) {
    INFO(address);
    const auto answer = admin.post(all, R"({"address":")" + std::string(address) + R"("})");
    CHECK(answer.status == 400);
    CHECK(answer.text("/violations/0/pointer") == "/address");
  }
  const auto answer = admin.post(all, R"({"address":"https://10.1.2.3/","privateAllowed":true})");
  CHECK(answer.status == 400);
  CHECK(answer.text("/violations/0/pointer") == "/privateAllowed");
  CHECK(practice.coordinator.get(all).status == 403);
  CHECK(practice.coordinator.post(all, webhook_wish).status == 403);
}

TEST_CASE("In a real store a webhook takes two people", "[service]") {
  const Daemon real({false, {}});
  auto first = real.administrator();
  auto second = real.second_administrator();
  CHECK(first.post(all, webhook_wish).code() == "second-person-required");
  const auto proposed = first.post(
      all + ":propose", R"({"address":"https://receiver.example/events?word=canaryword","reason":"Invented."})");
  REQUIRE(proposed.status == 201);
  const auto approval = "/v1/approvals/" + proposed.text("/approval");
  CHECK(first.post(approval + ":approve", "").code() == "second-person-required");
  REQUIRE(second.post(approval + ":approve", "").status == 200);
  CHECK(second.post(all, webhook_wish).code() == "second-person-required");
  CHECK(first.post(all, R"({"address":"https://receiver.example/other"})").code() == "second-person-required");
  CHECK(first.post(all, webhook_wish).status == 201);
  CHECK(first.post(all, R"({"address":"https://another.example/"})").code() == "second-person-required");
}

TEST_CASE("The log of a webhook says how it went, and of no case what", "[service]") {
  Practice practice;
  auto admin = practice.daemon.administrator();
  const auto at = all + "/" + admin.post(all, webhook_wish).text("/webhook");
  REQUIRE(admin.post(at + ":disable", "").text("/why") == "person");
  std::vector<std::string> sent;
  for (int i = 0; i < 3; ++i) sent.push_back(admin.post(at + ":test", "").text("/delivery"));
  const auto page = admin.get(at + "/deliveries?pageSize=2");
  CHECK(texts(page, "deliveries", "delivery") == std::vector<std::string>{sent[2], sent[1]});
  CHECK(texts(page, "deliveries", "state") == std::vector<std::string>{"WAITING", "WAITING"});
  const auto rest = admin.get(at + "/deliveries?pageSize=2&pageToken=" + page.text("/nextPageToken"));
  CHECK(texts(rest, "deliveries", "delivery") == std::vector<std::string>{sent[0]});
  CHECK(rest.text("/nextPageToken").empty());
  CHECK(page.body.find("subject") == std::string::npos);
  CHECK(admin.post(at + ":remove", "").status == 200);
  CHECK(admin.get(at).status == 404);
  CHECK(admin.get(at + "/deliveries").status == 404);
}

}  // namespace
}  // namespace review::service_test
