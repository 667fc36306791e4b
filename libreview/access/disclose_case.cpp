#include <algorithm>
#include <array>

#include "libreview/access/disclose.hpp"
#include "libreview/access/disclose_actions.hpp"
#include "libreview/access/disclose_holds.hpp"
#include "libreview/access/disclose_proceedings.hpp"
#include "libreview/access/disclose_publication.hpp"
#include "libreview/access/embargoed.hpp"
#include "libreview/access/entry_access.hpp"
#include "libreview/access/forget_cases.hpp"
#include "libreview/access/kind_table.hpp"
#include "libreview/access/may_read.hpp"
#include "libreview/access/sight.hpp"
#include "libreview/record/case_file.hpp"
#include "libreview/record/days.hpp"
#include "libreview/record/holds.hpp"
#include "libreview/record/lift_proposals.hpp"
#include "libreview/vocabulary/kinds.hpp"

namespace review {
namespace {

void put_children(v1::Case& out, const v1::CaseFile& file) {
  for (const auto& from : file.children()) {
    auto& child = *out.add_children();
    child.set_child(from.child());
    child.set_pseudonym(from.pseudonym());
    if (from.has_age_years()) child.set_age_years(from.age_years());
    if (from.has_age_weeks()) child.set_age_weeks(from.age_weeks());
    if (from.unborn()) child.set_unborn(true);
    if (from.harm() != v1::HARM_UNSPECIFIED) child.set_harm(from.harm());
    if (!from.died_on().empty()) child.set_died_on(from.died_on());
    if (from.abuse_or_neglect() != v1::ABUSE_OR_NEGLECT_UNSPECIFIED)
      child.set_abuse_or_neglect(from.abuse_or_neglect());
    if (from.has_looked_after()) child.set_looked_after(from.looked_after());
    if (from.has_care_leaver()) child.set_care_leaver(from.care_leaver());
    if (from.plan() != v1::PLAN_UNSPECIFIED) child.set_plan(from.plan());
    if (!from.responsible_authority().empty()) child.set_responsible_authority(from.responsible_authority());
    if (!from.sibling_of().empty()) child.set_sibling_of(from.sibling_of());
  }
}

void put_areas(v1::Case& out, const v1::CaseFile& file) {
  for (const auto& from : file.areas()) {
    auto& area = *out.add_areas();
    area.set_area(from.area());
    area.set_role(from.role());
    area.set_leads(from.area() == file.lead());
  }
}

v1::Decision decision_of(const v1::DecisionFile& from) {
  v1::Decision decision;
  if (!from.entry().empty()) decision.set_entry(from.entry());
  decision.set_kind(from.kind());
  if (from.outcome() != v1::OUTCOME_UNSPECIFIED) decision.set_outcome(from.outcome());
  if (from.referral() != v1::REFERRAL_OUTCOME_UNSPECIFIED) decision.set_referral(from.referral());
  if (from.notification() != v1::NOTIFICATION_DECISION_UNSPECIFIED) decision.set_notification(from.notification());
  decision.set_decided_on(from.decided_on());
  for (const auto& person : from.decided_by()) decision.add_decided_by(person);
  decision.set_version(from.version());
  return decision;
}

/// The newest decision with every earlier one below it: nothing is overwritten.
void put_decisions(v1::Case& out, const v1::CaseFile& file) {
  if (file.decisions().empty()) return;
  *out.mutable_decision() = decision_of(file.decisions(file.decisions_size() - 1));
  for (int i = 0; i + 1 < file.decisions_size(); ++i) {
    *out.mutable_decision()->add_earlier() = decision_of(file.decisions(i));
  }
}

void put_reviews(v1::Case& out, const v1::CaseFile& file) {
  for (const auto& from : file.reviews()) {
    auto& review = *out.add_reviews();
    review.set_review(from.review());
    if (from.kind() != v1::OUTCOME_UNSPECIFIED) review.set_kind(from.kind());
    review.mutable_reviewers()->CopyFrom(from.reviewers());
    review.mutable_joins_cases()->CopyFrom(from.joins_cases());
    if (!from.led_by().empty()) review.set_led_by(from.led_by());
    if (!from.commissioned_on().empty()) review.set_commissioned_on(from.commissioned_on());
    if (!from.accepted_on().empty()) review.set_accepted_on(from.accepted_on());
    if (from.accepted() != 0) review.set_version(from.accepted());
  }
}

void put_orders(v1::Case& out, const v1::CaseFile& file, Date today) {
  for (const auto& from : file.orders()) {
    auto& order = *out.add_court_orders();
    order.set_order(from.order());
    order.set_since(from.since());
    if (!from.ends_on().empty()) order.set_ends_on(from.ends_on());
    order.set_binding(is_in_force(from, today));
    if (from.permits_anonymised()) order.set_permits_anonymised(true);
  }
}

const v1::CaseFile& now_of(const CaseFacts& facts) { return facts.now == nullptr ? facts.file : *facts.now; }

/// Whether two people proposed to lift it, so that either of them may confirm it: as the rules for lifting ask.
bool is_agreed_beforehand(const v1::EmbargoFile& embargo) {
  return !embargo.lifted() && std::ranges::any_of(embargo.lift_proposals(), [&](const v1::LiftProposal& proposal) {
    v1::Entry confirming;
    confirming.mutable_decided_by()->CopyFrom(proposal.decided_by());
    return proposed_by_another(embargo, proposal.recorded_by(), confirming);
  });
}

/// Whether the reader may read what it covers today, whatever earlier state is shown.
bool is_open_to(const CaseFacts& facts, const Reader& reader, const v1::EmbargoFile& embargo) {
  const auto* today = find_embargo(now_of(facts), embargo.embargo());
  const auto& counts = today == nullptr ? embargo : *today;
  return counts.lifted() || reads_embargoed(reader, now_of(facts), counts, facts.now_on.value_or(facts.today));
}

void put_embargoes(v1::Case& out, const CaseFacts& facts, const Reader& reader) {
  for (const auto& from : facts.file.embargoes()) {
    auto& embargo = *out.add_embargoes();
    embargo.set_embargo(from.embargo());
    embargo.mutable_covers()->CopyFrom(from.covers());
    embargo.set_since(from.since());
    embargo.set_review_on(from.review_on());
    embargo.mutable_proceedings()->CopyFrom(from.proceedings());
    embargo.mutable_readers()->CopyFrom(from.readers());
    embargo.set_lifted(from.lifted());
    embargo.set_lift_proposed(!from.lifted() && !from.lift_proposals().empty());
    embargo.mutable_documents()->CopyFrom(from.documents());
    if (from.lifted()) embargo.set_lifted_on(from.lifted_on());
    if (is_agreed_beforehand(from)) embargo.set_agreed_beforehand(true);
    embargo.set_open_to_you(is_open_to(facts, reader, from));
    for (const auto& turn : from.turns()) {
      auto& event = *embargo.add_history();
      event.set_kind(turn.kind());
      event.set_entry(turn.entry());
      event.set_on(turn.on());
      if (!turn.review_on().empty()) event.set_review_on(turn.review_on());
    }
  }
}

/// Whether it is an action of the reader's own agency: of those of others a contact does not even hear that there are
/// any.
bool owns(const CaseFacts& facts, const Reader& reader, const v1::ActionFile& action) {
  return is_own_agency(reader, now_of(facts), action.owner(), facts.now_on.value_or(facts.today));
}

bool owns_action(const CaseFacts& facts, const Reader& reader) {
  return std::ranges::any_of(facts.file.actions(), [&](const auto& one) { return owns(facts, reader, one); });
}

void put_next(v1::Case& out, const CaseFacts& facts, const Reader& reader) {
  if (sees_by_glass(reader, now_of(facts), facts.now_on.value_or(facts.today))) return;
  for (const auto& next : facts.next) {
    const auto* kind = find_kind(next.kind());
    if (kind->name == "action-updated" && !reads_incidents(reader.role) && !owns_action(facts, reader)) continue;
    if (records_kind(reader, kind->name) && (!kind->decision || reader.may(Right::decide)))
      *out.add_next_entries() = next;
  }
}

/// What a contact of an agency needs to know which case it is, and when its own summary is due.
v1::Case in_brief(const CaseFacts& facts, const Reader& reader) {
  const auto& file = facts.file;
  v1::Case out;
  if (!file.case_().empty()) out.set_case_(file.case_());
  out.set_stage(file.stage());
  out.set_opened_on(file.opened_on());
  for (const auto& from : file.children()) {
    auto& child = *out.add_children();
    child.set_child(from.child());
    child.set_pseudonym(from.pseudonym());
  }
  for (const auto& clock : facts.clocks) {
    if (reads_clock(reader, now_of(facts), clock.clock(), facts.now_on.value_or(facts.today)))
      *out.add_clocks() = clock;
  }
  put_next(out, facts, reader);
  out.set_version(file.version());
  out.set_practice(facts.practice);
  out.set_as_of(facts.today.iso());
  return out;
}

/// The actions that the reader's own agency answers for and tells the state of.
v1::Case with_own_actions(v1::Case brief, const CaseFacts& facts, const Reader& reader) {
  for (const auto& action : facts.file.actions()) {
    if (owns(facts, reader, action)) *brief.add_actions() = action_of(action);
  }
  forget_cases(brief, facts.hidden_cases);
  return brief;
}

}  // namespace

bool reads_incidents(Role role) { return access_to("incident-logged", role).reads == Reads::all; }

bool reads_clock(const Reader& reader, const v1::CaseFile& file, std::string_view clock, Date today) {
  if (reads_incidents(reader.role)) return true;
  constexpr std::array<std::string_view, 4> of_agencies = {"agency-return", "assurance-return", "assurance-follow-up",
                                                           "product-confirmation"};
  const auto colon = clock.find(':');
  if (colon == std::string_view::npos || std::ranges::find(of_agencies, clock.substr(0, colon)) == of_agencies.end())
    return false;
  clock.remove_prefix(colon + 1);
  return is_own_agency(reader, file, clock.substr(0, clock.find(':')), today);
}

Result<v1::Case> disclose(const CaseFacts& facts, const Reader& reader) {
  if (const auto may = may_read(reader); !may) return refuse(may.error());
  const auto& file = facts.file;
  if (!reads_incidents(reader.role)) return with_own_actions(in_brief(facts, reader), facts, reader);
  v1::Case out;
  if (!file.case_().empty()) out.set_case_(file.case_());
  out.set_stage(file.stage());
  out.set_opened_on(file.opened_on());
  put_children(out, file);
  if (!file.local_authority().empty()) out.set_local_authority(file.local_authority());
  put_areas(out, file);
  if (file.harm() != v1::HARM_UNSPECIFIED) out.set_harm(file.harm());
  if (file.abuse_or_neglect() != v1::ABUSE_OR_NEGLECT_UNSPECIFIED) out.set_abuse_or_neglect(file.abuse_or_neglect());
  put_decisions(out, file);
  if (file.panel_view() != v1::PANEL_VIEW_UNSPECIFIED) {
    out.mutable_panel_view()->set_view(file.panel_view());
    out.mutable_panel_view()->set_on(file.panel_view_on());
  }
  put_reviews(out, file);
  put_proceedings(out, file);
  put_orders(out, file, facts.today);
  put_embargoes(out, facts, reader);
  put_publications(out, file);
  for (auto& warning : disclose(facts.warnings, facts.hidden_cases)) *out.add_warnings() = std::move(warning);
  if (const auto finding = finding_of(file, {}); finding != v1::FACT_FINDING_UNSPECIFIED) out.set_finding(finding);
  for (auto& hold : disclose(facts.holds, facts.hidden_cases)) *out.add_holds() = std::move(hold);
  put_recommendations(out, file);
  put_actions(out, file);
  out.mutable_products()->CopyFrom(file.products());
  for (const auto& irregularity : file.irregularities()) {
    if (!facts.unread.contains(irregularity.entry())) *out.add_irregularities() = irregularity;
  }
  for (const auto& clock : facts.clocks) *out.add_clocks() = clock;
  put_next(out, facts, reader);
  out.set_version(file.version());
  out.set_practice(facts.practice);
  out.set_as_of(facts.today.iso());
  if (file.legacy()) out.set_legacy(true);
  forget_cases(out, facts.hidden_cases);
  return out;
}

Result<v1::Case> disclose_standing(const CaseFacts& facts, const Reader& reader) {
  if (const auto may = may_read(reader); !may) return refuse(may.error());
  auto out = in_brief(facts, reader);
  if (!reads_incidents(reader.role)) return out;
  if (!facts.file.local_authority().empty()) out.set_local_authority(facts.file.local_authority());
  for (auto& hold : disclose(facts.holds, facts.hidden_cases)) *out.add_holds() = std::move(hold);
  forget_cases(out, facts.hidden_cases);
  return out;
}

}  // namespace review
