#include <algorithm>
#include <catch2/catch.hpp>
#include <set>
#include <string>
#include <vector>

#include "libreview/law/england.hpp"

namespace review::law_test {
namespace {

using Texts = std::vector<std::string>;

/// One line of the table of clocks in the contract.
struct Row {
  std::string clock;
  LegalStatus status;
  int length;
  Unit unit;
  Texts starts;
  Texts stops;
  Texts cancelled_by;
};

/// Those that are counted back from the planned day of publication.
bool counts_back(const Row& row) {
  return row.clock == "advance-copy" || (!row.starts.empty() && row.starts.front() == "preparation-needed");
}

const std::vector<Row>& contract() {
  static const std::vector<Row> rows = {
      {"notify-panel",
       LegalStatus::statutory_guidance,
       5,
       Unit::working_days,
       {"became-notifiable"},
       {"panel-notified"},
       {"notification-declined", "case-handed-over", "notification-behind"}},
      {"tell-partners",
       LegalStatus::statutory_guidance,
       5,
       Unit::working_days,
       {"became-notifiable"},
       {"partners-informed"},
       {"notification-declined", "case-handed-over", "notification-behind"}},
      {"notify-looked-after-death",
       LegalStatus::statute,
       5,
       Unit::working_days,
       {"looked-after-death-known"},
       {"looked-after-death-told"},
       {"case-handed-over"}},
      {"notify-care-leaver-death",
       LegalStatus::statutory_guidance,
       5,
       Unit::working_days,
       {"care-leaver-death-known"},
       {"care-leaver-death-told"},
       {"case-handed-over"}},
      {"rapid-review",
       LegalStatus::panel_guidance,
       15,
       Unit::working_days,
       {"panel-notified"},
       {"rapid-review-submitted"},
       {"notification-withdrawn", "case-handed-over", "rapid-review-behind"}},
      {"rapid-review-meeting",
       LegalStatus::local,
       10,
       Unit::working_days,
       {"panel-notified"},
       {"meeting-held"},
       {"notification-withdrawn", "case-closed", "rapid-review-meeting-behind"}},
      {"panel-reply",
       LegalStatus::local,
       10,
       Unit::working_days,
       {"rapid-review-submitted"},
       {"panel-responded"},
       {"case-closed", "panel-reply-behind"}},
      {"agency-return",
       LegalStatus::local,
       7,
       Unit::working_days,
       {"agency-return-requested"},
       {"agency-return-settled"},
       {"notification-withdrawn", "case-closed"}},
      {"review-publish",
       LegalStatus::statutory_guidance,
       6,
       Unit::months,
       {"publishable-review-decided"},
       {"report-published", "publication-explained"},
       {"publishable-review-ended", "case-handed-over", "review-behind"}},
      {"advance-copy",
       LegalStatus::statutory_guidance,
       7,
       Unit::working_days,
       {"advance-copy-needed"},
       {"advance-copy-sent"},
       {"publication-declined", "publishable-review-ended", "case-handed-over"}},
      {"legal-read",
       LegalStatus::local,
       15,
       Unit::working_days,
       {"preparation-needed"},
       {"legal-read-done"},
       {"report-published", "publication-declined", "publishable-review-ended", "case-handed-over"}},
      {"report-check",
       LegalStatus::local,
       9,
       Unit::working_days,
       {"preparation-needed", "report-check-needed"},
       {"report-rehearsed"},
       {"report-published", "publication-declined", "publishable-review-ended", "case-handed-over"}},
      {"family-read",
       LegalStatus::local,
       10,
       Unit::working_days,
       {"preparation-needed"},
       {"family-read-done"},
       {"report-published", "publication-declined", "publishable-review-ended", "case-handed-over"}},
      {"practitioners-told",
       LegalStatus::local,
       5,
       Unit::working_days,
       {"preparation-needed"},
       {"practitioners-told-done"},
       {"report-published", "publication-declined", "publishable-review-ended", "case-handed-over"}},
      {"agencies-told",
       LegalStatus::local,
       5,
       Unit::working_days,
       {"preparation-needed"},
       {"agencies-told-done"},
       {"report-published", "publication-declined", "publishable-review-ended", "case-handed-over"}},
      {"communications-ready",
       LegalStatus::local,
       2,
       Unit::working_days,
       {"preparation-needed"},
       {"communications-ready-done"},
       {"report-published", "publication-declined", "publishable-review-ended", "case-handed-over"}},
      {"keep-published",
       LegalStatus::statutory_guidance,
       12,
       Unit::months,
       {"report-published", "report-replaced"},
       {"report-taken-down"},
       {}},
      {"review-health-check",
       LegalStatus::local,
       2,
       Unit::months,
       {"review-commissioned", "review-health-checked"},
       {"review-health-checked"},
       {"report-accepted", "case-closed", "report-behind"}},
      {"reviewer-answer",
       LegalStatus::local,
       10,
       Unit::working_days,
       {"reviewer-asked"},
       {"reviewer-answered"},
       {"case-closed"}},
      {"embargo-review",
       LegalStatus::local,
       0,
       Unit::calendar_days,
       {"embargo-placed", "embargo-extended"},
       {"embargo-extended", "embargo-lifted"},
       {}},
      {"action", LegalStatus::local, 0, Unit::calendar_days, {"action-due"}, {"action-completed"}, {}},
      {"action-recheck",
       LegalStatus::local,
       6,
       Unit::months,
       {"action-completed"},
       {"action-rechecked-first"},
       {"action-reopened"}},
      {"action-recheck-again",
       LegalStatus::local,
       12,
       Unit::months,
       {"action-completed"},
       {"action-rechecked-again"},
       {"action-reopened"}},
      {"recommendation-answer",
       LegalStatus::local,
       3,
       Unit::months,
       {"recommendation-awaited"},
       {"recommendation-settled"},
       {}},
      {"yearly-report", LegalStatus::statute, 12, Unit::months, {"yearly-report-due"}, {"yearly-report-published"}, {}},
      {"family-contact",
       LegalStatus::local,
       20,
       Unit::working_days,
       {"review-commissioned", "family-contact-due"},
       {"family-contacted"},
       {"case-closed", "report-behind"}},
      {"proceedings-contact",
       LegalStatus::local,
       3,
       Unit::months,
       {"proceedings-opened", "proceedings-updated", "proceedings-reopened"},
       {"proceedings-updated"},
       {"proceedings-concluded", "case-closed"}},
      {"report-to-board",
       LegalStatus::local,
       2,
       Unit::months,
       {"rapid-review-decided"},
       {"board-informed"},
       {"case-closed", "panel-reply-behind"}},
      {"assurance-return",
       LegalStatus::local,
       0,
       Unit::calendar_days,
       {"assurance-asked"},
       {"assurance-settled"},
       {"programme-closed"}},
      {"assurance-follow-up",
       LegalStatus::local,
       0,
       Unit::calendar_days,
       {"assurance-follow-up-due"},
       {"assurance-follow-up-done"},
       {"programme-closed"}},
      {"training-evaluation",
       LegalStatus::local,
       3,
       Unit::months,
       {"training-held"},
       {"training-evaluated-later"},
       {"programme-closed"}},
      {"product-confirmation",
       LegalStatus::local,
       20,
       Unit::working_days,
       {"product-confirmation-asked"},
       {"product-confirmed"},
       {}},
      {"monitoring-round",
       LegalStatus::local,
       0,
       Unit::calendar_days,
       {"monitoring-round-held"},
       {"monitoring-round-held"},
       {"programme-closed"}},
  };
  return rows;
}

// Besides the contract, a case that another takes over cancels what is owed for it here, and a closed case nags nobody
// with local rhythms.
TEST_CASE("The law has every clock of the contract, with its triggers", "[unit][law]") {
  const RuleBook book = england();
  for (const Row& row : contract()) {
    INFO(row.clock);
    const ClockRule* clock = book.clock(row.clock);
    REQUIRE(clock != nullptr);
    CHECK(clock->legal_status == row.status);
    CHECK(clock->starts == row.starts);
    CHECK(clock->stops == row.stops);
    CHECK(clock->cancelled_by == row.cancelled_by);
    for (const ClockVersion& version : clock->versions) {
      CHECK(version.length == row.length);
      CHECK(version.unit == row.unit);
      CHECK(version.counting == Counting::day_after);
      CHECK(version.back == counts_back(row));
    }
  }
  CHECK(book.clocks().size() == contract().size());
}

TEST_CASE("Some clocks run once for each subject", "[unit][law]") {
  const RuleBook book = england();
  CHECK(book.clock("agency-return")->per == "agency");
  CHECK(book.clock("agency-return")->always_suffixed);
  CHECK(book.clock("agency-return")->owed_by == OwedBy::agency);
  CHECK(book.clock("panel-reply")->owed_by == OwedBy::panel);
  CHECK(book.clock("review-publish")->per == "review");
  CHECK_FALSE(book.clock("review-publish")->always_suffixed);
  CHECK(book.clock("embargo-review")->given);
  CHECK(book.clock("action")->given);
  CHECK(book.clock("keep-published")->minimum);
  CHECK(book.clock("yearly-report")->record == "programme");
  for (const auto* id : {"action", "action-recheck", "action-recheck-again", "recommendation-answer"}) {
    INFO(id);
    CHECK(book.clock(id)->is_of("programme"));
  }
  CHECK(book.clock("assurance-return")->per == "agency");
  CHECK(book.clock("assurance-return")->given);
  CHECK(book.clock("training-evaluation")->per == "training");
  CHECK(book.clock("training-evaluation")->always_suffixed);
}

TEST_CASE("No clock of the national law may pause", "[unit][law]") {
  const RuleBook book = england();
  for (const ClockRule& clock : book.clocks()) {
    if (clock.legal_status != LegalStatus::local) CHECK_FALSE(clock.pausable);
  }
}

TEST_CASE("The criteria are those of the contract", "[unit][law]") {
  std::set<std::string> notification, review;
  const RuleBook book = england();
  for (const Criterion& criterion : book.criteria()) {
    if (criterion.decision == "notification") notification.insert(criterion.id);
    if (criterion.decision == "review") review.insert(criterion.id);
  }
  CHECK(notification == std::set<std::string>{"abuse-or-neglect", "area-or-residence", "died-or-seriously-harmed"});
  CHECK(review == std::set<std::string>{"agencies-working-together", "improvements-needed", "panel-suggests-review",
                                        "recurrent-themes"});
}

TEST_CASE("The default partnership has three bodies that sign and a plan of the fifteen days", "[unit][law]") {
  const Partnership partnership = england().partnership();
  CHECK(partnership.sign_off_bodies == Texts{"LOCAL_AUTHORITY", "INTEGRATED_CARE_BOARD", "POLICE"});
  Texts steps;
  for (const TimetableStep& step : partnership.timetable)
    steps.push_back(step.step + " " + std::to_string(step.day_to));
  CHECK(steps == Texts{"requests 1", "returns 7", "meeting 10", "draft 12", "sign-off 14", "submission 15"});
}

TEST_CASE("The default partnership has four groups that watch over actions", "[unit][law]") {
  const Partnership partnership = england().partnership();
  Texts groups;
  for (const MonitoringGroup& group : partnership.groups)
    groups.push_back(group.id + " " + std::to_string(group.every_months) + " " + group.escalates_to);
  CHECK(groups == Texts{"SUBGROUP 3 CHAIRS_FORUM", "HEALTH_GROUP 3 CHAIRS_FORUM", "CHAIRS_FORUM 2 BOARD", "BOARD 2 "});
}

TEST_CASE("Legal status and who owes have one name each", "[unit][law]") {
  for (const std::string_view name : {"statute", "statutory-guidance", "panel-guidance", "local"}) {
    CHECK(legal_status_name(find_legal_status(name).value()) == name);
  }
  for (const std::string_view name : {"us", "agency", "panel", "reviewer"}) {
    CHECK(owed_by_name(find_owed_by(name).value()) == name);
  }
  CHECK_FALSE(find_legal_status("custom"));
  CHECK_FALSE(find_owed_by("nobody"));
}

TEST_CASE("Old rules of local manuals are listed as no rules, and start nothing", "[unit][law]") {
  const RuleBook book = england();
  for (const std::string_view id : {"looked-after-serious-harm", "regulated-setting-death", "care-leavers-to-17",
                                    "partnership-notifies", "rapid-review-if-met"}) {
    INFO(id);
    const auto row = std::ranges::find(book.not_rules(), id, &NotRule::id);
    REQUIRE(row != book.not_rules().end());
    CHECK_FALSE(row->seen_in_cites.empty());
    CHECK(book.clock(id) == nullptr);
  }
  CHECK_FALSE(book.not_computed().empty());
  CHECK_FALSE(book.retention().empty());
  CHECK_FALSE(book.holds().empty());
}

}  // namespace
}  // namespace review::law_test
