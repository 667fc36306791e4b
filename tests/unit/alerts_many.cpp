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
struct ManyOffice {
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
  /// How many wait for the list of the person on the day.
  int waiting(const std::string& person, Date on) {
    const auto last = notices.end_of_list(person, morning(on).now);
    return last ? static_cast<int>(notices.list_of(person, *last, 100'000).size()) : 0;
  }
  /// One turn of what sends notices; whether more is left.
  bool turn(Date on) {
    const auto more = storage->store().in_one_transaction([&] { return reviewd::send_notices(*storage, morning(on)); });
    REQUIRE(more);
    return *more;
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

/// So many reminders wait for the list of one coordinator.
struct LongList : ManyOffice {
  explicit LongList(int many) {
    coordinator("ann");
    raise(thursday, 1, many);
    to_the_end(reviewd::hand_out, thursday);
  }
};

TEST_CASE("A list of more than five thousand reminders counts them all, and shuts nobody out afterwards", "[unit]") {
  constexpr int many = 5200;
  const auto monday = day("2026-04-13");
  // The list goes with the next beginning of the hours: here after the days off around Easter.
  LongList office(many);
  CHECK(office.waiting("ann", thursday) == many);
  // One turn for each five hundred, and one that finds nothing.
  CHECK(office.to_the_end(reviewd::send_notices, monday) == 12);
  CHECK(office.lists() == std::vector<std::string>{"5200 reminders are due"});
  CHECK(office.waiting("ann", monday) == 0);

  office.raise(monday, many + 1, 1);
  office.to_the_end(reviewd::hand_out, monday);
  office.to_the_end(reviewd::send_notices, monday.plus_days(1));
  CHECK(office.lists() == std::vector<std::string>{"1 reminder is due", "5200 reminders are due"});
}

TEST_CASE("Reminders are handed out a hundred at a time to everybody whom they concern, and lists are made one by one",
          "[unit]") {
  ManyOffice office;
  office.coordinator("ann");
  office.coordinator("bob");
  office.raise(thursday, 1, 250);
  CHECK(office.to_the_end(reviewd::hand_out, thursday) == 3);
  CHECK(office.waiting("ann", thursday) == 250);
  CHECK(office.waiting("bob", thursday) == 250);
  const auto last = office.notices.end_of_list("ann", morning(thursday).now);
  const auto first = office.notices.list_of("ann", last.value(), 1).front();
  REQUIRE(office.storage->alerts().acknowledge(first.alert, "bob", morning(thursday).now));
  CHECK(office.to_the_end(reviewd::send_notices, day("2026-04-13")) == 3);
  CHECK(office.lists() == std::vector<std::string>{"249 reminders are due", "249 reminders are due"});
}

TEST_CASE("A long list goes in one mail and is marked in turns; a service that ends between sends no second one",
          "[unit]") {
  constexpr int many = 2600;
  const auto monday = day("2026-04-13");
  LongList office(many);
  const auto last = office.notices.end_of_list("ann", morning(thursday).now);
  const auto waiting = office.notices.list_of("ann", last.value(), many);
  const auto nine = morning(thursday).now;
  // In hand, put off, and put off until a day that has come: all over the list.
  for (std::size_t i = 0; i < waiting.size(); i += 26) {
    REQUIRE(office.storage->alerts().acknowledge(waiting[i].alert, "bob", nine));
    REQUIRE(office.storage->alerts().snooze(waiting[i + 1].alert, "ann", monday.plus_days(1), nine));
    REQUIRE(office.storage->alerts().snooze(waiting[i + 2].alert, "ann", monday, nine));
  }
  CHECK(office.turn(monday));
  CHECK(office.lists() == std::vector<std::string>{"2400 reminders are due"});
  CHECK(office.waiting("ann", monday) == many - 500);
  // The service ends here. What is told before it is back belongs on another list, and all that was on the first one
  // stays there.
  office.raise(monday, many + 1, 3);
  office.to_the_end(reviewd::hand_out, monday);
  const auto tuesday = monday.plus_days(1);
  for (int left = many - 500; left > 0; left -= 500) {
    CHECK(office.turn(tuesday));
    CHECK(office.lists().size() == 1);
    CHECK(office.waiting("ann", tuesday) == std::max(0, left - 500) + 3);
  }
  CHECK(office.turn(tuesday));
  CHECK_FALSE(office.turn(tuesday));
  CHECK(office.lists() == std::vector<std::string>{"2400 reminders are due", "3 reminders are due"});
  const auto states = [&](std::string_view what) {
    const std::string sql = "SELECT count(*) FROM notices WHERE " + std::string(what);
    auto row = office.storage->store().prepare(sql);
    return row.step() ? row.small(0) : 0;
  };
  CHECK(states("mail IS NOT NULL") == 2400 + 3);
  CHECK(states("dropped = 'in-hand'") == 100);
  CHECK(states("dropped = 'put-off'") == 100);
}

TEST_CASE("A long list of which nothing stands goes in no mail, and is settled in turns as well", "[unit]") {
  constexpr int many = 1100;
  const auto monday = day("2026-04-13");
  LongList office(many);
  REQUIRE(NoticeSettings(office.storage->store(), office.storage->random()).forget_mailbox("ann", office.real));
  CHECK(office.to_the_end(reviewd::send_notices, monday) == 4);
  CHECK(office.lists().empty());
  CHECK(office.waiting("ann", monday) == 0);
}

TEST_CASE("With 100 review coordinators 1,000 reminders are handed out and nobody waits for half a second",
          "[.][bench]") {
  constexpr double half_a_second = 500;
  ManyOffice office;
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
  CHECK(office.waiting("coordinator-99", thursday) == 1000);
  fmt::print("Handed out: at most {:.1f} ms at once\n", most);
  CHECK(most < half_a_second);
  most = 0;
  CHECK(office.to_the_end(timed(reviewd::send_notices), day("2026-04-13")) == 201);
  CHECK(office.lists().size() == 100);
  fmt::print("Put into lists: at most {:.1f} ms at once\n", most);
  CHECK(most < half_a_second);
}

}  // namespace
}  // namespace review::test
