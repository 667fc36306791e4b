#include "tools/reviewctl/http_world.hpp"

#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "libreview/vocabulary/kinds.hpp"
#include "libreview/vocabulary/parse_json.hpp"
#include "libreview/vocabulary/record_name.hpp"
#include "libreview/vocabulary/write_message.hpp"
#include "tools/reviewctl/json_fields.hpp"
#include "tools/reviewctl/read_answer.hpp"

namespace reviewctl {
namespace {

namespace json = boost::json;
using review::Code;
using review::Date;
using review::Refusal;
using review::refuse;
using review::Result;

constexpr const char* reader = "coordinator-1";

/// The refusal that problem details tell of.
Refusal refusal_of(int status, const json::object& problem) {
  const auto* row = review::find_code(text_of(problem, "code"));
  Refusal refusal{row == nullptr ? Code::malformed : row->code, text_of(problem, "detail")};
  if (row == nullptr) refusal.says = fmt::format("The service answered {}: {}", status, refusal.says);
  for (const auto& cite : list_of(problem, "cites")) {
    if (cite.is_string()) refusal.cites.emplace_back(cite.get_string());
  }
  for (const auto& violation : list_of(problem, "violations")) {
    if (const auto* one = violation.if_object())
      refusal.violations.push_back({text_of(*one, "pointer"), text_of(*one, "message")});
  }
  for (const auto& hold : list_of(problem, "holds")) {
    if (const auto* one = hold.if_object())
      refusal.holds.push_back({text_of(*one, "kind"), text_of(*one, "name"), text_of(*one, "since"),
                               text_of(*one, "why"), text_of(*one, "reviewOn")});
  }
  return refusal;
}

std::string case_path(std::string_view case_id, std::string_view below, std::optional<Date> as_at) {
  return fmt::format("/v1/{}{}{}", review::record_of(case_id), below, as_at ? "?asAt=" + as_at->iso() : std::string());
}

template <class Message>
Result<Message> read(const Result<json::value>& from) {
  if (!from) return refuse(from.error());
  Message message;
  if (const auto done = read_answer(*from, message); !done) return refuse(done.error());
  return message;
}

template <class Message>
Result<std::vector<Message>> read_all(const Result<std::vector<json::value>>& from) {
  if (!from) return refuse(from.error());
  std::vector<Message> all;
  for (const auto& value : *from) {
    if (const auto done = read_answer(value, all.emplace_back()); !done) return refuse(done.error());
  }
  return all;
}

bool needs_version(const review::v1::Entry& entry) {
  const auto* kind = review::kind_of(entry);
  return (kind != nullptr && kind->decision) || !entry.despite().empty() || entry.has_entry_corrected() ||
         entry.has_entry_withdrawn();
}

}  // namespace

HttpWorld::HttpWorld(Exchange exchange, std::string administrator)
    : exchange_(std::move(exchange)), administrator_(std::move(administrator)) {}

Result<json::value> HttpWorld::ask(const WorldRequest& request) {
  const auto answer = exchange_(request);
  if (answer.status == 0) return refuse(Code::busy, "The service does not answer.");
  auto body = review::parse_json(answer.body);
  if (answer.status >= 200 && answer.status < 300) return body;
  const auto* problem = body ? body->if_object() : nullptr;
  return refuse(refusal_of(answer.status, problem == nullptr ? json::object() : *problem));
}

Result<json::value> HttpWorld::get(const std::string& target) {
  const auto token = token_of(reader);
  if (!token) return refuse(token.error());
  return ask({"GET", target, *token});
}

Result<std::vector<json::value>> HttpWorld::list(const std::string& target, const char* name) {
  std::vector<json::value> all;
  const std::string sized = target + (target.find('?') == std::string::npos ? "?" : "&") + "pageSize=200";
  std::string next;
  do {
    const auto page = get(next.empty() ? sized : sized + "&pageToken=" + next);
    if (!page) return refuse(page.error());
    const auto* object = page->if_object();
    if (object == nullptr) return refuse(Code::wrong_type, "The service did not send a list.");
    const auto& items = list_of(*object, name);
    all.insert(all.end(), items.begin(), items.end());
    next = text_of(*object, "nextPageToken");
  } while (!next.empty());
  return all;
}

Result<std::string> HttpWorld::token_of(const std::string& person) {
  if (const auto found = tokens_.find(person); found != tokens_.end()) return found->second.secret;
  const json::object wish{{"person", person}, {"role", "coordinator"}};
  const auto issued = ask({"POST", "/v1/tokens", administrator_, "", json::serialize(wish)});
  if (!issued) return refuse(issued.error());
  const auto* object = issued->if_object();
  if (object == nullptr) return refuse(Code::wrong_type, "The service did not send a token.");
  return tokens_.emplace(person, Issued{text_of(*object, "token"), text_of(*object, "secret")}).first->second.secret;
}

Result<void> HttpWorld::is_practice() {
  const auto day = ask({"GET", "/v1/practice/today", administrator_});
  if (!day) return refuse(day.error());
  return {};
}

Result<void> HttpWorld::revoke_tokens() {
  for (const auto& [person, issued] : tokens_) {
    const auto revoked = ask({"POST", "/v1/tokens/" + issued.id + ":revoke", administrator_});
    if (!revoked) return refuse(revoked.error());
  }
  tokens_.clear();
  return {};
}

void HttpWorld::set_today(Date today) {
  day_taken_ = {};
  const auto token = token_of(reader);
  const auto set = token
                       ? ask({"PUT", "/v1/practice/today", *token, "", fmt::format(R"({{"date":"{}"}})", today.iso())})
                       : Result<json::value>(refuse(token.error()));
  if (!set) day_taken_ = refuse(set.error().code, "The day was not set: " + set.error().says);
}

Result<std::string> HttpWorld::version_of(std::string_view case_id) {
  const auto now = show(case_id, {});
  if (!now) return refuse(now.error());
  return fmt::format("\"{}\"", now->version());
}

Result<void> HttpWorld::make_readers_known(const review::v1::Entry& entry) {
  const auto& said = entry.has_entry_corrected() ? entry.entry_corrected().replacement() : entry;
  const auto& readers =
      said.has_embargo_readers_named() ? said.embargo_readers_named().readers() : said.embargo_placed().readers();
  for (const auto& one : readers) {
    if (const auto token = token_of(one); !token) return refuse(token.error());
  }
  return {};
}

Result<review::Deed> HttpWorld::record(std::string_view case_id, const review::v1::Entry& entry,
                                       const std::string& person) {
  const auto token = token_of(person);
  if (!token) return refuse(token.error());
  if (auto known = make_readers_known(entry); !known) return refuse(known.error());
  const auto& sort = review::record_sort(review::kind_of(entry)->records.front());
  WorldRequest request{"POST", fmt::format("/v1/{}s", sort.name), *token, "",
                       json::serialize(review::write_message(entry))};
  if (!case_id.empty()) {
    request.target = case_path(case_id, "/entries", {});
    if (needs_version(entry)) {
      const auto version = version_of(case_id);
      if (!version) return refuse(version.error());
      request.if_match = *version;
    }
    const auto recorded = read<review::v1::Entry>(ask(request));
    if (!recorded) return refuse(recorded.error());
    return review::Deed{std::string(case_id), recorded->entry()};
  }
  const auto opened = ask(request);
  if (!opened) return refuse(opened.error());
  const auto* object = opened->if_object();
  if (object == nullptr) return refuse(Code::wrong_type, "The service did not send what was opened.");
  const auto reference = reference_in(*object);
  const auto all = entries(reference, {});
  if (!all) return refuse(all.error());
  return review::Deed{reference, all->front().entry()};
}

Result<review::v1::Case> HttpWorld::show(std::string_view case_id, std::optional<Date> as_at) {
  return read<review::v1::Case>(get(case_path(case_id, "", as_at)));
}

Result<std::vector<review::v1::Clock>> HttpWorld::clocks(std::string_view case_id, std::optional<Date> as_at) {
  return read_all<review::v1::Clock>(list(case_path(case_id, "/clocks", as_at), "clocks"));
}

Result<std::vector<review::v1::Entry>> HttpWorld::entries(std::string_view case_id, std::optional<Date> as_at) {
  return read_all<review::v1::Entry>(list(case_path(case_id, "/entries", as_at), "entries"));
}

Result<review::v1::Timetable> HttpWorld::timetable(std::string_view case_id) {
  return read<review::v1::Timetable>(get(case_path(case_id, "/timetable", {})));
}

Result<std::map<std::string, std::string>> HttpWorld::alerts(std::string_view case_id) {
  const auto all = list(fmt::format("/v1/alerts?{}={}", review::sort_of(case_id).name, case_id), "alerts");
  if (!all) return refuse(all.error());
  std::map<std::string, std::string> told;
  for (const auto& one : *all) {
    if (const auto* alert = one.if_object()) told[text_of(*alert, "clock")] = text_of(*alert, "step");
  }
  return told;
}

std::vector<std::string> HttpWorld::look_back() {
  return day_taken_ ? std::vector<std::string>() : std::vector<std::string>{day_taken_.error().says};
}

}  // namespace reviewctl
