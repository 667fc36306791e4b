#include <boost/json/array.hpp>

#include "reviewd/web/form/ask_by_link.hpp"
#include "reviewd/web/frame/case_address.hpp"
#include "reviewd/web/frame/page.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/record_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

/// The entry that agreed the first open action of an agency.
std::string first_open(const json::value& record, const json::value& agency) {
  for (const auto& action : list_in(record, "actions")) {
    if (means_agency(text_in(action, "owner"), agency) && !flag_in(action, "complete")) return text_in(action, "entry");
  }
  return {};
}

LinkAsking action_asking(const PageCall& call) {
  const auto record = record_word(call.record());
  return {
      case_api(call),
      "Ask an agency how its actions stand",
      record_caption(call.record()),
      case_address(call) + "/action-link",
      case_address(call),
      "Back to the " + record,
      "They see the actions of their own agency in this " + record + ", and no others",
      {"A mail with a link goes to them, and a code before it opens. They need no account. They say how each action "
       "stands, and what they say is recorded at once."},
      "No agency with a contact in the register has an open action in this " + record + ".",
      28,
      first_open};
}

Response show_link(PageCall& call) { return show_ask_by_link(call, action_asking(call)); }
Response send_link(PageCall& call) { return send_ask_by_link(call, action_asking(call)); }

}  // namespace

std::vector<Page> action_link_pages() {
  return {{"GET", "/cases/{case}/action-link", "actionLinkPage", Use::read, show_link},
          {"POST", "/cases/{case}/action-link", "sendActionLink", Use::write, send_link},
          {"GET", "/programmes/{programme}/action-link", "programmeActionLinkPage", Use::read, show_link},
          {"POST", "/programmes/{programme}/action-link", "sendProgrammeActionLink", Use::write, send_link}};
}

}  // namespace reviewd
