#include <boost/json/array.hpp>

#include "reviewd/web/form/ask_by_link.hpp"
#include "reviewd/web/frame/case_address.hpp"
#include "reviewd/web/frame/page.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/record_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

/// The first request that an agency has not answered, or in part alone.
std::string first_owed(const json::value& assurance, const json::value& agency) {
  for (const auto& row : list_in(assurance, "rows")) {
    const auto state = text_in(row, "state");
    const bool owed = state == "AWAITED" || state == "OVERDUE";
    if (owed && means_agency(text_in(row, "agency"), agency)) return text_in(row, "request");
  }
  return {};
}

LinkAsking assurance_asking(const PageCall& call) {
  return {case_api(call) + "/assurance",
          "Ask an agency to answer by a link",
          record_caption(call.record()),
          case_address(call) + "/assurance-link",
          case_address(call) + "/assurance",
          "Back to assurance",
          "They see what their own agency is asked here, and nothing of others",
          {"A mail with a link goes to them, and a code before it opens. They need no account. They answer in whole or "
           "in part, and what they send is recorded at once.",
           "A document cannot be sent by the link."},
          "No agency that has a contact in the register still owes an answer.",
          56,
          first_owed};
}

Response show_assurance_link(PageCall& call) { return show_ask_by_link(call, assurance_asking(call)); }
Response send_assurance_link(PageCall& call) { return send_ask_by_link(call, assurance_asking(call)); }

}  // namespace

std::vector<Page> assurance_link_pages() {
  return {{"GET", "/programmes/{programme}/assurance-link", "assuranceLinkPage", Use::read, show_assurance_link},
          {"POST", "/programmes/{programme}/assurance-link", "sendAssuranceLink", Use::write, send_assurance_link}};
}

}  // namespace reviewd
