#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "libreview/base/closest.hpp"
#include "libreview/record/case_file.hpp"
#include "libreview/record/days.hpp"
#include "libreview/record/handling.hpp"

namespace review {
namespace {

/// The points that a check judges, as the law lists them on the day.
std::vector<std::string> points_on(const std::vector<QuestionArea>& areas, Date day) {
  std::vector<std::string> points;
  for (const auto& area : areas) {
    const auto* version = area.judged ? version_on(area, day) : nullptr;
    if (version == nullptr) continue;
    for (const auto& question : version->questions) points.push_back(question.id);
  }
  return points;
}

void admit_checked(const Question& question) {
  const auto& checked = question.entry.review_health_checked();
  const auto day = whole_day(question.entry.occurred_on()).value_or(question.occasion.today);
  const auto points = points_on(question.occasion.law.question_areas(), day);
  std::set<std::string> judged;
  int place = 0;
  for (const auto& one : checked.quality()) {
    const auto at = fmt::format("/reviewHealthChecked/quality/{}/point", place++);
    if (std::ranges::find(points, one.point()) == points.end()) {
      question.findings.add(Code::not_a_choice,
                            fmt::format("There is no point of quality {}.{} /v1/law lists them.", one.point(),
                                        did_you_mean(one.point(), points)),
                            {}, at);
    } else if (!judged.insert(one.point()).second) {
      question.findings.add(Code::already_recorded, "This point is judged twice here.", {}, at);
    }
  }
}

void apply_checked(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& checked = entry.review_health_checked();
  auto& kept = *file.add_health_checks();
  kept.set_review(checked.review());
  kept.set_on(entry.occurred_on());
  kept.set_entry(entry.entry());
  if (checked.has_on_time()) kept.set_on_time(checked.on_time());
  if (checked.has_quality_satisfactory()) kept.set_quality_satisfactory(checked.quality_satisfactory());
  for (const auto& one : checked.quality()) {
    auto& point = *kept.add_quality();
    point.set_point(one.point());
    point.set_judgement(one.judgement());
  }
  kept.set_expected_on(checked.expected_on());
}

v1::ReviewerRequestFile* find_request(v1::CaseFile& file, const std::string& name) {
  auto& all = *file.mutable_reviewer_requests();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.reviewer_request() == name; });
  return found == all.end() ? nullptr : &*found;
}

const v1::ReviewerRequestFile* find_request(const v1::CaseFile& file, const std::string& name) {
  const auto& all = file.reviewer_requests();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.reviewer_request() == name; });
  return found == all.end() ? nullptr : &*found;
}

void admit_asked(const Question& question) {
  const auto& asked = question.entry.reviewer_asked();
  set_ahead(question, asked.due_on(), question.entry.occurred_on(), "An answer cannot be due before it is asked for.",
            "/reviewerAsked/dueOn");
  const auto* review = find_review(question.file, asked.review());
  if (review == nullptr) return;
  not_before(question, question.entry.occurred_on(), review->commissioned_on(),
             "A reviewer cannot be asked before the review was commissioned.", "/occurredOn");
}

void apply_asked(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& asked = entry.reviewer_asked();
  auto& request = *file.add_reviewer_requests();
  request.set_reviewer_request(asked.reviewer_request());
  request.set_review(asked.review());
  request.set_asked_on(entry.occurred_on());
  request.set_due_on(asked.due_on());
  request.set_entry(entry.entry());
  mark(file, entry, "reviewer-asked", {.due_on = asked.due_on(), .subject = asked.reviewer_request()});
}

void admit_answered(const Question& question) {
  const auto& answered = question.entry.reviewer_answered();
  const auto* request = find_request(question.file, answered.reviewer_request());
  if (request == nullptr) return;
  if (!request->answered_on().empty()) {
    question.findings.add(Code::already_recorded, "This request is answered already. Make another one.", {},
                          "/reviewerAnswered/reviewerRequest");
  }
  not_before(question, question.entry.occurred_on(), request->asked_on(),
             "A request cannot be answered before it is made.", "/occurredOn");
}

void apply_answered(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& name = entry.reviewer_answered().reviewer_request();
  auto& request = the(find_request(file, name));
  request.set_answered_on(entry.occurred_on());
  request.set_answer_entry(entry.entry());
  mark(file, entry, "reviewer-answered", {.subject = name});
}

}  // namespace

std::vector<Handling> health_check_handlings() {
  return {{"review-health-checked", admit_checked, apply_checked},
          {"reviewer-asked", admit_asked, apply_asked, true},
          {"reviewer-answered", admit_answered, apply_answered, true}};
}

}  // namespace review
