#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <memory>

#include "libreview/registers/notice_settings.hpp"
#include "libreview/registers/notices.hpp"
#include "reviewd/alerts/hand_out.hpp"
#include "reviewd/alerts/send_notices.hpp"
#include "reviewd/storage/open_storage.hpp"
#include "tests/support/small_case.hpp"

/// More reminders than anybody reads: what is told of many cases at once, to many people.
namespace review::test {
namespace {

using std::chrono::steady_clock;

const Date thursday = day("2026-04-02");

Moment morning(Date on) { return {*parse_instant(on.iso() + "T10:00:00Z"), on}; }

std::unique_ptr<reviewd::Storage> practice_storage() {
  auto opened = reviewd::open_storage(Store::in_memory(true), {});
  REQUIRE(opened);
  REQUIRE((*opened)->desk().rebuild_views(false));
  return std::move(*opened);
}

/// A practice store whose review coordinators want a list by mail.
struct Office {
  std::unique_ptr<reviewd::Storage> storage = practice_storage();
  Notices notices{storage->store()};
  Instant real = reviewd::now(std::nullopt).now;

  void coordinator(const std::string& person) {
    NoticeSettings settings(storage->store(), storage->random());
    REQUIRE(storage->tokens().issue({person, "coordinator", "reviewctl"}, real));
    const auto code = settings.ask_for_code(person, person + "@example.org", real);
    REQUIRE(code);
    REQUIRE(settings.confirm(person, code->value(), real).value());
  }
  /// Something is due in each of so many cases.
  void raise(Date on, int first, int many) {
    const auto raised = storage->store().in_one_transaction([&]() -> Result<void> {
      for (int i = first; i < first + many; ++i) {
        const KeptArm arm{fmt::format("cases/26-{:04}", i), {"rapid-review", "an-entry", on, ""}, 1};
        const auto one = storage->alerts().raise(arm, {"due", on}, on, morning(on).now);
        if (!one) return refuse(one.error());
      }
      return {};
    });
    REQUIRE(raised);
  }
  /// Until nothing is left; how often it was begun.
  template <class Slice>
  int to_the_end(Slice slice, Date on) {
    for (int slices = 1;; ++slices) {
      const auto more = storage->store().in_one_transaction([&] { return slice(*storage, morning(on)); });
      REQUIRE(more);
      if (!*more) return slices;
    }
  }
  std::vector<std::string> lists() {
    std::vector<std::string> all;
    for (const auto& mail : storage->outbox().due(reviewd::now(std::nullopt).now, 1000, true)) {
      if (mail.subject.ends_with(" due")) all.push_back(mail.subject);
    }
    std::ranges::sort(all);
    return all;
  }
};

TEST_CASE("A list of more than five thousand reminders counts them all, and shuts nobody out afterwards", "[unit]") {
  constexpr int many = 5200;
  const auto monday = day("2026-04-13");
  Office office;
  office.coordinator("ann");
  office.raise(thursday, 1, many);
  // The list goes with the next beginning of the hours: here after the days off around Easter.
  office.to_the_end(reviewd::hand_out, thursday);
  CHECK(std::ssize(office.notices.list_of("ann", morning(thursday).now)) == many);
  office.to_the_end(reviewd::send_notices, monday);
  CHECK(office.lists() == std::vector<std::string>{"5200 reminders are due"});
  CHECK(office.notices.list_of("ann", morning(monday).now).empty());

  office.raise(monday, many + 1, 1);
  office.to_the_end(reviewd::hand_out, monday);
  office.to_the_end(reviewd::send_notices, monday.plus_days(1));
  CHECK(office.lists() == std::vector<std::string>{"1 reminder is due", "5200 reminders are due"});
}

TEST_CASE("Reminders are handed out a hundred at a time to everybody whom they concern, and lists are made one by one",
          "[unit]") {
  Office office;
  office.coordinator("ann");
  office.coordinator("bob");
  office.raise(thursday, 1, 250);
  CHECK(office.to_the_end(reviewd::hand_out, thursday) == 3);
  CHECK(office.notices.list_of("ann", morning(thursday).now).size() == 250);
  CHECK(office.notices.list_of("bob", morning(thursday).now).size() == 250);
  const auto first = office.notices.list_of("ann", morning(thursday).now).front();
  REQUIRE(office.storage->alerts().acknowledge(first.alert, "bob", morning(thursday).now));
  CHECK(office.to_the_end(reviewd::send_notices, day("2026-04-13")) == 3);
  CHECK(office.lists() == std::vector<std::string>{"249 reminders are due", "249 reminders are due"});
}

TEST_CASE("With 100 review coordinators 1,000 reminders are handed out and nobody waits for half a second",
          "[.][bench]") {
  constexpr double half_a_second = 500;
  Office office;
  for (int i = 0; i < 100; ++i) office.coordinator(fmt::format("coordinator-{}", i));
  office.raise(thursday, 1, 1000);
  double most = 0;
  const auto timed = [&](auto slice) {
    return [&most, slice](reviewd::Storage& storage, const Moment& moment) {
      const auto begun = steady_clock::now();
      auto done = slice(storage, moment);
      most = std::max(most, std::chrono::duration<double, std::milli>(steady_clock::now() - begun).count());
      return done;
    };
  };
  CHECK(office.to_the_end(timed(reviewd::hand_out), thursday) == 11);
  CHECK(office.notices.list_of("coordinator-99", morning(thursday).now).size() == 1000);
  fmt::print("Handed out: at most {:.1f} ms at once\n", most);
  CHECK(most < half_a_second);
  most = 0;
  CHECK(office.to_the_end(timed(reviewd::send_notices), day("2026-04-13")) == 101);
  CHECK(office.lists().size() == 100);
  fmt::print("Put into lists: at most {:.1f} ms at once\n", most);
  CHECK(most < half_a_second);
}

}  // namespace
}  // namespace review::test
