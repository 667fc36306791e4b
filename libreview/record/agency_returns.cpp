#include <fmt/format.h>

#include <set>

#include "libreview/record/case_file.hpp"
#include "libreview/record/days.hpp"
#include "libreview/record/handling.hpp"
#include "libreview/record/rapid_review_begins.hpp"

namespace review {
namespace {

/// The request that a return or waiver is about: the one it names, else the agency's newest that is not settled.
v1::RequestFile* find_request(v1::CaseFile& file, const std::string& agency, const std::string& request) {
  v1::RequestFile* newest = nullptr;
  for (auto& one : *file.mutable_requests()) {
    if (one.agency() != agency) continue;
    if (!request.empty() ? one.entry() == request : !one.settled()) newest = &one;
  }
  return newest;
}

void admit_about(const Question& question, const std::string& agency, const std::string& request,
                 const std::string& json) {
  bool asked = false;
  std::string asked_on;  // the first time: a later request may be answered by what came in before it
  for (const auto& one : question.file.requests()) {
    if (one.agency() != agency || (!request.empty() && one.entry() != request)) continue;
    for (const auto& milestone : question.file.milestones()) {
      if (!asked && milestone.entry() == one.entry() && milestone.subject() == one.subject()) asked_on = milestone.on();
    }
    asked = true;
  }
  if (!asked) {
    question.findings.add(Code::missing_reference, fmt::format("Nothing was asked of {} in this case.", agency), {},
                          fmt::format("/{}/{}", json, request.empty() ? "agency" : "request"));
  }
  not_before(question, question.entry.occurred_on(), asked_on, "This cannot have been before the agency was asked.",
             "/occurredOn");
}

void admit_requested(const Question& question) {
  const auto& asked = question.entry.agency_return_requested();
  not_before(question, asked.due_on(), question.entry.occurred_on(), "A return cannot be due before it is asked for.",
             "/agencyReturnRequested/dueOn");
}

void apply_requested(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& asked = entry.agency_return_requested();
  const std::set<std::string> agencies(asked.agencies().begin(), asked.agencies().end());
  for (const auto& agency : agencies) {
    int earlier = 0;
    for (const auto& one : file.requests()) earlier += one.agency() == agency ? 1 : 0;
    auto& request = *file.add_requests();
    request.set_agency(agency);
    request.set_subject(earlier == 0 ? agency : fmt::format("{}:{}", agency, earlier + 1));
    request.set_entry(entry.entry());
    request.set_due_on(asked.due_on());
    mark(file, entry, "agency-return-requested", {.due_on = asked.due_on(), .subject = request.subject()});
  }
  rapid_review_begins(file);
}

void settle(v1::CaseFile& file, const v1::Entry& entry, const std::string& agency, const std::string& request) {
  if (auto* asked = find_request(file, agency, request); asked != nullptr) {
    asked->set_settled(true);
    mark(file, entry, "agency-return-settled", {.subject = asked->subject()});
  }
}

void admit_received(const Question& question) {
  const auto& received = question.entry.agency_return_received();
  admit_about(question, received.agency(), received.request(), "agencyReturnReceived");
}

void apply_received(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& received = entry.agency_return_received();
  if (received.completeness() != v1::COMPLETENESS_PARTIAL) settle(file, entry, received.agency(), received.request());
}

void admit_sent_back(const Question& question) {
  admit_about(question, question.entry.agency_return_sent_back().agency(), "", "agencyReturnSentBack");
}

/// A return that is sent back is owed again.
void apply_sent_back(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& back = entry.agency_return_sent_back();
  v1::RequestFile* newest = nullptr;
  for (auto& one : *file.mutable_requests()) {
    if (one.agency() == back.agency()) newest = &one;
  }
  if (newest == nullptr || !newest->settled()) return;
  newest->set_settled(false);
  mark(file, entry, "agency-return-requested", {.due_on = back.due_on(), .subject = newest->subject()});
}

void admit_waived(const Question& question) {
  const auto& waived = question.entry.agency_return_waived();
  admit_about(question, waived.agency(), waived.request(), "agencyReturnWaived");
}

void apply_waived(v1::CaseFile& file, const v1::Entry& entry) {
  settle(file, entry, entry.agency_return_waived().agency(), entry.agency_return_waived().request());
}

void admit_chased(const Question& question) {
  const auto& chased = question.entry.agency_return_chased();
  admit_about(question, chased.agency(), chased.request(), "agencyReturnChased");
}

void admit_shared(const Question& question) {
  admit_about(question, question.entry.agency_return_shared().agency(), "", "agencyReturnShared");
}

void apply_shared(v1::CaseFile& file, const v1::Entry& entry) {
  file.add_returns_shared(entry.agency_return_shared().agency());
}

}  // namespace

std::vector<Handling> agency_return_handlings() {
  return {
      {"agency-return-requested", admit_requested, apply_requested, true},
      {"agency-return-received", admit_received, apply_received},
      {"agency-return-sent-back", admit_sent_back, apply_sent_back},
      {"agency-return-waived", admit_waived, apply_waived},
      {"agency-return-chased", admit_chased, nullptr},
      {"agency-return-shared", admit_shared, apply_shared},
  };
}

}  // namespace review
