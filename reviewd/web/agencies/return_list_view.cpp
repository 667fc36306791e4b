#include "reviewd/web/agencies/return_list_view.hpp"

#include <fmt/format.h>

#include <map>
#include <set>
#include <vector>

#include "reviewd/http/percent.hpp"
#include "reviewd/web/agencies/contact_view.hpp"
#include "reviewd/web/words/case_words.hpp"
#include "reviewd/web/words/clock_words.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/meeting_facts.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

constexpr std::string_view clock_prefix = "agency-return:";
/// Working days late from which a call, and then the agency's lead, is the next step.
constexpr int days_to_call = 2;
constexpr int days_to_raise = 4;

constexpr const char* remind_step = "Remind them in writing";
constexpr const char* call_step = "Call them";
constexpr const char* raise_step = "Raise it with the agency's lead";

using Requests = std::map<std::string, std::vector<std::string>>;

/// The requests of each agency in order, as the clocks count them.
Requests requests_of(const json::array& entries) {
  Requests requests;
  for (const auto& entry : entries) {
    const auto* asked = entry.as_object().if_contains("agencyReturnRequested");
    if (asked == nullptr || !text_in(entry, "withdrawnBy").empty()) continue;
    std::map<std::string, bool> once;
    for (const auto& agency : list_in(*asked, "agencies")) {
      const std::string name(agency.as_string());
      if (once.emplace(name, true).second) requests[name].push_back(text_in(entry, "entry"));
    }
  }
  return requests;
}

struct Subject {
  std::string agency;
  std::size_t place;  ///< from 0
};

/// `police:2` is the second request of the police.
Subject subject_of(const std::string& clock) {
  const auto text = clock.substr(clock_prefix.size());
  const auto colon = text.find(':');
  if (colon == std::string::npos) return {text, 0};
  return {text.substr(0, colon), static_cast<std::size_t>(std::max(1, std::atoi(text.c_str() + colon + 1)) - 1)};
}

struct Chased {
  bool reminded = false;
  bool called = false;
  bool escalated = false;
  json::array rows{};
};

Chased chased_of(const json::array& entries, const std::string& agency, const std::string& request) {
  Chased chased;
  for (const auto& entry : entries) {
    const auto& chase = object_in(entry, "agencyReturnChased");
    if (text_in(chase, "agency") != agency || !text_in(entry, "withdrawnBy").empty()) continue;
    if (const auto about = text_in(chase, "request"); !about.empty() && about != request) continue;
    const auto step = text_in(chase, "step");
    chased.reminded = chased.reminded || step == "REMINDED";
    chased.called = chased.called || step == "CALLED";
    chased.escalated = chased.escalated || step == "ESCALATED";
    const auto* words = step == "REMINDED" ? "Reminded in writing"
                        : step == "CALLED" ? "Called"
                                           : "Raised with the agency's lead";
    chased.rows.push_back(json::object{{"step", words}, {"on", day_words(text_in(entry, "occurredOn"))}});
  }
  return chased;
}

std::string link_words(const std::string& state) {
  if (state == "NOT_OPENED") return "Not opened yet";
  if (state == "OPENED") return "Opened, not started";
  if (state == "STARTED") return "Started, not sent";
  if (state == "PART_SENT") return "First part sent";
  if (state == "SENT") return "Sent";
  if (state == "REVOKED") return "Taken back";
  if (state == "STOPPED_BY_SEAL")
    return "Stopped when the case was sealed. Make a new link if they should still answer";
  return state == "EXPIRED" ? "Run out" : state;
}

/// What became of the newest mail. A practice store sends none.
std::string mail_words(const std::string& state, bool practice) {
  if (practice) return state.empty() ? "" : "Practice: no mail is sent";
  if (state == "WAITING") return "The newest mail is waiting to go out";
  if (state == "DELIVERED") return "The newest mail went out";
  return state == "FAILED" ? "The newest mail could not be delivered: check the mailbox" : "";
}

json::object link_row(const json::value& link, const Register& known, bool practice) {
  std::string opened;
  int codes = 0;
  for (const auto& use : list_in(link, "uses")) {
    if (text_in(use, "what") == "OPENED") opened = instant_words(text_in(use, "time"));
    codes += text_in(use, "what") == "CODE_SENT" ? 1 : 0;
  }
  const auto state = text_in(link, "state");
  const bool open = state != "SENT" && state != "REVOKED" && state != "EXPIRED" && state != "STOPPED_BY_SEAL";
  return {{"link", text_in(link, "link")},
          {"to", known.person(text_in(link, "contact"))},
          {"made", instant_words(text_in(link, "made"))},
          {"words", link_words(state)},
          {"opened", opened},
          {"codes", codes == 0 ? std::string() : counted_words(codes, "code sent", "codes sent")},
          {"mail", mail_words(text_in(link, "mail"), practice)},
          {"expires", day_words(text_in(link, "expiresOn"))},
          {"open", open}};
}

/// The newest update of that kind that is about this request of the agency; null where there is none.
const json::value* newest_about(const json::array& entries, std::string_view kind, const std::string& agency,
                                const std::string& request) {
  const json::value* newest = nullptr;
  for (const auto& entry : entries) {
    const auto& inside = object_in(entry, kind);
    if (text_in(inside, "agency") != agency || !text_in(entry, "withdrawnBy").empty()) continue;
    if (const auto about = text_in(inside, "request"); about.empty() || about == request) newest = &entry;
  }
  return newest;
}

/// What came of the request: where to read it, and when the panel was let read it.
void put_received(json::object& row, const ReturnListFacts& facts, const std::string& agency,
                  const std::string& request) {
  const auto* received = newest_about(facts.entries, "agencyReturnReceived", agency, request);
  const auto* shared = newest_about(facts.entries, "agencyReturnShared", agency, request);
  const auto address = "/cases/" + percent_encoded(text_in(facts.of_case, "case")) + "/entries/";
  row["received"] = received == nullptr ? "" : address + percent_encoded(text_in(*received, "entry"));
  row["receivedOn"] = received == nullptr ? "" : day_words(text_in(*received, "occurredOn"));
  row["sharedOn"] = shared == nullptr ? "" : day_words(text_in(*shared, "occurredOn"));
  row["mayShare"] = received != nullptr && shared == nullptr;
}

json::array contacts_of(const json::value& agencies, const std::string& id, const std::string& today) {
  json::array offered;
  for (const auto& agency : list_in(agencies, "agencies")) {
    if (text_in(agency, "agency") != id) continue;
    for (const auto& contact : list_in(agency, "contacts")) {
      const auto until = text_in(contact, "until");
      if (!until.empty() && until < today) continue;
      offered.push_back(
          json::object{{"value", text_in(contact, "contact")},
                       {"words", text_in(contact, "name") + ", " + contact_role_words(text_in(contact, "role"))}});
    }
  }
  return offered;
}

json::object row_of(const ReturnListFacts& facts, const json::value& clock, const Requests& requests) {
  const auto [agency, place] = subject_of(text_in(clock, "clock"));
  const auto found = requests.find(agency);
  const auto request = found == requests.end() || found->second.size() <= place ? "" : found->second[place];
  auto chased = chased_of(facts.entries, agency, request);
  const bool open = is_open_clock(clock);
  const bool late = text_in(clock, "state") == "OVERDUE";
  json::array links;
  std::string live;
  for (const auto& link : list_in(facts.links, "returnLinks")) {
    if (text_in(link, "agency") != agency || text_in(link, "request") != request) continue;
    links.push_back(link_row(link, facts.known, facts.practice));
    if (links.back().at("open").as_bool()) live = text_in(link, "link");
  }
  auto offered = contacts_of(facts.agencies, agency, facts.today);
  auto row = clock_row(clock, facts.known);
  row["agency"] = agency;
  row["agencyName"] = facts.known.agency(agency);
  row["request"] = request;
  row["links"] = std::move(links);
  row["liveLink"] = live;
  row["open"] = open;
  row["next"] = open && late
                    ? next_chase(number_in(clock, "workingDaysLate"), chased.reminded, chased.called, chased.escalated)
                    : std::string();
  put_received(row, facts, agency, request);
  const auto step = text_in(row, "next");
  row["remindNow"] = step == remind_step;
  row["callNow"] = step == call_step;
  row["raiseNow"] = step == raise_step;
  row["waits"] = step.empty() && open;
  row["hasChased"] = !chased.rows.empty();
  row["chased"] = std::move(chased.rows);
  row["hasContacts"] = !offered.empty() && !request.empty();
  row["contacts"] = std::move(offered);
  row["query"] = fmt::format("agency={}", percent_encoded(agency));
  row["encoded"] = percent_encoded(agency);
  return row;
}

/// Which children have that member somewhere in the updates: what agencies look for a child by is told there alone.
std::set<std::string> children_with(const json::array& counted, std::string_view member) {
  std::set<std::string> found;
  for (const auto& entry : counted) {
    for (const auto* kind : {"incidentLogged", "learningReferred", "circumstancesChanged"}) {
      const json::value inside = object_in(entry, kind);
      int place = 0;
      for (const auto& child : list_in(inside, "children")) {
        ++place;
        const auto named = text_in(child, "child");
        if (!text_in(child, member).empty()) found.insert(named.empty() ? fmt::format("child-{}", place) : named);
      }
    }
  }
  return found;
}

/// Children of the case whose name or date of birth is not recorded: no agency can look for them.
std::string unnamed_children(const ReturnListFacts& facts) {
  const auto counted = counted_entries(facts.entries);
  const auto named = children_with(counted, "name");
  const auto born = children_with(counted, "bornOn");
  json::array unnamed;
  for (const auto& child : list_in(facts.of_case, "children")) {
    const auto id = text_in(child, "child");
    if (named.contains(id) && born.contains(id)) continue;
    unnamed.push_back(json::string(text_in(child_words(child, facts.known), "name")));
  }
  return unnamed.empty() ? std::string() : pseudonym_words(unnamed);
}

json::array agency_boxes(const ReturnListFacts& facts) {
  json::array boxes;
  for (const auto& agency : list_in(facts.agencies, "agencies")) {
    const auto id = text_in(agency, "agency");
    const auto offered = contacts_of(facts.agencies, id, facts.today);
    boxes.push_back(json::object{{"value", id},
                                 {"id", boxes.empty() ? std::string("agencies") : "ask-" + id},
                                 {"words", text_in(agency, "name")},
                                 {"hint", offered.empty() ? std::string("No contact: no link can be sent")
                                                          : text_in(offered.front(), "words")}});
  }
  return boxes;
}

}  // namespace

std::string next_chase(int working_days_late, bool reminded, bool called, bool escalated) {
  if (working_days_late < 1) return {};
  if (!reminded) return remind_step;
  if (!called && working_days_late >= days_to_call) return call_step;
  if (called && !escalated && working_days_late >= days_to_raise) return raise_step;
  return {};
}

View return_list_view(const ReturnListFacts& facts) {
  const auto requests = requests_of(facts.entries);
  json::array rows;
  for (const auto& clock : list_in(facts.clocks, "clocks")) {
    if (text_in(clock, "clock").starts_with(clock_prefix)) rows.push_back(row_of(facts, clock, requests));
  }
  const auto reference = text_in(facts.of_case, "case");
  auto boxes = agency_boxes(facts);
  const bool has_rows = !rows.empty();
  const bool has_boxes = !boxes.empty();
  return {{"title", "Agency summaries"},
          {"reference", reference},
          {"back", "/cases/" + percent_encoded(reference)},
          {"action", fmt::format("/cases/{}/returns", percent_encoded(reference))},
          {"add", fmt::format("/cases/{}/add/", percent_encoded(reference))},
          {"mailTexts", fmt::format("/cases/{}/mail-texts", percent_encoded(reference))},
          {"rows", std::move(rows)},
          {"hasRows", has_rows},
          {"mayAsk", facts.links.is_object()},
          {"unnamed", unnamed_children(facts)},
          {"practice", facts.practice},
          {"agencies", std::move(boxes)},
          {"hasAgencies", has_boxes}};
}

}  // namespace reviewd
