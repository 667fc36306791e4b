#include <algorithm>
#include <map>

#include "libreview/access/may_read.hpp"
#include "libreview/record/case_file.hpp"
#include "libreview/vocabulary/write_message.hpp"
#include "review/v1/health_check_answer.pb.h"
#include "reviewd/api/endpoint.hpp"
#include "reviewd/api/words_at_hand.hpp"

namespace reviewd {
namespace {

namespace v1 = review::v1;
using review::Code;
using review::Right;

std::string point_text(const Call& call, const std::string& point, const std::string& day) {
  const auto on = review::Date::parse(day);
  if (!on) return {};
  const auto asked = review::find_question(call.desk().law().question_areas(), point, *on);
  return asked.question == nullptr ? std::string() : asked.question->text;
}

v1::HealthCheck check_of(const Call& call, const std::string& case_id, const v1::HealthCheckFile& from,
                         WordsAtHand& words) {
  v1::HealthCheck out;
  out.set_on(from.on());
  out.set_entry(from.entry());
  if (from.has_on_time()) out.set_on_time(from.on_time());
  if (from.has_quality_satisfactory()) out.set_quality_satisfactory(from.quality_satisfactory());
  if (!from.expected_on().empty()) out.set_expected_on(from.expected_on());
  for (const auto& one : from.quality()) {
    auto& point = *out.add_quality();
    point.set_point(one.point());
    point.set_judgement(one.judgement());
    const auto text = point_text(call, one.point(), from.on());
    if (!text.empty()) point.set_text(text);
  }
  const auto* entry = words.find(case_id, from.entry());
  if (entry == nullptr) return out;
  const auto& said = entry->review_health_checked();
  if (said.has_findings()) out.set_found(said.findings());
  if (said.has_asked_for()) out.set_asked_for(said.asked_for());
  for (int i = 0; i < out.quality_size() && i < said.quality_size(); ++i) {
    if (said.quality(i).has_why()) out.mutable_quality(i)->set_why(said.quality(i).why());
  }
  return out;
}

/// The clocks that requests started, by the entry of the request.
using ClockBy = std::map<std::string, v1::Clock>;

ClockBy clocks_of(Call& call, const std::string& case_id) {
  ClockBy all;
  const auto clocks = call.desk().clocks(case_id, call.reader, call.moment);
  if (!clocks) return all;
  for (const auto& one : *clocks) all.emplace(one.started_by(), one);
  return all;
}

v1::ReviewerRequest request_of(const std::string& case_id, const v1::ReviewerRequestFile& from, const ClockBy& clocks,
                               WordsAtHand& words) {
  v1::ReviewerRequest out;
  out.set_reviewer_request(from.reviewer_request());
  out.set_asked_on(from.asked_on());
  out.set_entry(from.entry());
  out.set_open(from.answered_on().empty());
  out.set_late(false);
  if (const auto clock = clocks.find(from.entry()); clock != clocks.end()) {
    if (clock->second.has_due_on()) out.set_due_on(clock->second.due_on());
    out.set_late(clock->second.state() == v1::CLOCK_STATE_OVERDUE);
  } else if (!from.due_on().empty()) {
    out.set_due_on(from.due_on());
  }
  const auto* asked = words.find(case_id, from.entry());
  if (asked != nullptr && asked->reviewer_asked().has_what()) out.set_what(asked->reviewer_asked().what());
  if (from.answered_on().empty()) return out;
  out.set_answered_on(from.answered_on());
  out.set_answer_entry(from.answer_entry());
  if (const auto* entry = words.find(case_id, from.answer_entry())) {
    const auto& answered = entry->reviewer_answered();
    if (answered.has_answer()) out.set_answer(answered.answer());
    out.mutable_documents()->CopyFrom(answered.documents());
  }
  return out;
}

void put_requests(v1::ReviewHealth& health, std::vector<v1::ReviewerRequest> requests) {
  std::ranges::stable_sort(requests, [](const auto& one, const auto& other) {
    return one.open() != other.open() ? one.open() : one.asked_on() > other.asked_on();
  });
  health.set_open_requests(
      static_cast<int>(std::ranges::count_if(requests, [](const auto& one) { return one.open(); })));
  health.set_late_requests(
      static_cast<int>(std::ranges::count_if(requests, [](const auto& one) { return one.late(); })));
  for (auto& one : requests) *health.add_requests() = std::move(one);
}

Response get_health(Call& call) {
  const auto case_id = call.path("case");
  if (!review::reads_incidents(call.reader.role)) {
    return refused(call, {Code::not_permitted, "Your role does not see how a review is getting on."});
  }
  const auto file = call.storage.views().find_for(call.reader, case_id, call.moment.today);
  if (!file) return refused(call, review::no_case(case_id));
  const auto review = call.path("review");
  if (review::find_review(*file, review) == nullptr)
    return refused(call, {Code::not_found, "There is no review of this name in this case."});
  WordsAtHand words(call);
  v1::ReviewHealth health;
  health.set_review(review);
  const auto& checks = file->health_checks();
  for (auto one = checks.rbegin(); one != checks.rend(); ++one) {
    if (one->review() == review) *health.add_checks() = check_of(call, case_id, *one, words);
  }
  const auto clocks = clocks_of(call, case_id);
  std::vector<v1::ReviewerRequest> requests;
  for (const auto& one : file->reviewer_requests()) {
    if (one.review() == review) requests.push_back(request_of(case_id, one, clocks, words));
  }
  put_requests(health, std::move(requests));
  words.note();
  call.desk().note_shown(case_id, "case");
  return json_answer(200, review::write_message(health, review::Part::whole, review::EmptyLists::shown));
}

}  // namespace

std::vector<Endpoint> health_check_endpoints() {
  return {
      {"GET",
       "/v1/cases/{case}/reviews/{review}/health",
       "getReviewHealth",
       "The time and quality of a review while it runs: each check, what the reviewer was asked in writing, the "
       "answers "
       "and which requests are open",
       {Right::read_cases},
       Use::read,
       {},
       "",
       "ReviewHealth",
       200,
       get_health},
  };
}

}  // namespace reviewd
