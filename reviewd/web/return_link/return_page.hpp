#pragma once

#include <boost/json/object.hpp>
#include <optional>
#include <string>
#include <vector>

#include "reviewd/http/router.hpp"
#include "reviewd/returns/asked_return.hpp"
#include "reviewd/web/frame/render.hpp"

namespace reviewd {

/// One request of a page of a link, by whoever holds it: on the storage thread, in a transaction.
struct ReturnCall {
  const Request& request;
  const RouteMatch& match;
  const NameValues& form;
  Storage& storage;

  /// The line of the link, as the address has it.
  [[nodiscard]] std::string line() const { return std::string(match.parameter("return")); }
  /// Below the link: `/return/…/tasks`.
  [[nodiscard]] std::string address(std::string_view below) const;
};

/// One row of the table of those pages. Nobody is signed in.
struct ReturnPage {
  std::string method;
  std::string pattern;
  std::string name;
  Response (*answer)(ReturnCall&);
};

[[nodiscard]] const std::vector<ReturnPage>& return_pages();
/// The page of a route; null where it is none of these.
[[nodiscard]] const ReturnPage* return_page_of(const RouteMatch& match);

[[nodiscard]] std::vector<ReturnPage> return_door_pages();       ///< until a code was typed
[[nodiscard]] std::vector<ReturnPage> return_task_pages();       ///< what is asked, and the questions
[[nodiscard]] std::vector<ReturnPage> return_check_pages();      ///< check, send, receipt
[[nodiscard]] std::vector<ReturnPage> return_action_pages();     ///< an agency's actions, by a link for those
[[nodiscard]] std::vector<ReturnPage> return_audit_pages();      ///< an agency's part of an audit, by a link for that
[[nodiscard]] std::vector<ReturnPage> return_assurance_pages();  ///< what it answers about its duty
[[nodiscard]] std::vector<ReturnPage> return_product_pages();    ///< how it took in what was learned

/// Somebody who came in by a code, by a link for a return of a case, with what they answered so far.
struct ReturnVisit {
  review::ReturnLink link;
  AskedReturn asked;
  boost::json::object draft;
  std::string form_token;
};

/// As `link_visit_of`; nothing either where the link asks for no return.
[[nodiscard]] std::optional<ReturnVisit> visit_of(ReturnCall& call, bool used = false);
[[nodiscard]] Response door(const ReturnCall& call);

/// The template inside the layout, with the token of the visit.
[[nodiscard]] Response render_return(const ReturnCall& call, const ReturnVisit& visit, int status,
                                     std::string_view name, View view);
/// Keeps the draft, sealed.
void keep_draft(ReturnCall& call, const boost::json::object& draft);
/// Tells the coordinators at once that a child may be at risk: an alert for them, and a mail.
void raise_alert(ReturnCall& call, const review::ReturnLink& link);

}  // namespace reviewd
