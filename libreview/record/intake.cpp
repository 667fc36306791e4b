#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <tuple>

#include "libreview/record/behind_brought_in.hpp"
#include "libreview/record/case_file.hpp"
#include "libreview/record/circumstances.hpp"
#include "libreview/record/days.hpp"
#include "libreview/record/handling.hpp"
#include "libreview/record/stage_table.hpp"
#include "libreview/vocabulary/kinds.hpp"

namespace review {
namespace {

void admit_incident(const Question& question) {
  const auto& incident = question.entry.incident_logged();
  if (question.file.has_incident()) {
    question.findings.add(
        Code::already_recorded,
        "This case has its incident already. Correct that entry, record changed circumstances, or open another case.");
  }
  not_before(question, incident.local_authority_aware_on(), incident.incident_on(),
             "The local authority cannot have known before the incident happened.",
             "/incidentLogged/localAuthorityAwareOn");
  not_before(question, incident.agency_aware_on(), incident.incident_on(),
             "An agency cannot have known before the incident happened.", "/incidentLogged/agencyAwareOn");
}

std::string authority_of(const v1::IncidentLogged& incident) {
  const bool abroad = incident.occurred_in().empty() || incident.occurred_in() == "outside-england";
  return abroad ? incident.resident_in() : incident.occurred_in();
}

/// The clock to notify counts from the later of two days, and says so.
void mark_notifiable(v1::CaseFile& file, const v1::Entry& entry, const std::string& suspected_on) {
  const auto& aware_on = file.local_authority_aware_on();
  std::string because;
  if (!suspected_on.empty() && suspected_on != aware_on) {
    because = fmt::format(
        "The authority knew of the incident on {}; abuse or neglect was suspected on {}. The count starts "
        "from the later day.",
        aware_on, suspected_on);
  }
  file.set_notifiable_from(later_of(aware_on, suspected_on));
  file.clear_partners_informed();  // of what is notifiable now, nobody was told yet
  mark(file, entry, "became-notifiable", {.on = file.notifiable_from(), .because = because});
}

void apply_incident(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& incident = entry.incident_logged();
  file.set_has_incident(true);
  file.set_stage(v1::STAGE_LOGGED);
  file.set_incident_on(incident.incident_on());
  file.set_local_authority_aware_on(incident.local_authority_aware_on());
  file.set_suspected_on(incident.abuse_or_neglect_suspected_on());
  state_facts(file, incident.harm(), incident.abuse_or_neglect());
  if (const auto authority = authority_of(incident); !authority.empty()) file.set_local_authority(authority);
  if (incident.has_resident_in() && incident.resident_in() != file.local_authority()) {
    auto& area = *file.add_areas();
    area.set_area(incident.resident_in());
    area.set_role(v1::AREA_ROLE_HOME);
  }
  take_children(file, incident.children());
  carry_gravest(file);
  file.set_notifiable(is_notifiable(file));
  if (file.notifiable()) mark_notifiable(file, entry, incident.abuse_or_neglect_suspected_on());
  mark_deaths(file, entry, incident.local_authority_aware_on());
}

void apply_learning_referred(v1::CaseFile& file, const v1::Entry& entry) {
  file.set_stage(v1::STAGE_REFERRED);
  file.set_local_authority(entry.learning_referred().local_authority());
  take_children(file, entry.learning_referred().children());
}

void apply_contribution(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& asked = entry.contribution_requested();
  file.set_stage(v1::STAGE_REFERRED);
  auto& area = *file.add_areas();
  area.set_area(asked.by_area());
  area.set_role(v1::AREA_ROLE_NOTIFYING);
  file.set_lead(asked.by_area());
  take_children(file, asked.children());
  mark(file, entry, "contribution-requested", {.due_on = asked.due_on(), .subject = {}});
}

/// What cannot have happened before something else.
struct KnownOrder {
  std::string_view before;
  std::string_view after;
};

/// A panel has met and decided before its council notified late, so that order is not among them.
constexpr std::array<KnownOrder, 7> known_orders = {{
    {"incident-logged", "panel-notified"},
    {"panel-notified", "rapid-review-submitted"},
    {"rapid-review-submitted", "panel-responded"},
    {"rapid-review-decided", "review-commissioned"},
    {"review-commissioned", "report-accepted"},
    {"report-accepted", "report-published"},
    {"report-published", "report-taken-down"},
}};

/// The earliest known date of a kind; empty where there is none.
std::string earliest_known(const google::protobuf::RepeatedPtrField<v1::KnownDate>& dates, std::string_view kind) {
  std::string earliest;
  for (const auto& known : dates) {
    if (known.kind() == kind && (earliest.empty() || earliest_day(known.on()) < earliest_day(earliest))) {
      earliest = known.on();
    }
  }
  return earliest;
}

void admit_brought_in(const Question& question) {
  const auto& dates = question.entry.case_brought_in().known_dates();
  if (record_with(question.entry.case_brought_in().stage_as_at()) != "case") {
    question.findings.add(Code::not_a_choice, "No case is in this stage. Choose a stage of a case.", {},
                          "/caseBroughtIn/stageAsAt");
  }
  for (int i = 0; i < dates.size(); ++i) {
    if (find_kind(dates[i].kind()) == nullptr) {
      question.findings.add(Code::missing_reference, fmt::format("There is no kind of entry {}.", dates[i].kind()), {},
                            fmt::format("/caseBroughtIn/knownDates/{}/kind", i));
    }
  }
  for (const auto& order : known_orders) {
    const std::string start = earliest_known(dates, order.before);
    for (int i = 0; i < dates.size(); ++i) {
      if (dates[i].kind() != order.after) continue;
      not_before(question, dates[i].on(), start,
                 fmt::format("\"{}\" cannot have been before \"{}\".", find_kind(order.after)->label,
                             find_kind(order.before)->label),
                 fmt::format("/caseBroughtIn/knownDates/{}/on", i));
    }
  }
}

/// The known dates in the order in which they happened, as entries would have been recorded: a stop that is listed
/// before its start stops it all the same. Of one day, in the order of the schema.
std::vector<v1::KnownDate> as_they_happened(const v1::CaseBroughtIn& brought) {
  std::vector<v1::KnownDate> dates(brought.known_dates().begin(), brought.known_dates().end());
  std::stable_sort(dates.begin(), dates.end(), [](const v1::KnownDate& left, const v1::KnownDate& right) {
    return std::tuple(earliest_day(left.on()), find_kind(left.kind())) <
           std::tuple(earliest_day(right.on()), find_kind(right.kind()));
  });
  return dates;
}

/// A known day stands for an entry that was never recorded here: it starts and stops the clocks of its kind.
void apply_known_date(v1::CaseFile& file, const v1::Entry& entry, const v1::KnownDate& known) {
  if (!whole_day(known.on())) return;
  const std::string& kind = known.kind();
  if (kind == "panel-notified") {
    file.set_notified(true);
    file.set_notified_on(known.on());
  } else if (kind == "rapid-review-submitted") {
    file.set_submissions(file.submissions() + 1);
    file.set_submitted_on(known.on());
  } else if (kind == "incident-logged") {
    file.set_local_authority_aware_on(known.on());
  } else if (file.reviews_size() > 0) {
    take_known_day(*file.mutable_reviews(0), known);
  }
  const bool of_review = kind.rfind("review-", 0) == 0 || kind.rfind("report-", 0) == 0;
  mark(file, entry, kind,
       {.on = known.on(), .subject = of_review && file.reviews_size() > 0 ? file.reviews(0).review() : ""});
}

/// The day of a kind, where it is known to the day; else empty.
std::string known_day(const v1::CaseBroughtIn& brought, std::string_view kind) {
  const std::string on = earliest_known(brought.known_dates(), kind);
  return whole_day(on) ? on : std::string();
}

/// A case that comes in before its notification still owes it. Only the day on which the incident was logged is asked
/// for, so that stands for the day on which the authority became aware.
void bring_in_duties(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& brought = entry.case_brought_in();
  if (file.legacy() || brought.stage_as_at() != v1::STAGE_LOGGED) return;
  const std::string logged_on = known_day(brought, "incident-logged");
  if (!logged_on.empty()) mark_deaths(file, entry, logged_on);
  if (!file.notifiable()) return;
  if (!logged_on.empty()) {
    file.set_notifiable_from(logged_on);
    mark(file, entry, "became-notifiable",
         {.on = logged_on,
          .because = "The day on which the authority became aware is not known. The clock counts from the known date "
                     "of the incident being logged."});
    return;
  }
  mark(file, entry, "became-notifiable");
  file.mutable_milestones()->rbegin()->set_uncounted(
      "The case was brought in without the day on which the incident was logged.");
}

/// The six months count from the decision on the review. Where its day is not known they cannot be counted: the day of
/// bringing the case in is none.
void bring_in_decision(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& brought = entry.case_brought_in();
  if (file.legacy() || !is_publishable(brought.outcome())) return;
  const std::string decided_on = known_day(brought, "rapid-review-decided");
  const bool open =
      brought.stage_as_at() >= v1::STAGE_RAPID_REVIEW && brought.stage_as_at() <= v1::STAGE_REPORT_ACCEPTED;
  if (decided_on.empty() && !open) return;
  file.set_publishable_pending(open && file.reviews().empty());
  mark(file, entry, "publishable-review-decided",
       {.on = decided_on, .subject = file.reviews().empty() ? std::string() : file.reviews(0).review()});
  if (!decided_on.empty()) return;
  file.mutable_milestones()->rbegin()->set_uncounted(
      "The case was brought in without the day on which the partners decided on the review.");
}

void apply_brought_in(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& brought = entry.case_brought_in();
  file.set_brought_in(true);
  file.set_legacy(brought.kind() == v1::BROUGHT_IN_KIND_SERIOUS_CASE_REVIEW);
  file.set_stage(brought.stage_as_at());
  if (brought.stage_as_at() == v1::STAGE_CLOSED) file.set_stage_before_closing(v1::STAGE_ACTIONS);
  file.set_local_authority(brought.local_authority());
  state_facts(file, brought.harm(), brought.abuse_or_neglect());
  file.set_has_incident(brought.has_harm() || brought.stage_as_at() != v1::STAGE_REFERRED);
  take_children(file, brought.children());
  carry_gravest(file);
  file.set_notifiable(brought.stage_as_at() != v1::STAGE_WITHDRAWN && is_notifiable(file));
  const bool notified =
      !file.legacy() && brought.stage_as_at() >= v1::STAGE_NOTIFIED && brought.stage_as_at() <= v1::STAGE_PUBLISHED;
  file.set_notified(notified);
  if (notified && brought.stage_as_at() >= v1::STAGE_AWAITING_PANEL) file.set_submissions(1);
  if (brought.has_outcome()) {
    auto& decision = add_decision(file, entry, "rapid-review-decided");
    decision.set_outcome(brought.outcome());
    // The day of bringing the case in is not the day of deciding.
    decision.set_decided_on(known_day(brought, "rapid-review-decided"));
  }
  bring_in_review(file, brought);
  bring_in_duties(file, entry);
  // What is known of the publication ends the six months, so they begin before it.
  bring_in_decision(file, entry);
  for (const auto& known : as_they_happened(brought)) apply_known_date(file, entry, known);
  leave_behind(file, entry);
}

void admit_circumstances(const Question& question) {
  const auto& change = question.entry.circumstances_changed();
  if (!question.file.has_incident()) {
    question.findings.add(Code::missing_reference, "This case has no incident yet. Log the incident first.");
  }
  not_before(question, change.on(), question.file.incident_on(), "This cannot have been known before the incident.",
             "/circumstancesChanged/on");
}

/// A change between known, suspected and disputed moves nothing. The clock to notify starts when suspicion comes first,
/// when it is found again after a withdrawal, and when after a decision not to notify the harm grows or another child's
/// facts are as grave.
void apply_circumstances(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& change = entry.circumstances_changed();
  const bool before = file.notifiable();
  const auto harm_before = file.harm();
  const auto children_before = notifiable_children(file);
  change_facts(file, change);
  carry_gravest(file);
  // A withdrawn notification stays withdrawn while only a plan or a status changes.
  file.set_notifiable(is_notifiable(file) && (before || brings_suspicion(change)));
  const auto children = notifiable_children(file);
  const bool graver = file.harm() < harm_before ||
                      !std::includes(children_before.begin(), children_before.end(), children.begin(), children.end());
  if (file.notifiable() && !file.notified() && (!before || (graver && file.notification_declined()))) {
    file.set_notification_declined(false);
    mark_notifiable(file, entry, change.on());
  }
  mark_deaths(file, entry, change.on());
}

void apply_other_area(v1::CaseFile& file, const v1::Entry& entry) {
  auto& area = *file.add_areas();
  area.set_area(entry.other_area_involved().area());
  area.set_role(entry.other_area_involved().role());
}

void apply_lead(v1::CaseFile& file, const v1::Entry& entry) {
  file.set_lead(entry.lead_agreed().area());
  add_decision(file, entry, "lead-agreed").set_version(1);
}

void apply_transfer(v1::CaseFile& file, const v1::Entry& entry) {
  file.set_transferred_to(entry.case_transferred().to());
}

}  // namespace

std::vector<Handling> intake_handlings() {
  return {
      {"incident-logged", admit_incident, apply_incident},
      {"learning-referred", nullptr, apply_learning_referred},
      {"case-brought-in", admit_brought_in, apply_brought_in},
      {"contribution-requested", nullptr, apply_contribution, true},
      {"circumstances-changed", admit_circumstances, apply_circumstances},
      {"safety-confirmed", nullptr, nullptr},
      {"other-area-involved", nullptr, apply_other_area},
      {"lead-agreed", nullptr, apply_lead},
      {"case-transferred", nullptr, apply_transfer},
  };
}

}  // namespace review
