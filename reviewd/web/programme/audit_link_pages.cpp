#include <boost/json/array.hpp>

#include "reviewd/web/form/ask_by_link.hpp"
#include "reviewd/web/frame/case_address.hpp"
#include "reviewd/web/frame/page.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/record_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

/// The entry that selected the first case that asks an agency.
std::string first_asking(const json::value& audit, const json::value& agency) {
  for (const auto& one : list_in(audit, "cases")) {
    const json::value said = object_in(one, "said");
    for (const auto& asked : list_in(said, "agencies")) {
      if (means_agency(std::string(asked.as_string()), agency)) return text_in(one, "entry");
    }
  }
  return {};
}

LinkAsking audit_asking(const PageCall& call) {
  return {
      case_api(call) + "/audit",
      "Ask an agency to audit its part",
      record_caption(call.record()),
      case_address(call) + "/audit-link",
      case_address(call) + "/audit",
      "Back to what the audit found",
      "They see the cases that their own agency is asked to audit",
      {"A mail with a link goes to them, and a code before it opens. They need no account. They answer case by case, "
       "and what they send is recorded at once.",
       "The page names no child. Tell them by a safe way which child each reference of the audit is."},
      "No case asks an agency that has a contact in the register.",
      56,
      first_asking};
}

Response show_audit_link(PageCall& call) { return show_ask_by_link(call, audit_asking(call)); }
Response send_audit_link(PageCall& call) { return send_ask_by_link(call, audit_asking(call)); }

}  // namespace

std::vector<Page> audit_link_pages() {
  return {{"GET", "/programmes/{programme}/audit-link", "auditLinkPage", Use::read, show_audit_link},
          {"POST", "/programmes/{programme}/audit-link", "sendAuditLink", Use::write, send_audit_link}};
}

}  // namespace reviewd
