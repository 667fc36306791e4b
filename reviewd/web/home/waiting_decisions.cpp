#include "reviewd/web/home/waiting_decisions.hpp"

#include <boost/json/array.hpp>

#include "libreview/access/entry_access.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/words/approval_words.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/record_words.hpp"
#include "reviewd/web/words/screen_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

void put_approvals(const PageCall& call, json::array& rows) {
  const auto answer = ask(call, {"GET", "/v1/approvals"});
  for (const auto& approval : list_in(answer.json, "approvals")) {
    if (!flag_in(approval, "mayDecide")) continue;
    rows.push_back(
        json::object{{"what", approval_title(approval)},
                     {"by", person_words(text_in(approval, "proposedBy"))},
                     {"day", instant_words(text_in(approval, "proposed"))},
                     {"address", "/administration/approvals/" + percent_encoded(text_in(approval, "approval"))}});
  }
}

void put_lifts(const PageCall& call, json::array& rows) {
  if (!call.visitor.reader.may(review::Right::read_cases)) return;
  if (!review::records_kind(call.visitor.reader, "embargo-lifted")) return;
  std::string next;
  do {
    const auto page = next.empty() ? std::string() : "&pageToken=" + percent_encoded(next);
    const auto answer = ask(call, {"GET", "/v1/embargoes?live=true&pageSize=200" + page});
    for (const auto& one : list_in(answer.json, "embargoes")) {
      if (!flag_in(one, "liftWaitsForYou")) continue;
      const auto reference = record_in(one);
      rows.push_back(json::object{{"what", "Lift an embargo of " + record_word(reference) + " " + reference},
                                  {"by", ""},
                                  {"address", embargo_address(reference, text_in(one, "embargo"))}});
    }
    next = answer.good() ? text_in(answer.json, "nextPageToken") : std::string();
  } while (!next.empty());
}

}  // namespace

void put_waiting(View& view, const PageCall& call) {
  json::array rows;
  put_approvals(call, rows);
  put_lifts(call, rows);
  view["hasWaiting"] = !rows.empty();
  view["waitingCount"] = std::to_string(rows.size());
  view["waiting"] = std::move(rows);
}

}  // namespace reviewd
