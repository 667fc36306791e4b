#include <algorithm>
#include <catch2/catch.hpp>
#include <set>
#include <string>
#include <vector>

#include "libreview/record/handling.hpp"
#include "libreview/record/stage_table.hpp"
#include "libreview/vocabulary/kinds.hpp"

namespace review {
namespace {

using Stages = std::set<std::string>;

/// A new case, for the rows that may open one.
constexpr const char* new_case = "new case";

const Stages& open_stages() {
  static const Stages all = {"REFERRED", "LOGGED",          "NOTIFIED",  "RAPID_REVIEW", "AWAITING_PANEL",
                             "REVIEW",   "REPORT_ACCEPTED", "PUBLISHED", "ACTIONS",      "WITHDRAWN"};
  return all;
}

Stages with(Stages stages, const std::string& one) {
  stages.insert(one);
  return stages;
}

/// One line of the contract's table of stages: where a kind may be recorded. Where the contract says more of a line in
/// words (the incident facts, the decision, a late letter), the rules of the kind say it, and scenarios test those.
struct StageLine {
  std::string kind;
  Stages stages;
};

const std::vector<StageLine>& contract_stages() {
  static const std::vector<StageLine> lines = {
      {"incident-logged", with(open_stages(), new_case)},
      {"learning-referred", {new_case}},
      {"case-brought-in", {new_case}},
      {"contribution-requested", {new_case}},
      {"notification-decided", {"REFERRED", "LOGGED"}},
      {"panel-notified", open_stages()},
      // The first decision takes a notified case into the rapid review.
      {"rapid-review-decided", {"NOTIFIED", "RAPID_REVIEW"}},
      {"notification-withdrawn", {"NOTIFIED", "RAPID_REVIEW"}},
      // A review may be commissioned or joined before the rapid review is sent, which is owed all the same.
      {"rapid-review-submitted",
       {"RAPID_REVIEW", "AWAITING_PANEL", "REVIEW", "REPORT_ACCEPTED", "PUBLISHED", "ACTIONS"}},
      // The Panel may answer while an addendum is made, and its letter may be late.
      {"panel-responded", {"RAPID_REVIEW", "AWAITING_PANEL", "REVIEW", "REPORT_ACCEPTED", "PUBLISHED", "ACTIONS"}},
      {"decision-reconsidered", {"AWAITING_PANEL", "REVIEW", "REPORT_ACCEPTED", "PUBLISHED", "ACTIONS"}},
      {"referral-decided", {"REFERRED", "LOGGED", "WITHDRAWN"}},
      {"review-commissioned", {"RAPID_REVIEW", "AWAITING_PANEL", "REVIEW"}},
      // Acceptances repeat freely, and a second review may be accepted later than the first.
      {"report-accepted", {"REVIEW", "REPORT_ACCEPTED", "PUBLISHED", "ACTIONS"}},
      {"report-published", {"REPORT_ACCEPTED", "PUBLISHED", "ACTIONS"}},
      {"publication-declined", {"REPORT_ACCEPTED", "PUBLISHED", "ACTIONS"}},
      // Awaiting the Panel, after two recorded chasers.
      {"case-closed", {"REFERRED", "LOGGED", "WITHDRAWN", "ACTIONS", "PUBLISHED", "REVIEW", "AWAITING_PANEL"}},
      {"case-reopened", {"CLOSED"}},
      {"note-added", with(open_stages(), "CLOSED")},
      {"document-filed", with(open_stages(), "CLOSED")},
      {"entry-corrected", with(open_stages(), "CLOSED")},
      {"entry-withdrawn", with(open_stages(), "CLOSED")},
      // Not of the contract: findings come at any stage, and what follows from them with them.
      {"learning-captured", with(open_stages(), "CLOSED")},
      {"recommendation-made", with(open_stages(), "CLOSED")},
      {"action-agreed", with(open_stages(), "CLOSED")},
      // Not of the contract: open actions stay on the tracker of a closed case, and so do answers that are awaited.
      {"action-updated", with(open_stages(), "CLOSED")},
      {"action-rechecked", with(open_stages(), "CLOSED")},
      {"recommendation-answered", with(open_stages(), "CLOSED")},
      {"action-escalated", with(open_stages(), "CLOSED")},
      // Not of the contract: a report comes down at once, by one person, wherever its case stands.
      {"report-taken-down", with(open_stages(), "CLOSED")},
      // Not of the contract: who sees a case matters after it is closed too.
      {"case-sealed", with(open_stages(), "CLOSED")},
      {"unseal-proposed", with(open_stages(), "CLOSED")},
      {"case-unsealed", with(open_stages(), "CLOSED")},
      // Not of the contract: what was learned goes on being told after a case is closed.
      {"product-drafted", with(open_stages(), "CLOSED")},
      {"product-checked", with(open_stages(), "CLOSED")},
      {"product-shared", with(open_stages(), "CLOSED")},
      {"product-received", with(open_stages(), "CLOSED")},
      {"learning-event-held", with(open_stages(), "CLOSED")},
  };
  return lines;
}

/// Where the table lets a kind be recorded, of the stages that a sort of record has.
Stages taken_in(const std::string& kind, std::string_view sort = "case") {
  Stages stages;
  const auto* all = v1::Stage_descriptor();
  for (int i = 0; i < all->value_count(); ++i) {
    const auto stage = static_cast<v1::Stage>(all->value(i)->number());
    if (record_with(stage) != sort) continue;
    if (stage_takes(kind, stage)) stages.insert(stage == v1::STAGE_UNSPECIFIED ? new_case : stage_name(stage));
  }
  return stages;
}

TEST_CASE("Each stage takes the kinds that the contract says", "[unit][contract]") {
  for (const auto& line : contract_stages()) {
    INFO(line.kind);
    REQUIRE(find_kind(line.kind) != nullptr);
    CHECK(taken_in(line.kind) == line.stages);
  }
}

TEST_CASE("Kinds that the contract does not list are taken in every stage but a closed one", "[unit][contract]") {
  for (const auto& kind : kinds()) {
    const bool listed =
        std::ranges::any_of(contract_stages(), [&](const StageLine& line) { return line.kind == kind.name; });
    if (listed) continue;
    INFO(kind.name);
    CHECK(taken_in(kind.name) == open_stages());
  }
}

TEST_CASE("A programme takes its own kinds and those that cases share, in each of its stages", "[unit][contract]") {
  const Stages open = {"PLANNED", "UNDER_WAY", "REPORTED"};
  for (const auto& kind : member_kinds()) {
    INFO(kind.name);
    const bool begins = kind.name == "programme-opened" || kind.name == "programme-reopened";
    CHECK(taken_in(kind.name, "programme") == (kind.is_of("programme") && !begins ? open : Stages()));
  }
  CHECK(stage_takes("programme-opened", v1::STAGE_UNSPECIFIED));
  CHECK(stage_takes("programme-reopened", v1::STAGE_CLOSED));
  CHECK_FALSE(stage_takes("programme-step-done", v1::STAGE_CLOSED));
}

TEST_CASE("The table of stages has no line for a kind that there is not, and no kind twice", "[unit][contract]") {
  std::set<std::string_view> seen;
  for (const auto& row : stage_table()) {
    INFO(row.kind);
    CHECK(find_kind(row.kind) != nullptr);
    CHECK(seen.insert(row.kind).second);
  }
}

TEST_CASE("Four kinds may open a case", "[unit][contract]") {
  std::set<std::string> opening;
  for (const auto& kind : kinds()) {
    if (kind.opens_case) opening.insert(kind.name);
    CHECK(kind.opens_case == stage_takes(kind.name, v1::STAGE_UNSPECIFIED));
  }
  CHECK(opening ==
        std::set<std::string>{"incident-logged", "learning-referred", "case-brought-in", "contribution-requested"});
}

TEST_CASE("Every kind is handled, once", "[unit][contract]") {
  std::set<std::string> handled;
  for (const auto& handling : handlings()) {
    INFO(handling.kind);
    CHECK(handled.insert(std::string(handling.kind)).second);
  }
  std::set<std::string> all;
  for (const auto& kind : member_kinds()) all.insert(kind.name);
  CHECK(handled == all);
}

TEST_CASE(
    "The decisions are those that the contract prints in bold, what seals a case, and who reads what is under embargo",
    "[unit][contract]") {
  const std::set<std::string> bold = {
      "referral-decided",     "notification-decided",  "notification-withdrawn", "lead-agreed",
      "rapid-review-decided", "decision-reconsidered", "review-converted",       "report-returned",
      "report-accepted",      "embargo-placed",        "embargo-extended",       "embargo-lift-proposed",
      "embargo-lifted",       "report-published",      "publication-declined",   "case-closed",
      "case-sealed",          "unseal-proposed",       "case-unsealed",          "embargo-readers-named"};
  std::set<std::string> decisions;
  for (const auto& kind : kinds()) {
    if (kind.decision) decisions.insert(kind.name);
  }
  CHECK(decisions == bold);
}

}  // namespace
}  // namespace review
