#include "reviewd/api/approval_json.hpp"

#include <algorithm>
#include <boost/json/array.hpp>

#include "reviewd/act/act.hpp"
#include "reviewd/alerts/who_is_told.hpp"
#include "reviewd/api/own_hand.hpp"
#include "reviewd/api/record_json.hpp"
#include "reviewd/api/two_people_table.hpp"
#include "reviewd/api/words_of_case.hpp"
#include "reviewd/base/now.hpp"

namespace reviewd {

namespace json = boost::json;

json::object approval_json(Call& call, const review::Approval& approval) {
  const auto& reader = call.reader;
  const WordsOfCase words(call, case_of(approval));
  json::object proposal;
  const auto* act = find_act(approval.act);
  const bool mine = approval.proposed_by == reader.person;
  for (const auto& [name, text] : proposal_texts(approval)) {
    if (text.empty()) continue;
    // Of the cases that a token opens, who sees no case and did not name them learns how many there are.
    const bool counts = name == "cases" && !mine && !reader.may(review::Right::read_cases);
    proposal[counts ? "caseCount" : name] = counts ? std::to_string(1 + std::count(text.begin(), text.end(), ' '))
                                                   : words.shown(text, approval.proposed_by);
  }
  const bool own_hand = by_own_hand(call).has_value();
  const bool about_me = approval.subject == "people/" + reader.person;
  const bool fits = act == nullptr || act->fits == nullptr || act->fits(approval, reader);
  json::object out{{"approval", approval.approval},
                   {"act", approval.act},
                   {"subject", approval.subject},
                   {"proposal", std::move(proposal)},
                   {"reason", words.shown(approval.reason, approval.proposed_by)},
                   {"proposedBy", "people/" + approval.proposed_by},
                   {"proposed", approval.proposed},
                   {"mayDecide", own_hand && approval.is_open() && act != nullptr && may_decide(*act, reader) && fits &&
                                     !mine && !about_me},
                   {"mayWithdraw", own_hand && approval.is_open() && mine}};
  if (!approval.is_open()) {
    out["outcome"] = approval.outcome;
    out["decidedBy"] = "people/" + approval.decided_by;
    out["decided"] = approval.decided;
    if (!approval.used.empty()) out["used"] = approval.used;
  }
  if (!approval.used.empty()) out["used"] = approval.used;
  const auto at = now(std::nullopt).now;
  const auto until = mine && own_hand ? usable_until(approval, at) : std::string();
  if (!until.empty()) out["usableUntil"] = until;
  if (has_lapsed(approval, at)) out["lapsed"] = true;
  return out;
}

Response propose(Call& call, const review::ApprovalWish& wish) {
  require_two_people(call);
  const auto made = call.storage.approvals().propose(wish, now(std::nullopt).now);
  if (!made) return refused(call, made.error());
  auto response = json_answer(201, approval_json(call, *made));
  response.headers.emplace_back("Location", "/v1/approvals/" + made->approval);
  return response;
}

json::object moves_json(Call& call, const InForce& other) {
  const auto moves = call.desk().moves(other.law, other.calendar, call.reader, call.moment);
  const Staff staff(call.storage, call.moment);
  json::array clocks;
  for (const auto& moved : moves.clocks) {
    json::object clock{{"clock", moved.clock}, {"title", moved.title}};
    put_record(clock, moved.case_id);
    const auto put = [&](std::string_view name, const std::string& day) {
      if (!day.empty()) clock[name] = day;
    };
    put("dueBefore", moved.before);
    put("dueAfter", moved.after);
    put("localDueBefore", moved.local_before);
    put("localDueAfter", moved.local_after);
    json::array told;
    if (const auto file = call.storage.views().find(moved.case_id)) {
      for (const auto& person : who_is_told(staff, call.storage.mail_goes_out(), *file, moved.clock))
        told.push_back(json::string("people/" + person));
    }
    clock["told"] = std::move(told);
    clocks.push_back(std::move(clock));
  }
  return {{"count", moves.count}, {"clocks", std::move(clocks)}};
}

}  // namespace reviewd
