#include "reviewd/web/return_link/return_page.hpp"

#include <algorithm>
#include <boost/json/serialize.hpp>
#include <stdexcept>
#include <utility>

#include "reviewd/http/percent.hpp"
#include "reviewd/returns/send_link.hpp"
#include "reviewd/web/return_link/link_visit.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

}  // namespace

std::string ReturnCall::address(std::string_view below) const {
  return "/return/" + percent_encoded(line()) + std::string(below);
}

const std::vector<ReturnPage>& return_pages() {
  static const std::vector<ReturnPage> all = [] {
    std::vector<ReturnPage> rows;
    for (auto* const part : {return_door_pages, return_audit_pages, return_assurance_pages, return_product_pages,
                             return_task_pages, return_check_pages, return_action_pages}) {
      for (auto& page : part()) rows.push_back(std::move(page));
    }
    return rows;
  }();
  return all;
}

const ReturnPage* return_page_of(const RouteMatch& match) {
  if (match.kind != RouteMatch::Kind::found) return nullptr;
  const auto& pages = return_pages();
  const auto found =
      std::find_if(pages.begin(), pages.end(), [&](const ReturnPage& page) { return page.name == match.route->name; });
  return found == pages.end() ? nullptr : &*found;
}

std::optional<ReturnVisit> visit_of(ReturnCall& call, bool used) {
  auto came = link_visit_of(call, used);
  if (!came) return std::nullopt;
  const auto& link = came->link;
  auto asked =
      asked_return(call.storage, link.case_id, link.request, link.agency, call.storage.moment().today, link.link);
  if (!asked) return std::nullopt;
  return ReturnVisit{link, std::move(*asked), std::move(came->draft), std::move(came->form_token)};
}

Response door(const ReturnCall& call) { return see_other(call.address("")); }

Response render_return(const ReturnCall& call, const ReturnVisit& visit, int status, std::string_view name, View view) {
  view["formToken"] = visit.form_token;
  view["tasks"] = call.address("/tasks");
  return render_open(status, name, std::move(view), call.storage.store().practice());
}

void keep_draft(ReturnCall& call, const json::object& draft) {
  call.storage.return_links().keep_draft(call.line(), json::serialize(draft));
}

void raise_alert(ReturnCall& call, const review::ReturnLink& link) {
  if (!call.storage.return_alerts().raise(link.link, call.storage.moment().now)) return;
  auto facts = mail_facts(call.storage, link);
  facts.address = address_of(call.storage, call.request.header("Host").value_or("localhost"), "/");
  const auto mail = alert_mail(facts);
  auto mailboxes = call.storage.config().mail.coordinators;
  if (mailboxes.empty() && call.storage.store().practice()) mailboxes = {"review-coordinators@example.org"};
  for (const auto& mailbox : mailboxes) {
    const auto kept = call.storage.outbox().add({mailbox, mail.subject, mail.text, "return-alerts/" + link.link},
                                                now(std::nullopt).now);
    if (!kept) throw std::runtime_error("an alert could not be put into the outbox");
  }
}

}  // namespace reviewd
