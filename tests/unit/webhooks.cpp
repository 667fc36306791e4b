#include <catch2/catch.hpp>
#include <set>
#include <string>
#include <vector>

#include "libreview/registers/webhook_events.hpp"
#include "libreview/store/system_random.hpp"
#include "libreview/vocabulary/parse_json.hpp"
#include "reviewd/delivery/cloud_event.hpp"
#include "reviewd/delivery/public_address.hpp"
#include "reviewd/delivery/retry_wait.hpp"
#include "reviewd/delivery/webhook_address.hpp"
#include "reviewd/delivery/webhook_signature.hpp"
#include "reviewd/settings/webhook_config.hpp"

/// What is sent to other programs: how it is signed, where it may go, when it is tried again.
namespace {

using namespace reviewd;
using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::seconds;

TEST_CASE("A signature is the one of the Standard Webhooks examples", "[unit]") {
  CHECK(webhook_signature("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330",
                          R"({"test": 2432232314})") == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  CHECK(webhook_signature("whsec_plJ3nmyCDGBKInavdOK15jsl", "msg_loFOjxBNrRLzqYUf", "1731705121",
                          R"({"event_type":"ping","data":{"success":true}})") ==
        "v1,rAvfW3dJ/X/qxhsaXPOyyCGmRKsaKWcsNccKXlIktD0=");
  CHECK_FALSE(webhook_signature("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "m", "1", ""));
  CHECK_FALSE(webhook_signature("whsec_", "m", "1", ""));
  CHECK_FALSE(webhook_signature("whsec_not base64", "m", "1", ""));
}

TEST_CASE("A secret is new each time, and signs", "[unit]") {
  review::SystemRandom random;
  const auto secret = new_webhook_secret(random);
  CHECK(secret.size() == std::string("whsec_").size() + 44);
  CHECK(secret != new_webhook_secret(random));
  CHECK(webhook_signature(secret, "msg_a", "1", "{}"));
}

TEST_CASE("An address is public unless a table of special ones has it", "[unit]") {
  const auto is_open = [](const std::string& text) { return is_public(boost::asio::ip::make_address(text)); };
  for (const char* text : {"0.0.0.0",
                           "10.1.2.3",
                           "100.64.0.1",
                           "100.100.100.200",
                           "127.0.0.1",
                           "127.255.255.254",
                           "169.254.0.1",
                           "169.254.169.254",
                           "172.16.0.1",
                           "172.31.255.255",
                           "192.0.0.192",
                           "192.168.1.1",
                           "198.18.0.1",
                           "224.0.0.1",
                           "239.1.1.1",
                           "240.0.0.1",
                           "255.255.255.255",
                           "168.63.129.16",
                           "192.0.2.1",
                           "203.0.113.9",
                           "::",
                           "::1",
                           "::ffff:10.0.0.1",
                           "::ffff:127.0.0.1",
                           "::127.0.0.1",
                           "fe80::1",
                           "fc00::1",
                           "fd00:ec2::254",
                           "ff02::1",
                           "64:ff9b::7f00:1",
                           "2001:db8::1",
                           "2002:7f00:1::1",
                           "2001::1",
                           "fec0::1",
                           "100::1",
                           "3fff::1"}) {
    INFO(text);
    CHECK_FALSE(is_open(text));
  }
  for (const char* text : {"1.1.1.1", "9.255.255.255", "11.0.0.1", "100.63.255.255", "100.128.0.1", "172.15.255.255",
                           "172.32.0.1", "192.167.1.1", "223.255.255.255", "::ffff:1.1.1.1", "2606:4700::1111",
                           "2a00:1450::1", "2001:4860:4860::8888"}) {
    INFO(text);
    CHECK(is_open(text));
  }
}

TEST_CASE("An event goes to an https address on the internet, and to no other", "[unit]") {
  for (const char* text :
       {"https://receiver.example.org/events", "https://1.1.1.1/", "https://receiver.example.org:8443/a?b=c"}) {
    INFO(text);
    CHECK(webhook_address(text, false));
  }
  CHECK(webhook_address("https://Receiver.Example.org/events", false)->host == "receiver.example.org");
  for (const char* text : {"",
                           "receiver.example.org",
                           "http://receiver.example.org/",
                           "ftp://receiver.example.org/",
                           "file:///etc/passwd",
                           "https://",
                           "https://localhost/",
                           "https://intranet/",
                           "https://printer.local/",
                           "https://a.internal/",
                           "https://localhost./",
                           "https://a.localhost/",
                           "https://127.0.0.1/",
                           "https://10.0.0.1:8443/",
                           "https://[::1]/",
                           "https://[::ffff:10.0.0.1]/",
                           "https://169.254.169.254/latest",
                           "https://2130706433/",
                           "https://0x7f.1/",
                           "https://0177.0.0.1/",
                           "https://name:word@receiver.example.org/",
                           "https://receiver.example.org/#part",
                           "https://receiver.example.org/a b",
                           "https://receiver.example.org/\n"}) {
    INFO(text);
    const auto refused = webhook_address(text, false);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == review::Code::malformed);
  }
  CHECK_FALSE(webhook_address("https://receiver.example.org/" + std::string(1024, 'a'), false));
  CHECK(webhook_address("http://127.0.0.1:9000/events", true));
  CHECK(webhook_address("https://10.0.0.1/events", true));
  CHECK(webhook_address("https://receiver/events", true));
  CHECK_FALSE(webhook_address("http://10.0.0.1/events", true));
  CHECK_FALSE(webhook_address("http://localhost/events", true));
  CHECK_FALSE(webhook_address("http://receiver.example.org/events", true));
}

TEST_CASE("What failed is tried for three days, a little later each time than said", "[unit]") {
  const seconds none{0};
  milliseconds whole{0};
  for (int before = 0; before < 9; ++before) {
    const auto least = retry_wait(usual_retries, before, 0, none);
    const auto most = retry_wait(usual_retries, before, 255, none);
    REQUIRE(least);
    CHECK(*least == usual_retries[static_cast<std::size_t>(before)]);
    CHECK(*most == *least * 6 / 5);
    whole += *least;
  }
  CHECK(whole > hours{72});
  CHECK_FALSE(retry_wait(usual_retries, 9, 0, none));
  CHECK_FALSE(retry_wait({}, 0, 0, none));
  CHECK(*retry_wait(usual_retries, 0, 0, seconds{120}) == seconds{120});
  CHECK(*retry_wait(usual_retries, 1, 0, seconds{120}) == seconds{300});
  CHECK(*retry_wait(usual_retries, 0, 0, hours{1000}) == hours{24});
}

TEST_CASE("The configuration of webhooks refuses what it does not know", "[unit]") {
  const auto read = [](std::string_view text, WebhookSettings& settings) {
    const auto table = toml::parse(text);
    return read_webhooks(*table.get("webhooks"), settings);
  };
  WebhookSettings settings;
  CHECK_FALSE(settings.allow_private);
  REQUIRE(read("[webhooks]\nallow-private = true\nretry-seconds = [1, 2]\n", settings));
  CHECK(settings.allow_private);
  CHECK(settings.retries == std::vector<seconds>{seconds{1}, seconds{2}});
  CHECK(read("[webhooks]\nallow-privat = true\n", settings).error().code == review::Code::unknown_field);
  CHECK(read("[webhooks]\nallow-private = 1\n", settings).error().code == review::Code::wrong_type);
  CHECK(read("[webhooks]\nretry-seconds = [0]\n", settings).error().code == review::Code::wrong_type);
  CHECK(read("webhooks = 1\n", settings).error().code == review::Code::wrong_type);
}

TEST_CASE("An event names a case, a clock and a day, and nothing else", "[unit]") {
  const review::WebhookEvent event{"msg_a",
                                   "cases/26-0007/rapid-review/1/due",
                                   std::string(review::alert_told_type),
                                   "2026-03-17T00:00:01.000Z",
                                   "cases/26-0007",
                                   "rapid-review",
                                   "due",
                                   "2026-03-17"};
  const auto sent = review::parse_json(cloud_event(event, "https://reviews.example.org")).value();
  std::set<std::string> names;
  for (const auto& [name, value] : sent.at("data").as_object()) names.emplace(name);
  CHECK(names == std::set<std::string>{"case", "clock", "step", "dueOn", "link", "key"});
  CHECK(sent.at("subject").as_string() == "cases/26-0007/clocks/rapid-review");
  CHECK(sent.at("source").as_string() == "https://reviews.example.org");
  CHECK(sent.at("data").at("link").as_string() == "https://reviews.example.org/cases/26-0007");
  CHECK(cloud_event(event, "https://reviews.example.org") == cloud_event(event, "https://reviews.example.org"));
  auto of_calendar = event;
  of_calendar.record = "calendars/england-and-wales";
  const auto other = review::parse_json(cloud_event(of_calendar, "")).value();
  CHECK_FALSE(other.at("data").as_object().contains("case"));
  CHECK_FALSE(other.as_object().contains("dataschema"));
  CHECK(other.at("source").as_string() == "/");
  CHECK(other.at("subject").as_string() == "calendars/england-and-wales");
}

}  // namespace
