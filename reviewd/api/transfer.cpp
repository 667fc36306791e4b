#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include "libreview/desk/stored.hpp"
#include "libreview/journal/transaction.hpp"
#include "libreview/vocabulary/parse_json.hpp"
#include "libreview/vocabulary/read_message.hpp"
#include "libreview/vocabulary/write_message.hpp"
#include "reviewd/api/endpoint.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::Right;

/// One entry a line, in the order of the log, complete but for what is hidden from everyone.
Response export_all(Call& call) {
  constexpr std::size_t entries_a_step = 500;
  Response response;
  response.content_type = "application/x-ndjson";
  std::int64_t last = 0;
  for (;;) {
    const auto step = call.desk().outgoing(last, entries_a_step, call.reader, call.moment);
    if (!step) return refused(call, step.error());
    if (step->last == 0) return response;
    last = step->last;
    for (const auto& entry : step->entries) {
      response.body += json::serialize(review::write_message(entry));
      response.body += '\n';
    }
  }
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
       "Every entry, one a line",
       {Right::move_cases},
       Use::alone,
       {},
       "",
       "Ndjson",
       200,
       export_all},
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
