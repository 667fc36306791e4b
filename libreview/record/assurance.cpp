#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "libreview/record/case_file.hpp"
#include "libreview/record/days.hpp"
#include "libreview/record/handling.hpp"

namespace review {
namespace {

/// Which of an agency's requests an entry is about where it names none.
using IsMeant = bool (*)(const v1::AssuranceFile&);

bool is_open(const v1::AssuranceFile& one) {
  return !one.waived() && (one.returned_on().empty() || one.completeness() == v1::COMPLETENESS_PARTIAL);
}
bool is_returned(const v1::AssuranceFile& one) {
  return !one.returned_on().empty() && one.completeness() != v1::COMPLETENESS_DECLINED;
}
bool has_open_follow_up(const v1::AssuranceFile& one) {
  return !one.follow_up_entry().empty() && one.follow_up_done_on().empty();
}

/// The request that an entry is about: the one it names, else the newest that is meant, else the newest of the agency;
/// null where nothing was asked of it.
const v1::AssuranceFile* find_asked(const v1::CaseFile& file, const std::string& agency, const std::string& request,
                                    IsMeant is_meant) {
  const v1::AssuranceFile* newest = nullptr;
  const v1::AssuranceFile* meant = nullptr;
  for (const auto& one : file.programme().assurance()) {
    if (one.agency() != agency || (!request.empty() && one.request() != request)) continue;
    newest = &one;
    if (is_meant(one)) meant = &one;
  }
  return meant != nullptr ? meant : newest;
}

/// The same, for an entry that was admitted.
v1::AssuranceFile& asked_of(v1::CaseFile& file, const std::string& agency, const std::string& request,
                            IsMeant is_meant) {
  const auto subject = the(find_asked(file, agency, request, is_meant)).subject();
  auto& all = *file.mutable_programme()->mutable_assurance();
  return *std::ranges::find(all, subject, &v1::AssuranceFile::subject);
}

/// What the entry is about; null, and found wanting, where nothing was asked of the agency.
const v1::AssuranceFile* admit_about(const Question& question, const std::string& agency, const std::string& request,
                                     const std::string& json, IsMeant is_meant) {
  const auto* asked = find_asked(question.file, agency, request, is_meant);
  if (asked == nullptr) {
    question.findings.add(Code::missing_reference, fmt::format("Nothing was asked of {} in this programme.", agency),
                          {}, fmt::format("/{}/{}", json, request.empty() ? "agency" : "request"));
    return nullptr;
  }
  not_before(question, question.entry.occurred_on(), asked->asked_on(),
             "This cannot have been before the agency was asked.", "/occurredOn");
  return asked;
}

/// The agency's own day, or the day of all; empty where neither is given.
std::string day_of(const v1::AssuranceAsked& asked, const std::string& agency) {
  const auto own = std::ranges::find(asked.days(), agency, &v1::AssuranceDay::agency);
  return own == asked.days().end() ? asked.due_on() : own->due_on();
}

void admit_asked(const Question& question) {
  const auto& asked = question.entry.assurance_asked();
  constexpr const char* says = "An answer cannot be due before it is asked for.";
  set_ahead(question, asked.due_on(), question.entry.occurred_on(), says, "/assuranceAsked/dueOn");
  for (int i = 0; i < asked.days_size(); ++i) {
    const auto& one = asked.days(i);
    const auto at = fmt::format("/assuranceAsked/days/{}", i);
    set_ahead(question, one.due_on(), question.entry.occurred_on(), says, at + "/dueOn");
    if (std::ranges::find(asked.agencies(), one.agency()) != asked.agencies().end()) continue;
    question.findings.add(Code::missing_reference, fmt::format("{} has a day here and is not asked.", one.agency()), {},
                          at + "/agency");
  }
  for (const auto& agency : asked.agencies()) {
    if (!day_of(asked, agency).empty()) continue;
    question.findings.add(Code::missing_field, fmt::format("Say by when {} is to answer.", agency), {},
                          "/assuranceAsked/dueOn");
    break;
  }
}

void apply_asked(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& asked = entry.assurance_asked();
  const std::set<std::string> agencies(asked.agencies().begin(), asked.agencies().end());
  for (const auto& agency : agencies) {
    const auto earlier = std::ranges::count(file.programme().assurance(), agency, &v1::AssuranceFile::agency);
    auto& one = *file.mutable_programme()->add_assurance();
    one.set_agency(agency);
    one.set_subject(earlier == 0 ? agency : fmt::format("{}:{}", agency, earlier + 1));
    one.set_request(entry.entry());
    one.set_asked_on(entry.occurred_on());
    one.set_due_on(day_of(asked, agency));
    mark(file, entry, "assurance-asked", {.due_on = one.due_on(), .subject = one.subject()});
  }
}

void settle(v1::CaseFile& file, const v1::Entry& entry, const v1::AssuranceFile& one) {
  mark(file, entry, "assurance-settled", {.subject = one.subject()});
}

void admit_returned(const Question& question) {
  const auto& returned = question.entry.assurance_returned();
  const auto* asked = admit_about(question, returned.agency(), returned.request(), "assuranceReturned", is_open);
  if (asked == nullptr || !asked->waived()) return;
  question.findings.add(Code::not_in_this_stage, "This is no longer asked of the agency. Ask again first.", {},
                        "/assuranceReturned/agency");
}

/// A second answer takes the place of the first; it was in time if the first was.
void apply_returned(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& returned = entry.assurance_returned();
  auto& one = asked_of(file, returned.agency(), returned.request(), is_open);
  const bool first = is_open(one);
  one.set_return_entry(entry.entry());
  if (one.completeness() != v1::COMPLETENESS_FULL) one.set_returned_on(entry.occurred_on());
  one.set_completeness(returned.has_completeness() ? returned.completeness() : v1::COMPLETENESS_FULL);
  one.set_own_grade(returned.own_grade());
  one.mutable_documents()->CopyFrom(returned.documents());
  if (first && !is_open(one)) settle(file, entry, one);
}

void admit_assurance_waived(const Question& question) {
  const auto& waived = question.entry.assurance_waived();
  const auto* asked = admit_about(question, waived.agency(), waived.request(), "assuranceWaived", is_open);
  if (asked == nullptr || is_open(*asked)) return;
  question.findings.add(Code::not_in_this_stage, "Nothing that was asked of this agency is open.", {},
                        "/assuranceWaived/agency");
}

void apply_assurance_waived(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& waived = entry.assurance_waived();
  auto& one = asked_of(file, waived.agency(), waived.request(), is_open);
  one.set_waived(true);
  settle(file, entry, one);
}

void admit_scrutinised(const Question& question) {
  const auto& looked = question.entry.assurance_scrutinised();
  set_ahead(question, looked.follow_up_due_on(), question.entry.occurred_on(),
            "This cannot be due before it is asked for.", "/assuranceScrutinised/followUpDueOn");
  const auto* asked = admit_about(question, looked.agency(), looked.request(), "assuranceScrutinised", is_returned);
  if (asked == nullptr) return;
  if (!is_returned(*asked)) {
    question.findings.add(Code::not_in_this_stage,
                          fmt::format("{} has not answered yet. Record the answer first.", looked.agency()), {},
                          "/assuranceScrutinised/agency");
  }
  not_before(question, question.entry.occurred_on(), asked->returned_on(),
             "Nobody can have looked at it before it came.", "/occurredOn");
  if (looked.has_follow_up() && !looked.has_follow_up_due_on()) {
    question.findings.add(Code::missing_field, "Say by when the agency is to have done it.", {},
                          "/assuranceScrutinised/followUpDueOn");
  }
  if (looked.has_follow_up_due_on() && !looked.has_follow_up()) {
    question.findings.add(Code::missing_field, "Say what the agency is to do by then.", {},
                          "/assuranceScrutinised/followUp");
  }
}

/// What is asked of the agency now stands in place of what an earlier look asked. That something is asked, its day
/// says: the words may be erased.
void apply_scrutinised(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& looked = entry.assurance_scrutinised();
  auto& one = asked_of(file, looked.agency(), looked.request(), is_returned);
  one.set_scrutiny_entry(entry.entry());
  one.set_scrutinised_on(entry.occurred_on());
  one.set_scrutinised_by(looked.by());
  one.set_grade(looked.grade());
  if (!looked.has_follow_up_due_on()) return;
  one.set_follow_up_entry(entry.entry());
  one.set_follow_up_due_on(looked.follow_up_due_on());
  one.clear_followed_up_entry();
  one.clear_follow_up_done_on();
  mark(file, entry, "assurance-follow-up-due", {.due_on = one.follow_up_due_on(), .subject = one.subject()});
}

void admit_followed_up(const Question& question) {
  const auto& followed = question.entry.assurance_followed_up();
  set_ahead(question, followed.due_on(), question.entry.occurred_on(), "This cannot be due before today's word on it.",
            "/assuranceFollowedUp/dueOn");
  const auto* asked =
      admit_about(question, followed.agency(), followed.request(), "assuranceFollowedUp", has_open_follow_up);
  if (followed.done() && followed.has_due_on()) {
    question.findings.add(Code::not_a_choice, "It is done: leave the date out.", {}, "/assuranceFollowedUp/dueOn");
  }
  if (asked == nullptr || has_open_follow_up(*asked)) return;
  question.findings.add(Code::not_in_this_stage,
                        fmt::format("Nothing that {} was asked to do is open.", followed.agency()), {},
                        "/assuranceFollowedUp/agency");
}

void apply_followed_up(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& followed = entry.assurance_followed_up();
  auto& one = asked_of(file, followed.agency(), followed.request(), has_open_follow_up);
  one.set_followed_up_entry(entry.entry());
  if (followed.done()) {
    one.set_follow_up_done_on(entry.occurred_on());
    mark(file, entry, "assurance-follow-up-done", {.subject = one.subject()});
  } else if (followed.has_due_on()) {
    one.set_follow_up_due_on(followed.due_on());
    mark(file, entry, "assurance-follow-up-due", {.due_on = one.follow_up_due_on(), .subject = one.subject()});
  }
}

}  // namespace

std::vector<Handling> assurance_handlings() {
  return {
      {"assurance-asked", admit_asked, apply_asked, true},
      {"assurance-returned", admit_returned, apply_returned},
      {"assurance-waived", admit_assurance_waived, apply_assurance_waived},
      {"assurance-scrutinised", admit_scrutinised, apply_scrutinised},
      {"assurance-followed-up", admit_followed_up, apply_followed_up},
  };
}

}  // namespace review
