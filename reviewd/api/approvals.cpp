#include <boost/json/array.hpp>

#include "reviewd/act/act.hpp"
#include "reviewd/api/agreed_by_two.hpp"
#include "reviewd/api/approval_json.hpp"
#include "reviewd/api/case_at_hand.hpp"
#include "reviewd/api/endpoint.hpp"
#include "reviewd/base/now.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::Approval;
using review::Approvals;
using review::Right;

/// Of an act that is not done any more: who decides on what opens the service sees what became of it.
bool may_look(const Act* act, const review::Reader& reader) {
  if (act != nullptr) return may_decide(*act, reader);
  return reader.may(Right::manage_access) || reader.may(Right::approve_settings);
}

/// Those that the reader made or may decide on. Others are not there for them, nor is one about a case that is not
/// there for them, or only through broken glass.
bool is_shown(Call& call, const Approval& approval) {
  if (approval.proposed_by != call.reader.person && !may_look(find_act(approval.act), call.reader)) return false;
  const auto about = case_of(approval);
  return about.empty() || case_at_hand(call, about).has_value();
}

review::Result<Approval> shown_approval(Call& call) {
  auto approval = call.storage.approvals().find(call.path("approval"));
  if (approval && is_shown(call, *approval)) return std::move(*approval);
  return review::refuse(review::Code::not_found, "There is no such proposal that you may see.");
}

Response list_approvals(Call& call) {
  json::array approvals;
  for (const auto& approval : call.storage.approvals().list()) {
    if (is_shown(call, approval)) approvals.push_back(approval_json(call, approval));
  }
  return json_answer(200, json::object{{"approvals", approvals}, {"nextPageToken", ""}});
}

Response get_approval(Call& call) {
  const auto approval = shown_approval(call);
  if (!approval) return refused(call, approval.error());
  auto out = approval_json(call, *approval);
  const auto* act = find_act(approval->act);
  if (approval->is_open() && act != nullptr && act->settles != nullptr) {
    const auto settled = act->settles(call.storage, *approval);
    const auto after = settled ? in_force(call.storage.config(), *settled) : review::refuse(settled.error());
    if (after) out["moves"] = moves_json(call, *after);
  }
  return json_answer(200, out);
}

Response approve(Call& call) {
  const auto shown = shown_approval(call);
  if (!shown) return refused(call, shown.error());
  const auto at = now(std::nullopt).now;
  const auto* act = find_act(shown->act);
  std::string code;
  const auto done = call.storage.store().in_one_transaction([&]() -> review::Result<Approval> {
    auto approved = call.storage.approvals().approve(shown->approval, call.reader.person, at);
    if (!approved) return approved;
    if (act == nullptr) {
      return review::refuse(review::Code::not_permitted,
                            "This is not done here any more, so nobody approves it. Refuse it, or take it back.");
    }
    if (!may_decide(*act, call.reader)) {
      return review::refuse(review::Code::not_permitted, "Your role does not decide on this.");
    }
    if (act->fits != nullptr) {
      if (const auto fits = act->fits(*approved, call.reader); !fits) return review::refuse(fits.error());
    }
    if (act->gives_code && takes_two(call)) {
      auto given = call.storage.approvals().give_code(approved->approval);
      if (!given) return review::refuse(given.error());
      code = std::move(*given);
    }
    if (act->carry_out == nullptr) return approved;
    const auto carried = act->carry_out(call.storage, *approved, call.reader.person, at);
    if (!carried) return review::refuse(carried.error());
    return approved;
  });
  if (!done) return refused(call, done.error());
  if (act->settles != nullptr) {
    // Whoever owns a deadline that moved is told by the alerter, which finds it due: however many there are, nobody
    // waits for this answer or behind it.
    if (const auto effective = call.storage.take_effect(); !effective) return refused(call, effective.error());
  }
  // What cannot be done now is done at the next start: `used` says when it was.
  if (act->afterwards != nullptr) static_cast<void>(act->afterwards(call.storage, at));
  auto out = approval_json(call, call.storage.approvals().find(done->approval).value_or(*done));
  if (!code.empty()) out["openingCode"] = code;
  return json_answer(200, out);
}

Response decide(Call& call,
                review::Result<Approval> (Approvals::*how)(std::string_view, const std::string&, review::Instant)) {
  const auto shown = shown_approval(call);
  if (!shown) return refused(call, shown.error());
  const auto done = (call.storage.approvals().*how)(shown->approval, call.reader.person, now(std::nullopt).now);
  if (!done) return refused(call, done.error());
  return json_answer(200, approval_json(call, *done));
}

Response refuse_approval(Call& call) { return decide(call, &Approvals::turn_down); }
Response withdraw_approval(Call& call) { return decide(call, &Approvals::withdraw); }

Endpoint row(std::string method, std::string pattern, std::string name, std::string summary, Use use, std::string gives,
             Response (*answer)(Call&)) {
  return {std::move(method),
          std::move(pattern),
          std::move(name),
          std::move(summary),
          {Right::manage_access, Right::manage_settings, Right::approve_settings, Right::move_cases,
           Right::export_cases, Right::erase},
          use,
          {},
          "",
          std::move(gives),
          200,
          answer};
}

}  // namespace

std::vector<Endpoint> approval_endpoints() {
  return {row("GET", "/v1/approvals", "listApprovals", "What you proposed, and what you may decide on", Use::read,
              "ApprovalList", list_approvals),
          row("GET", "/v1/approvals/{approval}", "getApproval",
              "One proposal, with the open deadlines that it would move", Use::read, "Approval", get_approval),
          row("POST", "/v1/approvals/{approval}:approve", "approve",
              "Says yes to what another person proposed: it is done at once, or by who proposed it", Use::alone,
              "Approval", approve),
          row("POST", "/v1/approvals/{approval}:refuse", "refuseApproval", "Says no to what another person proposed",
              Use::write, "Approval", refuse_approval),
          row("POST", "/v1/approvals/{approval}:withdraw", "withdrawApproval", "Takes back what you proposed",
              Use::write, "Approval", withdraw_approval)};
}

}  // namespace reviewd
