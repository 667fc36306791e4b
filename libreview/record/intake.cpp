#include <fmt/format.h>

#include "libreview/record/case_file.hpp"
#include "libreview/record/circumstances.hpp"
#include "libreview/record/days.hpp"
#include "libreview/record/handling.hpp"
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
        "The authority knew of the incident on {}; abuse or neglect was suspected on {}. The later day starts the "
        "clock.",
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
  file.set_harm(incident.harm());
  file.set_abuse_or_neglect(incident.abuse_or_neglect());
  if (const auto authority = authority_of(incident); !authority.empty()) file.set_local_authority(authority);
  if (incident.has_resident_in() && incident.resident_in() != file.local_authority()) {
    auto& area = *file.add_areas();
    area.set_area(incident.resident_in());
    area.set_role(v1::AREA_ROLE_HOME);
  }
  take_children(file, incident.children());
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

void admit_brought_in(const Question& question) {
  const auto& dates = question.entry.case_brought_in().known_dates();
  for (int i = 0; i < dates.size(); ++i) {
    if (find_kind(dates[i].kind()) == nullptr) {
      question.findings.add(Code::missing_reference, fmt::format("There is no kind of entry {}.", dates[i].kind()), {},
                            fmt::format("/caseBroughtIn/knownDates/{}/kind", i));
    }
  }
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
  } else if (kind == "rapid-review-decided" && is_publishable(entry.case_brought_in().outcome())) {
    mark(file, entry, "publishable-review-decided", {.on = known.on()});
  } else if (kind == "review-commissioned" && file.reviews_size() > 0) {
    file.mutable_reviews(0)->set_commissioned_on(known.on());
  }
  const bool of_review = kind.rfind("review-", 0) == 0 || kind.rfind("report-", 0) == 0;
  mark(file, entry, kind,
       {.on = known.on(), .subject = of_review && file.reviews_size() > 0 ? file.reviews(0).review() : ""});
}

void apply_brought_in(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& brought = entry.case_brought_in();
  file.set_brought_in(true);
  file.set_legacy(brought.kind() == v1::BROUGHT_IN_KIND_SERIOUS_CASE_REVIEW);
  file.set_stage(brought.stage_as_at());
  if (brought.stage_as_at() == v1::STAGE_CLOSED) file.set_stage_before_closing(v1::STAGE_ACTIONS);
  file.set_local_authority(brought.local_authority());
  file.set_harm(brought.harm());
  file.set_abuse_or_neglect(brought.abuse_or_neglect());
  file.set_has_incident(brought.has_harm() || brought.stage_as_at() != v1::STAGE_REFERRED);
  take_children(file, brought.children());
  const bool notified =
      !file.legacy() && brought.stage_as_at() >= v1::STAGE_NOTIFIED && brought.stage_as_at() <= v1::STAGE_PUBLISHED;
  file.set_notified(notified);
  if (notified && brought.stage_as_at() >= v1::STAGE_AWAITING_PANEL) file.set_submissions(1);
  if (brought.has_outcome()) {
    add_decision(file, entry, "rapid-review-decided").set_outcome(brought.outcome());
  }
  const bool in_review = brought.stage_as_at() == v1::STAGE_REVIEW ||
                         brought.stage_as_at() == v1::STAGE_REPORT_ACCEPTED ||
                         brought.stage_as_at() == v1::STAGE_PUBLISHED;
  if (in_review) {
    auto& review = *file.add_reviews();
    review.set_review(brought.review());
    review.set_kind(file.legacy() || !brought.has_outcome() ? v1::OUTCOME_LCSPR : brought.outcome());
    if (brought.stage_as_at() != v1::STAGE_REVIEW) review.set_accepted(1);
  }
  for (const auto& known : brought.known_dates()) apply_known_date(file, entry, known);
  for (auto& milestone : *file.mutable_milestones()) {
    if (milestone.name() == "publishable-review-decided" && file.reviews_size() > 0) {
      milestone.set_subject(file.reviews(0).review());
    }
  }
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
/// when it is found again after a withdrawal, and when the harm grows after a decision not to notify.
void apply_circumstances(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& change = entry.circumstances_changed();
  const bool before = file.notifiable();
  const auto harm_before = file.harm();
  if (change.has_harm()) file.set_harm(change.harm());
  if (change.has_abuse_or_neglect()) file.set_abuse_or_neglect(change.abuse_or_neglect());
  take_children(file, change.children());
  if (change.children().empty() && file.children_size() == 1) {
    if (change.has_harm()) file.mutable_children(0)->set_harm(change.harm());
    if (change.has_abuse_or_neglect()) file.mutable_children(0)->set_abuse_or_neglect(change.abuse_or_neglect());
  }
  file.set_notifiable(is_notifiable(file));
  const bool graver = change.has_harm() && change.harm() < harm_before && file.notification_declined();
  if (file.notifiable() && !file.notified() && (!before || graver)) {
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
