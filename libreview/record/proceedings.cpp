#include "libreview/record/case_file.hpp"
#include "libreview/record/days.hpp"
#include "libreview/record/handling.hpp"
#include "libreview/record/known_later.hpp"
#include "libreview/record/lift_proposals.hpp"
#include "libreview/record/proceedings_steps.hpp"

namespace review {
namespace {

constexpr int days_in_a_week = 7;

/// The day that a question is due: the one that was said, else so many weeks after the entry; empty where the
/// partnership's usual time counts.
std::string next_question(const std::string& said, const v1::ProceedingsFile& proceedings, const v1::Entry& entry) {
  const auto on = whole_day(entry.occurred_on());
  if (!said.empty() || proceedings.ask_every_weeks() == 0 || !on) return said;
  return on->plus_days(days_in_a_week * proceedings.ask_every_weeks()).iso();
}

void apply_opened(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& opened = entry.proceedings_opened();
  auto& proceedings = *file.add_proceedings();
  proceedings.set_proceedings(opened.proceedings());
  proceedings.set_kind(opened.kind());
  proceedings.set_open(true);
  proceedings.set_holds(!opened.has_holds_publication() || opened.holds_publication());
  proceedings.set_opened_on(entry.occurred_on());
  proceedings.set_expected_end(opened.expected_end());
  proceedings.mutable_also_holds()->CopyFrom(opened.also_holds());
  proceedings.set_asked_of(opened.asked_of());
  proceedings.set_ask_every_weeks(opened.ask_every_weeks());
  proceedings.set_heard_on(entry.occurred_on());
  proceedings.set_held_by_entry(entry.entry());
  proceedings.set_next_check_on(next_question(opened.next_check_on(), proceedings, entry));
  mark(file, entry, "proceedings-opened", {.due_on = proceedings.next_check_on(), .subject = opened.proceedings()});
}

/// Proceedings stop holding only on somebody's advice.
void advice_named(const Question& question, bool has_holds, bool holds, const std::string& advice,
                  const std::string& pointer) {
  if (has_holds && !holds && advice.empty()) {
    question.findings.add(Code::reasons_required, "Say on whose advice the proceedings do not hold publication.", {},
                          pointer);
  }
}

void admit_opened(const Question& question) {
  const auto& opened = question.entry.proceedings_opened();
  advice_named(question, opened.has_holds_publication(), opened.holds_publication(), opened.advice(),
               "/proceedingsOpened/advice");
}

void admit_proceeding_updated(const Question& question) {
  const auto& updated = question.entry.proceedings_updated();
  advice_named(question, updated.has_holds_publication(), updated.holds_publication(), updated.advice(),
               "/proceedingsUpdated/advice");
  admit_steps(question);
}

void apply_proceeding_updated(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& updated = entry.proceedings_updated();
  auto& proceedings = the(find_proceedings(file, updated.proceedings()));
  if (updated.has_holds_publication()) {
    proceedings.set_holds(updated.holds_publication());
    proceedings.set_held_by_entry(entry.entry());
  }
  if (!updated.also_holds().empty()) proceedings.mutable_also_holds()->CopyFrom(updated.also_holds());
  if (updated.has_ask_every_weeks()) proceedings.set_ask_every_weeks(updated.ask_every_weeks());
  // What is recorded late was heard before what is known already.
  const bool late = entry.occurred_on() < proceedings.heard_on();
  lay_steps(file, proceedings, entry);
  proceedings.set_heard_on(later_of(proceedings.heard_on(), entry.occurred_on()));
  // What is heard of proceedings that have ended asks for no further question, nor does what was heard before the last
  // question was answered.
  if (!proceedings.open() || late) return;
  proceedings.set_next_check_on(next_question(updated.next_check_on(), proceedings, entry));
  mark(file, entry, "proceedings-updated", {.due_on = proceedings.next_check_on(), .subject = updated.proceedings()});
}

void admit_concluded(const Question& question) {
  const auto* proceedings = find_proceedings(question.file, question.entry.proceedings_concluded().proceedings());
  if (proceedings == nullptr) return;
  if (!proceedings->open()) {
    question.findings.add(Code::already_recorded, "These proceedings are recorded as concluded. Reopen them first.");
  }
  not_before(question, question.entry.occurred_on(), proceedings->opened_on(),
             "Proceedings cannot conclude before they opened.", "/occurredOn");
  not_before(question, question.entry.proceedings_concluded().appeal_until(), question.entry.occurred_on(),
             "The last day for an appeal cannot be before the proceedings concluded.",
             "/proceedingsConcluded/appealUntil");
}

void apply_concluded(v1::CaseFile& file, const v1::Entry& entry) {
  auto& proceedings = the(find_proceedings(file, entry.proceedings_concluded().proceedings()));
  const auto& concluded = entry.proceedings_concluded();
  proceedings.set_open(false);
  proceedings.set_concluded_on(entry.occurred_on());
  proceedings.set_finding(concluded.finding());
  proceedings.set_appeal_until(concluded.appeal_until());
  proceedings.set_next_check_on("");
  mark(file, entry, "proceedings-concluded", {.anchor = known_later(entry), .subject = concluded.proceedings()});
}

void admit_reopened(const Question& question) {
  const auto* proceedings = find_proceedings(question.file, question.entry.proceedings_reopened().proceedings());
  if (proceedings == nullptr) return;
  if (proceedings->open()) question.findings.add(Code::already_recorded, "These proceedings are open already.");
  not_before(question, question.entry.occurred_on(), proceedings->concluded_on(),
             "Proceedings cannot be reopened before they concluded.", "/occurredOn");
}

void apply_reopened(v1::CaseFile& file, const v1::Entry& entry) {
  auto& proceedings = the(find_proceedings(file, entry.proceedings_reopened().proceedings()));
  proceedings.set_open(true);
  const auto& reopened = entry.proceedings_reopened();
  proceedings.set_holds(true);
  proceedings.set_held_by_entry(entry.entry());
  proceedings.set_concluded_on("");
  proceedings.set_appeal_until("");
  // What they found is open again.
  proceedings.set_finding(v1::FACT_FINDING_UNSPECIFIED);
  proceedings.set_reopened(proceedings.reopened() + 1);
  // The end that was expected before has come: it neither counts any more nor slips.
  proceedings.set_expected_end(reopened.expected_end());
  proceedings.set_next_check_on(next_question("", proceedings, entry));
  withdraw_proposals(file, reopened.proceedings(), entry);
  mark(file, entry, "proceedings-reopened", {.due_on = proceedings.next_check_on(), .subject = reopened.proceedings()});
}

void apply_order(v1::CaseFile& file, const v1::Entry& entry) {
  auto& order = *file.add_orders();
  order.set_order(entry.court_order_recorded().order());
  order.set_since(entry.occurred_on());
  order.set_ends_on(entry.court_order_recorded().ends_on());
  order.set_permits_anonymised(entry.court_order_recorded().permits_anonymised());
}

void admit_order(const Question& question) {
  const auto& order = question.entry.court_order_recorded();
  if (order.permits_anonymised() && order.advice().empty()) {
    question.findings.add(Code::reasons_required, "Say on whose advice an anonymised report may be published.", {},
                          "/courtOrderRecorded/advice");
  }
}

void admit_order_ended(const Question& question) {
  const auto* order = find_order(question.file, question.entry.court_order_ended().order());
  if (order == nullptr) return;
  if (order->ended()) question.findings.add(Code::already_recorded, "This court order is recorded as ended.");
  not_before(question, question.entry.occurred_on(), order->since(), "A court order cannot end before it was made.",
             "/occurredOn");
}

void apply_order_ended(v1::CaseFile& file, const v1::Entry& entry) {
  the(find_order(file, entry.court_order_ended().order())).set_ended(true);
}

}  // namespace

std::vector<Handling> proceedings_handlings() {
  return {
      {"proceedings-opened", admit_opened, apply_opened, true},
      {"proceedings-updated", admit_proceeding_updated, apply_proceeding_updated, true},
      {"proceedings-concluded", admit_concluded, apply_concluded, true},
      {"proceedings-reopened", admit_reopened, apply_reopened, true},
      {"court-order-recorded", admit_order, apply_order},
      {"court-order-ended", admit_order_ended, apply_order_ended},
  };
}

}  // namespace review
