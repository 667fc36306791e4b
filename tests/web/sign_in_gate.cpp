#include "reviewd/identity/sign_in_gate.hpp"

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <random>

namespace reviewd {
namespace {

using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

const SignInGate::Instant start{std::chrono::hours{1000}};

TEST_CASE("Of ten thousand guesses in an hour a hundred at most are tried, and the duty officer gets in", "[web]") {
  SignInGate gate({});
  std::mt19937 random(6238);
  int tried = 0;
  for (int i = 0; i < 10000; ++i) {
    const auto now = start + milliseconds{360} * i;
    const auto from = fmt::format("203.0.113.{}", random() % 250);
    if (gate.begin({"a-smith", "", from}, now) == seconds{0}) ++tried;
    if (i % 1000 == 999) {
      const SignInTry own{"a-smith", "known-browser", "198.51.100.7"};
      CHECK(gate.begin(own, now) == seconds{0});
      gate.right(own);
    }
  }
  CHECK(tried > 10);
  CHECK(tried <= 100);
}

TEST_CASE("A known browser is slowed down by its own wrong tries", "[web]") {
  SignInGate gate({});
  const SignInTry own{"a-smith", "known-browser", "198.51.100.7"};
  for (int i = 0; i < 5; ++i) CHECK(gate.begin(own, start) == seconds{0});
  CHECK(gate.begin(own, start) > seconds{0});
  CHECK(gate.begin({"a-smith", "another", "198.51.100.7"}, start) == seconds{0});
  CHECK(gate.begin({"b-jones", "known-browser", "198.51.100.7"}, start) == seconds{0});
}

TEST_CASE("One address tries many names only so often, and loopback as it likes", "[web]") {
  SignInGate gate({.address_burst = 10, .address_per_minute = 6});
  const auto try_from = [&](const std::string& address, int name, SignInGate::Instant now) {
    return gate.begin({fmt::format("p-{}", name), "", address}, now);
  };
  int tried = 0;
  for (int i = 0; i < 50; ++i) tried += try_from("203.0.113.9", i, start) == seconds{0} ? 1 : 0;
  CHECK(tried == 10);
  CHECK(try_from("203.0.113.9", 100, start) == seconds{10});
  CHECK(try_from("203.0.113.9", 101, start + seconds{10}) == seconds{0});
  CHECK(try_from("203.0.113.10", 102, start) == seconds{0});
  for (int i = 200; i < 250; ++i) CHECK(try_from("127.0.0.1", i, start) == seconds{0});
}

TEST_CASE("Ten thousand invented names keep nobody out who has another", "[web]") {
  SignInGate gate({.address_burst = 10, .address_per_minute = 6, .wrong_per_minute = 1'000'000});
  for (int i = 0; i < 6'000; ++i) {
    (void)gate.begin({fmt::format("invented-{}", i), "", fmt::format("203.0.113.{}", i % 250)}, start);
    (void)gate.begin({fmt::format("local-{}", i), "", "127.0.0.1"}, start);
  }
  CHECK(gate.begin({"a-smith", "", "198.51.100.7"}, start + seconds{1}) == seconds{0});
}

TEST_CASE("Tries that were right do not count for the address", "[web]") {
  SignInGate gate({.address_burst = 5, .address_per_minute = 1});
  for (int i = 0; i < 50; ++i) {
    const SignInTry one{fmt::format("p-{}", i), "", "203.0.113.9"};
    CHECK(gate.begin(one, start) == seconds{0});
    gate.right(one);
  }
}

TEST_CASE("A flood from everywhere stops strangers for the rest of the minute, and known browsers never", "[web]") {
  SignInGate gate({.wrong_per_minute = 20});
  int tried = 0;
  for (int i = 0; i < 100; ++i) {
    tried += gate.begin({fmt::format("p-{}", i), "", fmt::format("203.0.113.{}", i)}, start) == seconds{0} ? 1 : 0;
  }
  CHECK(tried == 20);
  CHECK(gate.begin({"b-jones", "", "198.51.100.7"}, start + seconds{20}) == seconds{40});
  CHECK(gate.begin({"b-jones", "known-browser", "198.51.100.7"}, start + seconds{20}) == seconds{0});
  CHECK(gate.begin({"c-brown", "", "198.51.100.7"}, start + minutes{1}) == seconds{0});
}

TEST_CASE("An IPv6 address counts by its network", "[web]") {
  CHECK(network_of("2001:db8:1:2:3:4:5:6") == network_of("2001:db8:1:2::1"));
  CHECK(network_of("2001:db8:1:2::1") != network_of("2001:db8:1:3::1"));
  CHECK(network_of("::ffff:203.0.113.9") != network_of("::ffff:203.0.113.10"));
  CHECK(network_of("203.0.113.9") == "203.0.113.9");
}

TEST_CASE("A limit of sign-in is set by its name and within its bounds", "[web]") {
  SignInLimits limits;
  CHECK(set_sign_in_limit(limits, "address-burst", 25));
  CHECK(limits.address_burst == 25);
  CHECK(set_sign_in_limit(limits, "address-burst", 0).error().code == review::Code::wrong_type);
  CHECK(set_sign_in_limit(limits, "no-such", 5).error().code == review::Code::unknown_field);
  CHECK(limits.address_burst == 25);
}

}  // namespace
}  // namespace reviewd
