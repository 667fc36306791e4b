#include "reviewd/web/return_link/link_visit.hpp"

#include <boost/json/array.hpp>
#include <utility>

#include "libreview/vocabulary/parse_json.hpp"
#include "libreview/vocabulary/record_name.hpp"
#include "reviewd/returns/open_link.hpp"
#include "reviewd/storage/partnership_contact.hpp"
#include "reviewd/web/frame/form_body.hpp"
#include "reviewd/web/frame/session_cookie.hpp"
#include "reviewd/web/return_link/return_cookie.hpp"
#include "reviewd/web/words/day_words.hpp"

namespace reviewd {

namespace json = boost::json;

std::optional<LinkVisit> link_visit_of(ReturnCall& call, bool used) {
  const auto session = return_session_of(call.request);
  auto& links = call.storage.return_links();
  // Whoever was excluded from the case meanwhile finds the link as one that is over, and so after a seal.
  const auto link = open_link(call.storage, call.line(), used);
  if (!link || !links.is_in(link->link, session, now(std::nullopt).now)) return std::nullopt;
  const bool sends = call.request.method != "GET";
  if (sends && !is_form_token(value_of(call.form, "formToken"), session)) return std::nullopt;
  const auto kept = review::parse_json(links.draft(call.line()));
  const auto* draft = kept ? kept->if_object() : nullptr;
  return LinkVisit{*link, draft == nullptr ? json::object() : *draft, form_token(session)};
}

bool note_reads(ReturnCall& call, const review::ReturnLink& link, const std::vector<std::string>& whats) {
  const std::string role(review::role_name(review::Role::agency_contact));
  std::vector<review::Read> reads;
  for (const auto& what : whats) {
    reads.push_back({0, {}, link.contact, role, review::record_of(link.case_id), what, ""});
  }
  return static_cast<bool>(call.storage.read_log().add(reads, now(std::nullopt).now));
}

Response render_link(const ReturnCall& call, const LinkVisit& visit, std::string_view list, int status,
                     std::string_view name, View view) {
  const auto agency = call.storage.contacts().find(visit.link.agency);
  view["formToken"] = visit.form_token;
  view["agency"] = agency ? agency->name : visit.link.agency;
  view["tasks"] = call.address(list);
  return render_open(status, name, std::move(view), call.storage.store().practice());
}

Response render_link_list(const ReturnCall& call, const LinkVisit& visit, std::string_view list, std::string_view name,
                          View view) {
  view["partnership"] = call.storage.desk().law().partnership().name;
  view["telephone"] = partnership_contact(call.storage).telephone;
  view["reference"] = visit.link.link;
  view["expires"] = day_words(visit.link.expires_on);
  return render_link(call, visit, list, 200, name, std::move(view));
}

json::value problem_below(const review::Refusal& refusal, std::string_view kind) {
  const auto before = "/" + std::string(kind);
  json::array violations;
  for (const auto& one : refusal.violations) {
    const bool of_kind = one.pointer.starts_with(before + "/");
    violations.push_back(
        json::object{{"pointer", of_kind ? one.pointer.substr(before.size()) : one.pointer}, {"message", one.message}});
  }
  return json::object{{"detail", refusal.says}, {"violations", std::move(violations)}};
}

}  // namespace reviewd
