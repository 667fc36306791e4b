#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "libreview/learning/monitoring.hpp"
#include "tests/support/small_case.hpp"

namespace review::test {
namespace {

using Texts = std::vector<std::string>;

/// The second quarter of 2026, looked at when it is over.
const RoundDays quarter{day("2026-04-01"), day("2026-06-30"), day("2026-06-30")};

v1::Action action(const std::string& owner, const std::string& agreed_on, const std::string& due_on) {
  v1::Action one;
  one.set_action("action-1");
  one.set_owner(owner);
  one.set_agreed_on(agreed_on);
  one.set_due_on(due_on);
  return one;
}

v1::Action said(v1::Action one, v1::Progress progress, const std::string& on) {
  one.set_progress(progress);
  one.set_updated_on(on);
  if (progress == v1::PROGRESS_COMPLETE) {
    one.set_complete(true);
    one.set_complete_since(on);
  }
  return one;
}

v1::Action moved(v1::Action one, const std::string& from, const std::string& to, const std::string& on) {
  auto& slip = *one.add_slips();
  slip.set_from(from);
  slip.set_to(to);
  slip.set_said_on(on);
  one.set_due_on(to);
  return one;
}

MonitoringRound round_of(const std::vector<v1::Action>& actions, const RoundDays& days = quarter) {
  std::vector<WatchedAction> all;
  for (const auto& one : actions) all.push_back({&one, one.monitored_every()});
  return monitoring_round(all, days);
}

Texts exceptions_of(const v1::Action& one, const RoundDays& days = quarter) {
  const auto round = round_of({one}, days);
  REQUIRE(round.rows.size() == 1);
  Texts names;
  for (const auto exception : round.rows[0].exceptions) names.emplace_back(round_exception_name(exception));
  return names;
}

TEST_CASE("A round is about what is open, or was completed in it", "[unit][learning]") {
  const auto open = action("POLICE", "2026-01-10", "2026-09-01");
  CHECK(round_of({open}).rows.size() == 1);
  CHECK(round_of({said(open, v1::PROGRESS_COMPLETE, "2026-05-01")}).rows.size() == 1);
  CHECK(round_of({said(open, v1::PROGRESS_COMPLETE, "2026-04-01")}).rows.size() == 1);
  CHECK(round_of({said(open, v1::PROGRESS_COMPLETE, "2026-03-31")}).rows.empty());
  CHECK(round_of({action("POLICE", "2026-06-30", "2026-09-01")}).rows.size() == 1);
  CHECK(round_of({action("POLICE", "2026-07-01", "2026-09-01")}).rows.empty());
}

TEST_CASE("Who said nothing since the round began is told, unless the action is new", "[unit][learning]") {
  const auto old = action("POLICE", "2026-01-10", "2026-09-01");
  CHECK(exceptions_of(old) == Texts{"NOT_UPDATED"});
  CHECK(exceptions_of(said(old, v1::PROGRESS_GREEN, "2026-03-31")) == Texts{"NOT_UPDATED"});
  CHECK(exceptions_of(said(old, v1::PROGRESS_GREEN, "2026-04-01")).empty());
  CHECK(exceptions_of(action("POLICE", "2026-04-01", "2026-09-01")).empty());
  CHECK(exceptions_of(said(old, v1::PROGRESS_COMPLETE, "2026-04-01")).empty());
}

TEST_CASE("What slipped is counted in the round in which it was moved, and only where it moved later",
          "[unit][learning]") {
  const auto green = said(action("POLICE", "2026-01-10", "2026-09-01"), v1::PROGRESS_GREEN, "2026-05-01");
  CHECK(exceptions_of(moved(green, "2026-09-01", "2026-12-01", "2026-05-01")) == Texts{"SLIPPED"});
  CHECK(exceptions_of(moved(green, "2026-09-01", "2026-12-01", "2026-03-31")).empty());
  CHECK(exceptions_of(moved(green, "2026-09-01", "2026-08-01", "2026-05-01")).empty());
  const auto twice =
      moved(moved(green, "2026-09-01", "2026-10-01", "2026-04-02"), "2026-10-01", "2027-01-01", "2026-06-02");
  CHECK(round_of({twice}).rows[0].slipped == 2);
}

TEST_CASE("Overdue is asked of the day as at which the round is looked at", "[unit][learning]") {
  const auto green = said(action("POLICE", "2026-01-10", "2026-06-15"), v1::PROGRESS_GREEN, "2026-05-01");
  CHECK(exceptions_of(green) == Texts{"OVERDUE"});
  CHECK(exceptions_of(green, {quarter.from, quarter.to, day("2026-06-15")}).empty());
}

v1::Action escalated(v1::Action one, const std::string& on, const std::string& answered_on = "") {
  auto& raised = *one.add_escalations();
  raised.set_to("CHAIRS_FORUM");
  raised.set_on(on);
  if (!answered_on.empty()) raised.set_answered_on(answered_on);
  return one;
}

TEST_CASE("What was escalated is told in its round, and while nothing was said since in every later one too",
          "[unit][learning]") {
  const auto green = said(action("POLICE", "2026-01-10", "2026-09-01"), v1::PROGRESS_GREEN, "2026-05-01");
  CHECK(exceptions_of(escalated(green, "2026-04-01")) == Texts{"ESCALATED", "UNANSWERED"});
  CHECK(exceptions_of(escalated(green, "2026-04-01", "2026-05-01")) == Texts{"ESCALATED"});
  CHECK(exceptions_of(escalated(green, "2026-03-31")) == Texts{"UNANSWERED"});
  CHECK(exceptions_of(escalated(green, "2026-03-31", "2026-05-01")).empty());
  // The newest one waits, though the one before it was answered.
  CHECK(exceptions_of(escalated(escalated(green, "2026-03-02", "2026-03-09"), "2026-03-31")) == Texts{"UNANSWERED"});
  const auto round = round_of({escalated(green, "2026-04-01"), escalated(green, "2026-03-31"), green});
  CHECK((round.counts.escalated == 1 && round.counts.unanswered == 2));
}

TEST_CASE("A round that is held after its last day is looked at as at the day it was held", "[unit][learning]") {
  const RoundDays held{quarter.from, quarter.to, day("2026-07-08")};
  const auto old = action("POLICE", "2026-01-10", "2026-07-03");
  CHECK(exceptions_of(old, held) == Texts{"OVERDUE", "NOT_UPDATED"});
  CHECK(exceptions_of(said(old, v1::PROGRESS_AMBER, "2026-07-06"), held) == Texts{"OVERDUE"});
  // What was agreed between belongs to the next round; what was completed between was open in this one.
  CHECK(round_of({action("POLICE", "2026-07-01", "2026-09-01")}, held).rows.empty());
  const auto late = moved(action("POLICE", "2026-01-10", "2026-06-01"), "2026-06-01", "2026-07-03", "2026-06-02");
  const auto done = escalated(said(late, v1::PROGRESS_COMPLETE, "2026-07-06"), "2026-06-03", "2026-07-06");
  CHECK(exceptions_of(done, held) == Texts{"SLIPPED", "ESCALATED"});
  const auto counts = round_of({done}, held).counts;
  CHECK((counts.all == 1 && counts.completed == 0 && counts.completed_since == 1));
  const RoundDays next{day("2026-07-01"), day("2026-09-30"), day("2026-09-30")};
  CHECK((round_of({done}, next).counts.completed == 1 && round_of({done}, next).counts.completed_since == 0));
}

TEST_CASE("Off track, and nobody knowing what came of it, are for the group", "[unit][learning]") {
  auto red = said(action("POLICE", "2026-01-10", "2026-09-01"), v1::PROGRESS_RED, "2026-05-01");
  red.set_reached(v1::REACHED_NOT_KNOWN);
  CHECK(exceptions_of(red) == Texts{"RED", "NOT_KNOWN"});
  // Complete, it is not off track any more.
  auto complete = said(action("POLICE", "2026-01-10", "2026-04-15"), v1::PROGRESS_COMPLETE, "2026-05-01");
  complete.set_reached(v1::REACHED_NOT_KNOWN);
  CHECK(exceptions_of(complete) == Texts{"NOT_KNOWN"});
}

v1::Action looked_at(v1::Action one, v1::RecheckFinding finding, const std::string& on) {
  auto& look = *one.add_rechecks();
  look.set_finding(finding);
  look.set_on(on);
  return one;
}

TEST_CASE("What was completed before a round is in it where somebody looked again, or was to", "[unit][learning]") {
  auto done = said(action("POLICE", "2025-06-10", "2025-09-01"), v1::PROGRESS_COMPLETE, "2025-10-15");
  CHECK(round_of({done}).rows.empty());
  done.set_look_again_by("2026-07-01");
  CHECK(round_of({done}).rows.empty());
  // Due on the last day, it is in the round, and not over yet.
  done.set_look_again_by("2026-06-30");
  CHECK(exceptions_of(done).empty());
  done.set_look_again_by("2026-04-15");
  CHECK(exceptions_of(done) == Texts{"LOOK_OVERDUE"});
  done.set_look_again_by("2026-10-15");
  CHECK(exceptions_of(looked_at(done, v1::RECHECK_FINDING_NOT_CHANGED, "2026-04-20")) == Texts{"NOT_CHANGED"});
  CHECK(exceptions_of(looked_at(done, v1::RECHECK_FINDING_CHANGED, "2026-04-20")).empty());
  CHECK(round_of({looked_at(done, v1::RECHECK_FINDING_NOT_CHANGED, "2026-03-31")}).rows.empty());
  // The newest look of the round counts.
  const auto twice = looked_at(looked_at(done, v1::RECHECK_FINDING_NOT_CHANGED, "2026-04-20"),
                               v1::RECHECK_FINDING_CHANGED, "2026-06-20");
  CHECK(exceptions_of(twice).empty());
  const auto counts = round_of({looked_at(done, v1::RECHECK_FINDING_NOT_CHANGED, "2026-04-20")}).counts;
  CHECK((counts.all == 1 && counts.completed_before == 1 && counts.completed == 0 && counts.completed_since == 0));
  CHECK((counts.not_changed == 1 && counts.look_overdue == 0));
}

TEST_CASE("Who says how an action stands less or more often than the round goes is heard of so", "[unit][learning]") {
  auto yearly = said(action("POLICE", "2025-01-10", "2026-09-01"), v1::PROGRESS_GREEN, "2025-07-01");
  CHECK(exceptions_of(yearly) == Texts{"NOT_UPDATED"});
  yearly.set_monitored_every(12);
  CHECK(exceptions_of(yearly).empty());
  yearly.set_updated_on("2025-06-30");
  CHECK(exceptions_of(yearly) == Texts{"NOT_UPDATED"});
  auto monthly = said(action("POLICE", "2026-01-10", "2026-09-01"), v1::PROGRESS_GREEN, "2026-05-31");
  monthly.set_monitored_every(1);
  CHECK(exceptions_of(monthly) == Texts{"NOT_UPDATED"});
  monthly.set_updated_on("2026-06-01");
  CHECK(exceptions_of(monthly).empty());
  // While the round goes on, a month is counted back from the day as at which it is looked at.
  monthly.set_updated_on("2026-04-20");
  CHECK(exceptions_of(monthly, {quarter.from, quarter.to, day("2026-05-15")}).empty());
  CHECK(heard_since(3, quarter) == quarter.from);
}

TEST_CASE("The headline counts, in all and by owner", "[unit][learning]") {
  auto changed = said(action("police", "2026-01-10", "2026-05-01"), v1::PROGRESS_COMPLETE, "2026-05-01");
  changed.set_reached(v1::REACHED_CHANGED);
  const auto round =
      round_of({action("POLICE", "2026-01-10", "2026-06-01"), changed,
                said(action("city-hospital", "2026-01-10", "2026-09-01"), v1::PROGRESS_AMBER, "2026-06-01"),
                said(action("city-hospital", "2026-01-10", "2026-09-01"), v1::PROGRESS_RED, "2026-06-01"),
                said(action("city-hospital", "2026-01-10", "2026-09-01"), v1::PROGRESS_GREEN, "2026-06-01")});
  const auto& counts = round.counts;
  CHECK(counts.all == 5);
  CHECK((counts.completed == 1 && counts.changed == 1));
  CHECK((counts.green == 1 && counts.amber == 1 && counts.red == 1 && counts.unsaid == 1));
  CHECK((counts.overdue == 1 && counts.not_updated == 1 && counts.slipped == 0 && counts.not_known == 0));
  // `POLICE` and `police` are one.
  REQUIRE(round.owners.size() == 2);
  CHECK(round.owners[0].owner == "POLICE");
  CHECK((round.owners[0].counts.all == 2 && round.owners[0].counts.not_updated == 1));
  CHECK((round.owners[1].counts.all == 3 && round.owners[1].counts.not_updated == 0));
}

}  // namespace
}  // namespace review::test
