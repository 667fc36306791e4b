#include <catch2/catch.hpp>

#include "libreview/alerts/alert_words.hpp"
#include "libreview/alerts/steps.hpp"
#include "libreview/alerts/watched.hpp"
#include "tests/support/small_case.hpp"

namespace review::test {
namespace {

/// `rapid-review` warns 5, 2 and 1 working days before; the ladder of the default partnership is 2, 5 and every 5.
Arm rapid_review(std::string_view due) { return {"rapid-review", "an-entry", day(due)}; }

std::string step(const Arm& arm, std::string_view today) {
  const auto stands = step_on(arm, law(), calendar(), day(today));
  return stands ? stands->name + " " + stands->on.iso() : "nothing";
}

std::string next(const Arm& arm, std::optional<std::string_view> after = {}) {
  const auto on = next_step_after(arm, law(), calendar(), after ? std::optional<Date>(day(*after)) : std::nullopt);
  return on ? on->iso() : "never";
}

/// Every day on which something is told, by going from one to the next.
std::vector<std::string> told_days(const Arm& arm, std::size_t count) {
  std::vector<std::string> days;
  auto on = next_step_after(arm, law(), calendar());
  while (on && days.size() < count) {
    days.push_back(step(arm, on->iso()));
    on = next_step_after(arm, law(), calendar(), on);
  }
  return days;
}

}  // namespace

TEST_CASE("a clock is told before its day, on it, and by the partnership's ladder after it", "[unit]") {
  // Mon 23 March 2026; Good Friday is 3 April, Easter Monday 6 April.
  CHECK(told_days(rapid_review("2026-03-23"), 9) ==
        std::vector<std::string>{"before-5 2026-03-16", "before-2 2026-03-19", "before-1 2026-03-20", "due 2026-03-23",
                                 "overdue 2026-03-24", "chase 2026-03-25", "escalate 2026-03-30", "again-1 2026-04-08",
                                 "again-2 2026-04-15"});
}

TEST_CASE("every step that is told has a name that the law knows, and no other has", "[unit]") {
  for (const auto& told : told_days(rapid_review("2026-03-23"), 20)) {
    INFO(told);
    CHECK(is_step(told.substr(0, told.find(' ')), law()));
  }
  for (const auto& name : step_names(law())) CHECK(is_step(name, law()));
  CHECK(is_step(moved_step, law()));
  for (const auto* name : {"", "overdu", "Due", "before-", "before-99", "again", "again-", "again-0", "again-1x"}) {
    INFO(name);
    CHECK_FALSE(is_step(name, law()));
  }
}

TEST_CASE("warnings over Easter count working days, and a weekend overdue is told on the Saturday", "[unit]") {
  // Thu 2 April is the last working day before the four days of Easter.
  const auto arm = rapid_review("2026-04-07");
  CHECK(step(arm, "2026-04-01") == "before-2 2026-04-01");
  CHECK(step(arm, "2026-04-02") == "before-1 2026-04-02");
  CHECK(step(arm, "2026-04-06") == "before-1 2026-04-02");
  CHECK(step(arm, "2026-04-07") == "due 2026-04-07");
  CHECK(step(rapid_review("2026-03-20"), "2026-03-21") == "overdue 2026-03-21");
}

TEST_CASE("of a due day that is no working day the days up to it are left", "[unit]") {
  // Six months may end on a Saturday: on the Thursday one working day is left.
  const auto arm = rapid_review("2026-08-15");
  CHECK(step(arm, "2026-08-12") == "before-2 2026-08-12");
  CHECK(step(arm, "2026-08-13") == "before-1 2026-08-13");
  CHECK(step(arm, "2026-08-15") == "due 2026-08-15");
}

TEST_CASE("nothing is told before the first day, and the next day is never one that has passed", "[unit]") {
  const auto arm = rapid_review("2026-03-23");
  CHECK(step(arm, "2026-03-15") == "nothing");
  CHECK(next(arm) == "2026-03-16");
  CHECK(next(arm, "2026-03-17") == "2026-03-19");
  CHECK(next(arm, "2026-03-28") == "2026-03-30");
  CHECK(next(arm, "2026-04-09") == "2026-04-15");
}

TEST_CASE("what is kept up for a time is told on its day and not after it", "[unit]") {
  const Arm arm{"keep-published", "an-entry", day("2026-03-23")};
  CHECK(told_days(arm, 5) == std::vector<std::string>{"due 2026-03-23"});
  CHECK(step(arm, "2027-01-01") == "due 2026-03-23");
}

TEST_CASE("where the holidays end the steps beyond are not guessed", "[unit]") {
  const auto last = calendar().last();
  const auto arm = rapid_review(last.iso());
  CHECK(step(arm, last.iso()) == "due " + last.iso());
  CHECK(next(arm, last.iso()) == last.plus_days(1).iso());
  CHECK(next(arm, last.plus_days(1).iso()) == "never");
  CHECK(step(arm, last.plus_days(40).iso()) == "overdue " + last.plus_days(1).iso());
}

TEST_CASE("the end of the holiday data is told a year, half a year and so on before it", "[unit]") {
  const auto last = calendar().last();
  std::vector<std::string> days;
  for (const auto& arm : calendar_ends(calendar(), law(), day("2020-01-01"))) {
    days.push_back(arm.clock + " " + arm.due.iso());
    CHECK(told_days(arm, 3).size() == 1);
  }
  CHECK(days == std::vector<std::string>{"calendar-ends:12 " + months_after(last, -12).iso(),
                                         "calendar-ends:6 " + months_after(last, -6).iso(),
                                         "calendar-ends:3 " + months_after(last, -3).iso(),
                                         "calendar-ends:1 " + months_after(last, -1).iso()});
  const auto late = calendar_ends(calendar(), law(), months_after(last, -2));
  REQUIRE(late.size() == 2);
  CHECK(late.front().clock == "calendar-ends:3");
}

TEST_CASE("every watch of the law is one that the rules know, and each rule has its watch", "[unit]") {
  std::vector<std::string_view> ids;
  for (const auto& watch : law().alerts().watches) ids.push_back(watch.id);
  CHECK(ids == watch_names());
}

TEST_CASE("an alert says in words how it stands", "[unit]") {
  const auto arm = rapid_review("2026-03-23");
  const auto words = [&](std::string_view today) { return alert_words(arm, law(), calendar(), day(today)); };
  CHECK(words("2026-03-16") == "Due on Mon 23 March 2026. 5 working days left.");
  CHECK(words("2026-03-23") == "Due today, Mon 23 March 2026.");
  CHECK(words("2026-03-24") == "It was due on Mon 23 March 2026. 1 working day late.");
  CHECK(alert_words({"embargo-may-lift:embargo-1", "an-entry", day("2026-03-23")}, law(), calendar(),
                    day("2026-03-24")) == "Since Mon 23 March 2026.");
  CHECK(is_waiting({"embargo-may-lift:embargo-1", "an-entry", day("2026-03-23")}, law(), day("2026-03-24")));
  CHECK(is_waiting({"keep-published", "an-entry", day("2026-03-23")}, law(), day("2026-04-30")));
  CHECK_FALSE(is_waiting({"keep-published", "an-entry", day("2026-03-23")}, law(), day("2026-03-22")));
  CHECK_FALSE(is_waiting(arm, law(), day("2026-03-24")));
  CHECK_FALSE(is_waiting({"delay-to-report:review-1", "an-entry", day("2026-03-23")}, law(), day("2026-03-24")));
  CHECK(next_for("again-3") == "Ask again, and tell a deputy, a manager or the chair.");
}

}  // namespace review::test
