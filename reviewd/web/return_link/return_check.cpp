#include <algorithm>
#include <boost/json/array.hpp>
#include <stdexcept>

#include "reviewd/returns/send_link.hpp"
#include "reviewd/returns/submit.hpp"
#include "reviewd/web/frame/form_body.hpp"
#include "reviewd/web/return_link/return_form.hpp"
#include "reviewd/web/return_link/return_page.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

/// What still keeps the return from being sent, each with where to answer it.
json::array open_questions(const ReturnCall& call, const ReturnVisit& visit) {
  json::array errors;
  for (const auto& step : return_steps(visit.asked.type, visit.draft)) {
    for (const auto& fault : faults_of(step, typed_from(step, visit.draft), true)) {
      errors.push_back(json::object{{"text", fault.says}, {"href", call.address("/" + step.path)}});
    }
  }
  return errors;
}

Response check_page(const ReturnCall& call, const ReturnVisit& visit, int status, json::array errors) {
  json::array groups;
  for (const auto& step : return_steps(visit.asked.type, visit.draft)) {
    groups.push_back(json::object{
        {"title", step.title}, {"change", call.address("/" + step.path)}, {"rows", answer_rows(step, visit.draft)}});
  }
  const bool wrong = !errors.empty();
  const bool nothing = text_in(visit.draft, "involvement") == "NOT_INVOLVED";
  View view{{"title", "Check your answers"},
            {"groups", std::move(groups)},
            {"errors", std::move(errors)},
            {"hasErrors", wrong},
            {"nothing", nothing},
            {"send", call.address("/send")}};
  return render_return(call, visit, status, "return_check", std::move(view));
}

Response show_check(ReturnCall& call) {
  const auto visit = visit_of(call);
  if (!visit) return door(call);
  return check_page(call, *visit, 200, {});
}

/// Only what the questions of this return ask goes out: what was answered before an answer took its page away stays
/// behind.
json::object answer_of(const ReturnVisit& visit, bool complete) {
  json::object answer{{"completeness", complete ? "FULL" : "PARTIAL"}};
  for (const auto& step : return_steps(visit.asked.type, visit.draft)) {
    for (const auto& question : step.questions) {
      if (const auto* value = visit.draft.if_contains(question.name)) answer[question.name] = *value;
    }
  }
  return answer;
}

json::array refusals_of(const review::Refusal& refusal) {
  json::array errors;
  for (const auto& violation : refusal.violations) {
    errors.push_back(json::object{{"text", violation.message}, {"href", false}});
  }
  if (errors.empty()) errors.push_back(json::object{{"text", refusal.says}, {"href", false}});
  return errors;
}

Response send(ReturnCall& call) {
  const auto visit = visit_of(call);
  if (!visit) return door(call);
  const bool nothing = text_in(visit->draft, "involvement") == "NOT_INVOLVED";
  const auto how = value_of(call.form, "completeness");
  auto errors = open_questions(call, *visit);
  if (!nothing && how != "FULL" && how != "PARTIAL") {
    errors.push_back(
        json::object{{"text", "Choose whether this is all, or the first part."}, {"href", "#completeness"}});
  }
  // A part may leave questions open, but neither who speaks nor whether a child is at risk.
  const auto steps = return_steps(visit->asked.type, visit->draft);
  const bool who_and_risk = std::ranges::all_of(steps, [&](const ReturnStep& step) {
    const bool must = step.path == "you" || step.path == "risk" || step.path == risk_told;
    return !must || is_answered(step, visit->draft);
  });
  const bool part = !nothing && how == "PARTIAL";
  if (!errors.empty() && !(part && who_and_risk)) return check_page(call, *visit, 400, std::move(errors));
  const auto recorded = submit_return(call.storage, visit->link, answer_of(*visit, !part));
  if (!recorded) return check_page(call, *visit, 400, refusals_of(recorded.error()));
  const auto moment = call.storage.moment();
  call.storage.return_links().sent(visit->link.link, recorded->entry_id, !part, moment.now);
  const auto mailed =
      mail_contact(call.storage, visit->link,
                   receipt_mail(mail_facts(call.storage, visit->link), day_words(moment.today.iso()), !part));
  if (!mailed) throw std::runtime_error("a receipt could not be put into the outbox");
  return see_other(call.address("/receipt"));
}

Response show_receipt(ReturnCall& call) {
  const auto visit = visit_of(call, true);
  if (!visit || visit->link.sent.empty()) return door(call);
  View view{{"title", visit->link.complete ? "We have your answer" : "We have the first part of your answer"},
            {"partnership", call.storage.desk().law().partnership().name},
            {"reference", visit->link.link},
            {"when", instant_words(visit->link.sent)},
            {"part", !visit->link.complete},
            {"expires", day_words(visit->link.expires_on)}};
  return render_return(call, *visit, 200, "return_receipt", std::move(view));
}

}  // namespace

std::vector<ReturnPage> return_check_pages() {
  return {{"GET", "/return/{return}/check", "checkReturn", show_check},
          {"POST", "/return/{return}/send", "sendReturn", send},
          {"GET", "/return/{return}/receipt", "returnReceipt", show_receipt}};
}

}  // namespace reviewd
