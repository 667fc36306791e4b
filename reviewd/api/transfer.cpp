#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include "libreview/desk/stored.hpp"
#include "libreview/journal/transaction.hpp"
#include "libreview/vocabulary/parse_json.hpp"
#include "libreview/vocabulary/read_message.hpp"
#include "reviewd/act/act.hpp"
#include "reviewd/api/approval_json.hpp"
#include "reviewd/api/endpoint.hpp"
#include "reviewd/api/export_everything.hpp"
#include "reviewd/api/json_fields.hpp"
#include "reviewd/api/two_people_table.hpp"
#include "reviewd/base/now.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::Right;

Response propose_export(Call& call) {
  const auto fields = json_fields(call, {{"recipient"}, {"reason"}, {}, {}});
  if (!fields) return refused(call, fields.error());
  return propose(call, {"export-store", "store", proposal_of({{"recipient", fields->text("recipient")}}),
                        fields->text("reason"), call.reader.person});
}

/// Of a real store, once, after another person said yes. Nothing in a practice store is real. What an embargo keeps
/// from who asks is left out: two who do not read through it let nobody read by an export. On the file it is complete.
Response export_all(Call& call) {
  if (!call.reader.may(Right::read_cases)) {
    return refused(call, review::Refusal{review::Code::not_permitted, "Your role does not see what is in cases."});
  }
  const bool agreed_by_two = !call.on_file && !call.storage.store().practice();
  if (agreed_by_two) {
    require_two_people(call);
    const auto at = now(std::nullopt).now;
    const auto act = export_store_act();
    const auto agreed = call.storage.approvals().use_up(act.name, "store", call.reader.person, at, {at - act.life, {}});
    if (!agreed) return refused(call, agreed.error());
  }
  using review::Desk;
  return export_everything(call, call.on_file ? Desk::Covered::taken_along : Desk::Covered::left_out);
}

struct RowFault {
  std::size_t line;
  review::Refusal refusal;
};

json::object write(const RowFault& fault) {
  json::array violations;
  for (const auto& violation : fault.refusal.violations) {
    violations.push_back(json::object{{"pointer", violation.pointer}, {"message", violation.message}});
  }
  return {{"line", fault.line},
          {"code", std::string(review::code_name(fault.refusal.code))},
          {"says", fault.refusal.says},
          {"violations", violations}};
}

/// The entry of one line. Of one that is hidden there is only its envelope and its kind, and of one that followed from
/// another case only what leads there.
review::Result<review::v1::Entry> read_line(std::string_view line) {
  const auto value = review::parse_json(line);
  if (!value) return review::refuse(value.error());
  auto entry = review::read_entry(*value, review::Origin::record);
  if (!entry || entry->hidden() || entry->rapid_review_joined().has_led_by()) return entry;
  return review::read_entry(*value, review::Origin::other_store);
}

/// The first line of an export of one case, which says what the file is.
bool is_head(std::string_view line) {
  if (line.find("\"export\"") == std::string_view::npos) return false;
  const auto value = review::parse_json(line);
  const auto* object = value ? value->if_object() : nullptr;
  return object != nullptr && object->size() == 1 && object->contains("export");
}

/// All lines or none: one that cannot be taken leaves the store as it was.
Response import_all(Call& call) {
  const auto dry = flag(call, "dryRun");
  if (!dry) return refused(call, dry.error());
  std::vector<RowFault> faults;
  std::size_t taken = 0;
  std::set<std::string> arriving;
  review::Transaction transaction(call.storage.journal());
  std::string_view rest = call.request.body;
  for (std::size_t line = 1; !rest.empty(); ++line) {
    const auto end = rest.find('\n');
    const auto text = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    if (text.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    if (is_head(text)) continue;
    const auto entry = read_line(text);
    if (!entry) {
      faults.push_back({line, entry.error()});
      continue;
    }
    const auto done = call.desk().import(*entry, call.reader, call.moment, arriving);
    if (done) {
      ++taken;
    } else if (done.error().code == review::Code::store_full) {
      return refused(call, done.error());
    } else {
      faults.push_back({line, done.error()});
    }
  }
  json::array rows;
  for (const auto& fault : faults) rows.push_back(write(fault));
  const bool stored = faults.empty() && !*dry;
  if (stored) {
    if (const auto kept = transaction.commit(); !kept) return refused(call, kept.error());
  }
  return json_answer(faults.empty() ? 200 : 409, json::object{{"taken", taken}, {"stored", stored}, {"faults", rows}});
}

}  // namespace

std::vector<Endpoint> transfer_endpoints() {
  return {
      {"GET",
       "/v1/export",
       "exportEntries",
       "Every entry, one a line, without what an embargo keeps from the reader. Of a real store: once, after another "
       "person approved",
       {Right::move_cases},
       Use::alone,
       {},
       "",
       "Ndjson",
       200,
       export_all},
      {"POST",
       "/v1/export:propose",
       "proposeExport",
       "Proposes to take everything out of the service; another person approves, then you can do it once",
       {Right::move_cases},
       Use::write,
       {},
       "ExportWish",
       "Approval",
       201,
       propose_export},
      {"POST",
       "/v1/import",
       "importEntries",
       "Takes entries of another store, all or none",
       {Right::move_cases},
       Use::alone,
       {"dryRun"},
       "Ndjson",
       "ImportReport",
       200,
       import_all},
  };
}

}  // namespace reviewd
