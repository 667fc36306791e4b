#include <filesystem>

#include "libreview/journal/backup.hpp"
#include "libreview/journal/check.hpp"
#include "libreview/journal/head.hpp"
#include "libreview/vocabulary/record_name.hpp"
#include "reviewd/api/endpoint.hpp"
#include "reviewd/api/json_fields.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::Code;
using review::Right;

json::object write(const review::Head& head) { return {{"size", head.size}, {"root", head.root_hex}}; }

Response get_head(Call& call) { return json_answer(200, write(call.storage.journal().head())); }

/// A case or programme is named to who sees it, a meeting to who reaches every case: it names none itself.
bool may_know(const Call& call, const std::string& record) {
  if (review::has_members(record)) {
    return call.storage.views().sees(call.reader, review::reference_of(record), call.moment.today);
  }
  return call.reader.may(Right::read_cases) && reach_of(call.reader.role) == review::Reach::every && !call.reader.cases;
}

json::object write(const Call& call, const review::Verification& found) {
  json::object out{{"verifies", found.good()}, {"checked", found.checked}, {"erased", found.erased}};
  if (found.good()) {
    out["head"] = write(found.head);
    return out;
  }
  json::object bad{{"sequence", found.bad->seq}, {"says", found.bad->says}};
  if (!found.bad->record.empty() && may_know(call, found.bad->record)) bad["record"] = found.bad->record;
  out["firstBad"] = std::move(bad);
  return out;
}

/// The one text that a body may hold; empty where there is no body. Anything else in it is refused.
review::Result<std::string> only_text(const Call& call, std::string_view name) {
  if (call.request.body.empty()) return std::string();
  const auto fields = json_fields(call, {.optional = {name}});
  if (!fields) return review::refuse(fields.error());
  return fields->text(name);
}

Response verify(Call& call) {
  auto& journal = call.storage.journal();
  const auto against = only_text(call, "against");
  if (!against) return refused(call, against.error());
  if (against->empty()) return json_answer(200, write(call, journal.verify(1, journal.head().size)));
  const auto head = review::parse_head(*against);
  if (!head) return refused(call, Code::malformed, head.error().says, "/against");
  return json_answer(200, write(call, journal.verify_against(*head)));
}

Response backup(Call& call) {
  const auto to = only_text(call, "to");
  if (!to) return refused(call, to.error());
  if (to->empty()) return refused(call, Code::missing_field, "Say where the backup goes.", "/to");
  if (!std::filesystem::path(*to).is_absolute()) {
    return refused(call, Code::wrong_type, "The backup goes to an absolute path on the server.", "/to");
  }
  const auto head = review::back_up(call.storage.store(), *to);
  if (!head) return refused(call, head.error());
  return json_answer(200, write(*head));
}

Response check_store(Call& call) {
  const auto report = review::check(call.storage.store(), call.storage.journal());
  json::array faults;
  for (const auto& fault : report.faults) faults.push_back(json::value(json::string(fault)));
  return json_answer(200, json::object{{"good", report.good()}, {"faults", faults}, {"log", write(call, report.log)}});
}

Response rebuild(Call& call) {
  if (const auto done = call.desk().rebuild_views(true); !done) return refused(call, done.error());
  return json_answer(200, json::object{{"rebuilt", true}});
}

}  // namespace

std::vector<Endpoint> store_endpoints() {
  return {
      {"GET",
       "/v1/journal/head",
       "getHead",
       "The size and root of the log",
       {},
       Use::read,
       {},
       "",
       "Head",
       200,
       get_head},
      {"POST",
       "/v1/journal:verify",
       "verifyJournal",
       "Verifies the whole log, against an earlier head if one is given",
       {Right::verify_record},
       Use::alone,
       {},
       "VerifyWish",
       "Verification",
       200,
       verify},
      {"POST",
       "/v1/store:backup",
       "backUpStore",
       "Copies the store and verifies the copy",
       {Right::manage_store},
       Use::alone,
       {},
       "BackupWish",
       "Head",
       200,
       backup},
      {"POST",
       "/v1/store:check",
       "checkStore",
       "Checks the file and the log",
       {Right::manage_store},
       Use::alone,
       {},
       "",
       "CheckReport",
       200,
       check_store},
      {"POST",
       "/v1/views:rebuild",
       "rebuildViews",
       "Makes the views again from the journal",
       {Right::manage_store},
       Use::alone,
       {},
       "",
       "Rebuilt",
       200,
       rebuild},
  };
}

}  // namespace reviewd
