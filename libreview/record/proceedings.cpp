#include "libreview/record/case_file.hpp"
#include "libreview/record/days.hpp"
#include "libreview/record/handling.hpp"

namespace review {
namespace {

void apply_opened(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& opened = entry.proceedings_opened();
  auto& proceedings = *file.add_proceedings();
  proceedings.set_proceedings(opened.proceedings());
  proceedings.set_kind(opened.kind());
  proceedings.set_open(true);
  proceedings.set_holds(!opened.has_holds_publication() || opened.holds_publication());
  proceedings.set_opened_on(entry.occurred_on());
  proceedings.set_expected_end(opened.expected_end());
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

void admit_updated(const Question& question) {
  const auto& updated = question.entry.proceedings_updated();
  advice_named(question, updated.has_holds_publication(), updated.holds_publication(), updated.advice(),
               "/proceedingsUpdated/advice");
}

void apply_updated(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& updated = entry.proceedings_updated();
  auto& proceedings = the(find_proceedings(file, updated.proceedings()));
  if (updated.has_holds_publication()) proceedings.set_holds(updated.holds_publication());
  if (updated.has_expected_end()) proceedings.set_expected_end(updated.expected_end());
  if (updated.has_listed_on()) proceedings.set_listed_on(updated.listed_on());
  if (updated.has_replaces() && updated.listed_on() > updated.replaces())
    proceedings.set_slips(proceedings.slips() + 1);
  mark(file, entry, "proceedings-updated", {.due_on = updated.next_check_on(), .subject = updated.proceedings()});
}

void admit_concluded(const Question& question) {
  const auto* proceedings = find_proceedings(question.file, question.entry.proceedings_concluded().proceedings());
  if (proceedings == nullptr) return;
  if (!proceedings->open()) {
    question.findings.add(Code::already_recorded, "These proceedings are recorded as concluded. Reopen them first.");
  }
  not_before(question, question.entry.occurred_on(), proceedings->opened_on(),
             "Proceedings cannot conclude before they opened.", "/occurredOn");
}

void apply_concluded(v1::CaseFile& file, const v1::Entry& entry) {
  auto& proceedings = the(find_proceedings(file, entry.proceedings_concluded().proceedings()));
  proceedings.set_open(false);
  proceedings.set_concluded_on(entry.occurred_on());
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
  proceedings.set_holds(true);
  proceedings.set_concluded_on("");
}

void apply_order(v1::CaseFile& file, const v1::Entry& entry) {
  auto& order = *file.add_orders();
  order.set_order(entry.court_order_recorded().order());
  order.set_since(entry.occurred_on());
  order.set_ends_on(entry.court_order_recorded().ends_on());
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
      {"proceedings-opened", admit_opened, apply_opened},
      {"proceedings-updated", admit_updated, apply_updated, true},
      {"proceedings-concluded", admit_concluded, apply_concluded},
      {"proceedings-reopened", admit_reopened, apply_reopened},
      {"court-order-recorded", nullptr, apply_order},
      {"court-order-ended", admit_order_ended, apply_order_ended},
  };
}

}  // namespace review
