#include <catch2/catch.hpp>

#include "tests/unit/journal_support.hpp"

namespace review::journal_test {
namespace {

IdempotencyRow row_of(const std::string& key, const std::string& created) {
  return {"a-coordinator", key, "request", "cases/26-0001", "e26-0001-1", 1, created};
}

constexpr auto march = "2026-03-01T00:00:00.000Z";
constexpr auto april = "2026-04-01T00:00:00.000Z";

TEST_CASE("A request is remembered by person and key until it is too old", "[unit][journal]") {
  InMemory memory;
  {
    Transaction transaction(memory.journal);
    REQUIRE(memory.journal.remember_request(row_of("one", march)));
    REQUIRE(memory.journal.remember_request(row_of("two", april)));
    REQUIRE(transaction.commit());
  }
  CHECK(memory.journal.find_request("a-coordinator", "one", march)->entry == "e26-0001-1");
  CHECK_FALSE(memory.journal.find_request("a-coordinator", "one", april));
  CHECK_FALSE(memory.journal.find_request("another", "one", march));
  CHECK_FALSE(memory.journal.find_request("a-coordinator", "three", march));
  Transaction transaction(memory.journal);
  CHECK(memory.journal.forget_requests(april).value() == 1);
  CHECK_FALSE(memory.journal.find_request("a-coordinator", "one", march));
  CHECK(memory.journal.find_request("a-coordinator", "two", march));
}

TEST_CASE("A forgotten key may be used for another request", "[unit][journal]") {
  InMemory memory;
  Transaction transaction(memory.journal);
  REQUIRE(memory.journal.remember_request(row_of("one", march)));
  auto later = row_of("one", april);
  later.request_digest = "another";
  REQUIRE(memory.journal.remember_request(later));
  CHECK(memory.journal.find_request("a-coordinator", "one", march)->request_digest == "another");
}

TEST_CASE("A request is remembered only if its transaction is kept", "[unit][journal]") {
  InMemory memory;
  CHECK_THROWS_AS(memory.journal.remember_request(row_of("one", march)), std::logic_error);
  {
    Transaction transaction(memory.journal);
    REQUIRE(memory.journal.remember_request(row_of("one", march)));
  }
  CHECK_FALSE(memory.journal.find_request("a-coordinator", "one", march));
}

TEST_CASE("A keyed digest is the same in one store, and another in the next", "[unit][journal]") {
  OnDisk disk;
  const auto digest = disk.journal->keyed_digest("POST /v1/cases");
  CHECK(digest.size() == 64);
  CHECK(disk.journal->keyed_digest("POST /v1/case") != digest);
  disk.reopen();
  CHECK(disk.journal->keyed_digest("POST /v1/cases") == digest);
  CHECK(OnDisk().journal->keyed_digest("POST /v1/cases") != digest);
}

}  // namespace
}  // namespace review::journal_test
