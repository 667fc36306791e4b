#include <catch2/catch.hpp>
#include <chrono>

#include "reviewd/http/admission.hpp"
#include "reviewd/http/limits.hpp"

using reviewd::Admission;
using reviewd::Limits;
using Verdict = Admission::Verdict;
using namespace std::chrono_literals;

TEST_CASE("connections are counted in all and per address", "[unit][http]") {
  Limits limits;
  limits.connections = 4;
  limits.connections_per_address = 2;
  Admission admission(limits);
  CHECK(admission.enter("192.0.2.1") == Verdict::taken);
  CHECK(admission.enter("192.0.2.1") == Verdict::taken);
  CHECK(admission.enter("192.0.2.1") == Verdict::too_many_from_address);
  CHECK(admission.enter("192.0.2.2") == Verdict::taken);
  CHECK(admission.enter("127.0.0.1") == Verdict::taken);
  CHECK(admission.enter("192.0.2.3") == Verdict::too_many_in_all);
  admission.leave("192.0.2.1");
  CHECK(admission.enter("192.0.2.1") == Verdict::taken);
}

TEST_CASE("loopback is spared, unless it is not to be", "[unit][http]") {
  Limits limits;
  limits.connections_per_address = 1;
  Admission spared(limits);
  CHECK(spared.enter("127.0.0.1") == Verdict::taken);
  CHECK(spared.enter("127.0.0.1") == Verdict::taken);
  limits.spare_loopback = false;
  Admission counted(limits);
  CHECK(counted.enter("::1") == Verdict::taken);
  CHECK(counted.enter("::1") == Verdict::too_many_from_address);
  CHECK(reviewd::is_loopback("127.8.0.1"));
  CHECK(reviewd::is_loopback("::ffff:127.0.0.1"));
  CHECK_FALSE(reviewd::is_loopback("128.0.0.1"));
}

TEST_CASE("a bucket empties with requests and fills with time", "[unit][http]") {
  Limits limits;
  limits.requests_per_second = 10;
  limits.request_burst = 3;
  Admission admission(limits);
  const auto now = Admission::Clock::now();
  for (int i = 0; i < 3; ++i) CHECK(admission.may_ask("192.0.2.1", now));
  CHECK_FALSE(admission.may_ask("192.0.2.1", now));
  CHECK(admission.may_ask("192.0.2.2", now));
  CHECK_FALSE(admission.may_ask("192.0.2.1", now + 50ms));
  CHECK(admission.may_ask("192.0.2.1", now + 101ms));
  CHECK_FALSE(admission.may_ask("192.0.2.1", now + 102ms));
  for (int i = 0; i < 3; ++i) CHECK(admission.may_ask("192.0.2.1", now + 1h));
  CHECK_FALSE(admission.may_ask("192.0.2.1", now + 1h));
  for (int i = 0; i < 100; ++i) CHECK(admission.may_ask("127.0.0.1", now));
}

TEST_CASE("bodies share one allowance of memory", "[unit][http]") {
  Limits limits;
  limits.buffered_bytes = 10;
  Admission admission(limits);
  CHECK(admission.reserve(6));
  CHECK_FALSE(admission.reserve(5));
  CHECK(admission.reserve(4));
  admission.release(6);
  CHECK(admission.reserve(5));
}

TEST_CASE("limits are set by name and within bounds", "[unit][http]") {
  Limits limits;
  CHECK(reviewd::set_limit(limits, "header-ms", 5000));
  CHECK(limits.header_time == 5s);
  CHECK(reviewd::set_limit(limits, "body-bytes", 100));
  CHECK(limits.body_bytes == 100);
  CHECK(reviewd::set_limit(limits, "header-size", 1).error().code == review::Code::unknown_field);
  CHECK(reviewd::set_limit(limits, "connections", 0).error().code == review::Code::wrong_type);
  for (const auto& row : reviewd::limit_table()) {
    CAPTURE(std::string(row.name));
    CHECK(reviewd::set_limit(limits, row.name, row.least));
    CHECK(reviewd::set_limit(limits, row.name, row.most));
    CHECK_FALSE(reviewd::set_limit(limits, row.name, row.most + 1));
  }
}
