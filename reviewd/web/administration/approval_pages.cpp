#include <fmt/format.h>

#include "reviewd/http/percent.hpp"
#include "reviewd/web/administration/agreed_links.hpp"
#include "reviewd/web/form/moves_section.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/form_body.hpp"
#include "reviewd/web/frame/page.hpp"
#include "reviewd/web/frame/register_of.hpp"
#include "reviewd/web/words/approval_words.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/screen_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

const std::string approvals = "/administration/approvals";

PlainTable approval_table(const json::array& all, bool open) {
  PlainTable table{open ? "Waiting for a second person" : "Decided",
                   {"What", "Proposed by", "When", open ? "What you can do" : "What became of it"},
                   {}};
  for (const auto& approval : all) {
    if (text_in(approval, "outcome").empty() != open) continue;
    const auto what = flag_in(approval, "mayDecide")     ? "Approve or refuse it"
                      : flag_in(approval, "mayWithdraw") ? "Another person decides; you can take it back"
                                                         : "Another person decides";
    table.rows.push_back({{approval_title(approval), approvals + "/" + percent_encoded(text_in(approval, "approval"))},
                          {person_words(text_in(approval, "proposedBy"))},
                          {instant_words(text_in(approval, "proposed"))},
                          {open ? what : outcome_words(approval)}});
  }
  return table;
}

Response list_page(PageCall& call) {
  const auto answer = ask(call, {"GET", "/v1/approvals"});
  if (!answer.good()) return refused_page(call, answer.status, answer.json);
  const auto& all = list_in(answer.json, "approvals");
  PlainPage page{"Approvals", "", "/administration"};
  Section waiting{
      .paragraphs = {"Some things take two people: one proposes, another approves. Nobody approves what they "
                     "proposed, or what is about themselves."},
      .table = approval_table(all, true)};
  if (waiting.table.rows.empty()) waiting.paragraphs.emplace_back("Nothing waits.");
  page.sections.push_back(std::move(waiting));
  page.sections.push_back({.table = approval_table(all, false)});
  return sections_page(call, page);
}

PlainForm deciding_form(const json::value& approval) {
  PlainForm form{approvals + "/" + percent_encoded(text_in(approval, "approval")), {}, {}, {}};
  if (flag_in(approval, "mayDecide")) form.buttons = {{"approve", "Approve"}, {"refuse", "Refuse", true}};
  if (flag_in(approval, "mayWithdraw")) form.buttons = {{"withdraw", "Take it back", true}};
  return form;
}

Response approval_page(const PageCall& call, int status, const json::value& problem) {
  const auto answer = ask(call, {"GET", "/v1/approvals/" + percent_encoded(call.path("approval"))});
  if (!answer.good()) return refused_page(call, answer.status, answer.json);
  const auto& approval = answer.json;
  PlainPage page{approval_title(approval), "Approval", approvals, "Back to approvals"};
  if (problem.is_object()) page.faults = faults_of(problem, {});
  auto facts = proposal_facts(approval);
  facts.emplace_back("Why", text_in(approval, "reason"));
  facts.emplace_back("Proposed by", person_words(text_in(approval, "proposedBy")) + ", " +
                                        instant_words(text_in(approval, "proposed")));
  facts.emplace_back("Standing", outcome_words(approval));
  page.sections.push_back({.facts = std::move(facts)});
  if (const auto* moves = approval.as_object().if_contains("moves"))
    page.sections.push_back(moves_section(*moves, register_of(call)));
  auto form = deciding_form(approval);
  if (!form.buttons.empty()) {
    const bool decides = form.buttons.size() > 1;
    page.sections.push_back(
        {.paragraphs = {decides ? approving_words(approval) : waiting_words(approval)}, .form = std::move(form)});
  }
  if (auto making = making_form(approval); !making.buttons.empty()) {
    page.sections.push_back({.paragraphs = {"You proposed this, and it is approved. You can do it once, until " +
                                            instant_words(text_in(approval, "usableUntil")) +
                                            ". What you get is shown only then, and only to you."},
                             .form = std::move(making)});
  }
  if (!text_in(approval, "usableUntil").empty() && text_in(approval, "act") == "export-case") {
    page.sections.push_back({.links = {{"Download the case", "/" + text_in(approval, "subject") + "/export", "", "",
                                        "once, until " + instant_words(text_in(approval, "usableUntil"))}}});
  }
  return sections_page(call, page, status);
}

Response show(PageCall& call) { return approval_page(call, 200, {}); }

Response decide(PageCall& call) {
  const auto typed = form_values(call.request.body).value_or(NameValues());
  const auto deed = value_of(typed, "do");
  if (deed != "approve" && deed != "refuse" && deed != "withdraw") {
    return approval_page(call, 400, json::object{{"detail", "Choose whether to approve, refuse or take back."}});
  }
  const auto address = "/v1/approvals/" + percent_encoded(call.path("approval")) + ":" + deed;
  const auto answer = ask(call, {"POST", address});
  if (answer.status == 400 || answer.status == 409) return approval_page(call, answer.status, answer.json);
  if (!answer.good()) return refused_page(call, answer.status, answer.json);
  if (!text_in(answer.json, "openingCode").empty()) return code_page(call, answer.json);
  return see_other(approvals + "/" + percent_encoded(call.path("approval")));
}

}  // namespace

std::vector<Page> approval_pages() {
  return {{"GET", approvals, "approvalsPage", Use::read, list_page},
          {"GET", approvals + "/{approval}", "approvalPage", Use::read, show},
          {"POST", approvals + "/{approval}", "decideApprovalPage", Use::alone, decide}};
}

}  // namespace reviewd
