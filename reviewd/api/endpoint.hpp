#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "libreview/access/role.hpp"
#include "reviewd/api/call.hpp"

namespace reviewd {

/// How an endpoint uses the store.
enum class Use {
  read,   ///< between commits
  write,  ///< in a group that shares one commit
  alone   ///< between commits, with transactions of its own: import, rebuild, practice day
};

/// One row of the route table: what `/openapi.json` says of it, and what answers it.
struct Endpoint {
  std::string method;
  std::string pattern;
  std::string name;                   ///< the operation, for example `getCase`
  std::string summary;                ///< one plain sentence
  std::vector<review::Right> rights;  ///< any of them is enough; none: everybody who is known
  Use use;
  std::vector<std::string> query;  ///< the query parameters that it takes
  std::string takes;               ///< the schema of its body; empty for none
  std::string gives;               ///< the schema of its answer
  int status;                      ///< of success
  Response (*answer)(Call&);
};

/// What the endpoint answers. Where the path calls a case what is a programme, or the other way round, there is no such
/// record.
[[nodiscard]] Response answer(const Endpoint& endpoint, Call& call);

/// Whether an endpoint records an entry, in a case, a programme or a meeting: it heeds If-Match, Idempotency-Key and
/// validateOnly.
[[nodiscard]] bool takes_entry(const Endpoint& endpoint);

/// Every endpoint that needs a token, in the order of the contract.
[[nodiscard]] const std::vector<Endpoint>& endpoints();
/// The same as routes.
[[nodiscard]] std::vector<Route> routes();
/// The row that a request goes to; null where no route was found.
[[nodiscard]] const Endpoint* endpoint_of(const RouteMatch& match);

[[nodiscard]] std::vector<Endpoint> case_endpoints();
[[nodiscard]] std::vector<Endpoint> entry_endpoints();
[[nodiscard]] std::vector<Endpoint> document_endpoints();
[[nodiscard]] std::vector<Endpoint> clock_endpoints();
[[nodiscard]] std::vector<Endpoint> meeting_endpoints();
[[nodiscard]] std::vector<Endpoint> programme_endpoints();
[[nodiscard]] std::vector<Endpoint> law_endpoints();
[[nodiscard]] std::vector<Endpoint> plan_endpoints();      ///< improvement plans
[[nodiscard]] std::vector<Endpoint> question_endpoints();  ///< questions of scrutiny that are attached
[[nodiscard]] std::vector<Endpoint> health_check_endpoints();
[[nodiscard]] std::vector<Endpoint> store_endpoints();
[[nodiscard]] std::vector<Endpoint> transfer_endpoints();
[[nodiscard]] std::vector<Endpoint> token_endpoints();
[[nodiscard]] std::vector<Endpoint> account_endpoints();
[[nodiscard]] std::vector<Endpoint> draft_endpoints();
[[nodiscard]] std::vector<Endpoint> practice_endpoints();
[[nodiscard]] std::vector<Endpoint> seen_endpoints();   ///< who has seen what
[[nodiscard]] std::vector<Endpoint> glass_endpoints();  ///< cases opened in an emergency
[[nodiscard]] std::vector<Endpoint> search_endpoints();
[[nodiscard]] std::vector<Endpoint> saved_view_endpoints();
[[nodiscard]] std::vector<Endpoint> overview_endpoints();
[[nodiscard]] std::vector<Endpoint> worklist_endpoints();
[[nodiscard]] std::vector<Endpoint> asked_view_endpoints();
[[nodiscard]] std::vector<Endpoint> csv_endpoints();
[[nodiscard]] std::vector<Endpoint> case_choice_endpoints();
[[nodiscard]] std::vector<Endpoint> contact_endpoints();
[[nodiscard]] std::vector<Endpoint> return_link_endpoints();
[[nodiscard]] std::vector<Endpoint> return_request_endpoints();
[[nodiscard]] std::vector<Endpoint> return_alert_endpoints();
[[nodiscard]] std::vector<Endpoint> timeliness_endpoints();
[[nodiscard]] std::vector<Endpoint> approval_endpoints();
[[nodiscard]] std::vector<Endpoint> setting_endpoints();
[[nodiscard]] std::vector<Endpoint> closure_endpoints();
[[nodiscard]] std::vector<Endpoint> scrutiny_endpoints();
[[nodiscard]] std::vector<Endpoint> partnership_endpoints();
[[nodiscard]] std::vector<Endpoint> case_export_endpoints();
[[nodiscard]] std::vector<Endpoint> erasure_endpoints();
[[nodiscard]] std::vector<Endpoint> people_endpoints();
[[nodiscard]] std::vector<Endpoint> alert_endpoints();
[[nodiscard]] std::vector<Endpoint> notice_endpoints();  ///< one's own reminders by mail
[[nodiscard]] std::vector<Endpoint> feed_endpoints();
[[nodiscard]] std::vector<Endpoint> webhook_endpoints();
[[nodiscard]] std::vector<Endpoint> publication_endpoints();
[[nodiscard]] std::vector<Endpoint> proceedings_endpoints();
[[nodiscard]] std::vector<Endpoint> rehearsal_endpoints();
[[nodiscard]] std::vector<Endpoint> embargo_endpoints();
[[nodiscard]] std::vector<Endpoint> theme_endpoints();
[[nodiscard]] std::vector<Endpoint> finding_endpoints();
[[nodiscard]] std::vector<Endpoint> action_endpoints();     ///< the registers of actions and of recommendations
[[nodiscard]] std::vector<Endpoint> earlier_endpoints();    ///< what was recommended before
[[nodiscard]] std::vector<Endpoint> past_endpoints();       ///< a spreadsheet of past cases
[[nodiscard]] std::vector<Endpoint> figure_endpoints();     ///< the yearly report
[[nodiscard]] std::vector<Endpoint> assurance_endpoints();  ///< what agencies answer of their duty, who has not
[[nodiscard]] std::vector<Endpoint> training_endpoints();   ///< training and its evaluation; pledges
[[nodiscard]] std::vector<Endpoint> action_endpoints();     ///< the registers of actions and of recommendations
[[nodiscard]] std::vector<Endpoint> earlier_endpoints();    ///< what was recommended before
[[nodiscard]] std::vector<Endpoint> past_endpoints();       ///< a spreadsheet of past cases
[[nodiscard]] std::vector<Endpoint> figure_endpoints();     ///< the yearly report
[[nodiscard]] std::vector<Endpoint> audit_endpoints();      ///< audits of cases, put together
[[nodiscard]] std::vector<Endpoint> action_endpoints();     ///< the registers of actions and of recommendations
[[nodiscard]] std::vector<Endpoint> earlier_endpoints();    ///< what was recommended before
[[nodiscard]] std::vector<Endpoint> past_endpoints();       ///< a spreadsheet of past cases
[[nodiscard]] std::vector<Endpoint> figure_endpoints();     ///< the yearly report
[[nodiscard]] std::vector<Endpoint> survey_endpoints();
[[nodiscard]] std::vector<Endpoint>
evidence_endpoints();                                     ///< whether practice is different since something was learned
[[nodiscard]] std::vector<Endpoint> action_endpoints();   ///< the registers of actions and of recommendations
[[nodiscard]] std::vector<Endpoint> earlier_endpoints();  ///< what was recommended before
[[nodiscard]] std::vector<Endpoint> past_endpoints();     ///< a spreadsheet of past cases
[[nodiscard]] std::vector<Endpoint> figure_endpoints();   ///< the yearly report
[[nodiscard]] std::vector<Endpoint> product_endpoints();  ///< learning products
[[nodiscard]] std::vector<Endpoint> letter_endpoints();   ///< what is written of a case from its record
[[nodiscard]] std::vector<Endpoint> chronology_endpoints();
[[nodiscard]] std::vector<Endpoint> chronology_table_endpoints();  ///< agencies' tables that are being taken in
[[nodiscard]] std::vector<Endpoint> chronology_paper_endpoints();
[[nodiscard]] std::vector<Endpoint> panel_pack_endpoints();  ///< what somebody needs for a meeting

}  // namespace reviewd
