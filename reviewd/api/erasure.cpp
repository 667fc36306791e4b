#include <fmt/format.h>

#include <algorithm>
#include <boost/json/array.hpp>

#include "libreview/base/refuse_at.hpp"
#include "libreview/record/legal_holds.hpp"
#include "libreview/registers/case_traces.hpp"
#include "libreview/vocabulary/names.hpp"
#include "libreview/vocabulary/record_name.hpp"
#include "reviewd/act/act.hpp"
#include "reviewd/act/erasure_ground.hpp"
#include "reviewd/api/approval_json.hpp"
#include "reviewd/api/case_at_hand.hpp"
#include "reviewd/api/endpoint.hpp"
#include "reviewd/api/json_fields.hpp"
#include "reviewd/api/record_json.hpp"
#include "reviewd/api/rows_of_sorts.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::Code;
using review::Right;

/// The entries that the body names, bare. Each must be one that the reader sees.
review::Result<std::set<std::string>> named_entries(Call& call, const JsonFields& fields) {
  const auto sort = review::sort_of(call.record()).name;
  std::set<std::string> named;
  for (const auto& entry : fields.list("entries")) named.insert(review::bare_reference(entry).value_or(entry));
  if (fields.lists.contains("entries") && named.empty()) {
    return review::refuse_at(Code::malformed,
                             fmt::format("Leave entries out to erase the whole {}, or name at least one.", sort),
                             "/entries");
  }
  const auto seen = call.desk().entries(call.record(), call.reader, call.moment, {}, review::Desk::Notes::asker);
  if (!seen) return review::refuse(seen.error());
  for (const auto& name : named) {
    const bool there = std::any_of(seen->begin(), seen->end(), [&](const auto& one) { return one.entry() == name; });
    if (!there) {
      return review::refuse_at(Code::missing_reference, fmt::format("There is no entry of this name in this {}.", sort),
                               "/entries");
    }
  }
  return named;
}

json::object hold_json(const review::LegalHold& hold) {
  json::array cites;
  for (const auto& cite : hold.cites) cites.push_back(json::string(cite));
  return {{"hold", hold.id}, {"title", hold.title}, {"since", hold.from.iso()}, {"cites", std::move(cites)}};
}

json::array texts(const auto& all) {
  json::array list;
  for (const auto& one : all) list.push_back(json::string(one));
  return list;
}

Response preview_erasure(Call& call) {
  const auto file = case_at_hand(call, call.record());
  if (!file) return refused(call, file.error());
  const auto fields = json_fields(call, {{}, {}, {"entries"}, {}});
  if (!fields) return refused(call, fields.error());
  const auto named = named_entries(call, *fields);
  if (!named) return refused(call, named.error());
  const auto erasure = call.desk().erasure_of(call.record(), *named);
  json::array holds;
  std::set<std::string> all;
  for (const auto& hold : review::legal_holds(call.desk().law(), call.moment.today)) {
    holds.push_back(hold_json(hold));
    all.insert(hold.id);
  }
  json::array grounds;
  for (const auto& ground : erasure_grounds()) {
    grounds.push_back(json::object{{"ground", ground.name}, {"title", ground.words}, {"cites", ground.cites}});
  }
  json::object out{{"wholeCase", named->empty()},
                   {"entries", texts(erasure.entries)},
                   {"documents", texts(erasure.documents)},
                   {"drafts", review::CaseTraces(call.storage.store()).drafts(call.record())},
                   {"meetingEntries", erasure.meeting.size()},
                   {"holds", std::move(holds)},
                   {"grounds", std::move(grounds)}};
  put_record(out, call.record());
  if (const auto free = call.desk().may_erase(call.record(), all, call.moment.today); !free) {
    out["kept"] = free.error().says;
  }
  return json_answer(200, out);
}

Response propose_erasure(Call& call) {
  const auto file = case_at_hand(call, call.record());
  if (!file) return refused(call, file.error());
  const auto fields = json_fields(call, {{"ground"}, {"reason"}, {"entries", "notUnderHolds"}, {}});
  if (!fields) return refused(call, fields.error());
  if (find_erasure_ground(fields->text("ground")) == nullptr) {
    std::string names;
    for (const auto& one : erasure_grounds()) names += (names.empty() ? "" : ", ") + std::string(one.name);
    return refused(call, Code::not_a_choice, "Choose one of " + names + ".", "/ground");
  }
  const auto named = named_entries(call, *fields);
  if (!named) return refused(call, named.error());
  const auto listed = fields->list("notUnderHolds");
  const std::set<std::string> not_under(listed.begin(), listed.end());
  const auto free = call.desk().may_erase(call.record(), not_under, call.moment.today);
  if (!free) return refused(call, free.error());
  std::set<std::string> all;
  if (!named->empty()) {
    const auto erasure = call.desk().erasure_of(call.record(), *named);
    all.insert(erasure.entries.begin(), erasure.entries.end());
  }
  return propose(call, {"erase", review::record_of(call.record()),
                        proposal_of({{"entries", joined(all)},
                                     {"ground", fields->text("ground")},
                                     {"notUnderHolds", joined(not_under)},
                                     {"proposedAs", std::string(review::role_name(call.reader.role))}}),
                        fields->text("reason"), call.reader.person});
}

std::vector<Endpoint> erasure_of(const RowSort& of) {
  return {{"POST",
           of.one + ":previewErasure",
           "preview" + of.prefix + "Erasure",
           "What would be erased of a " + of.name + ", and what has to be kept; erases nothing",
           {Right::erase},
           Use::read,
           {},
           "ErasureChoice",
           "ErasurePreview",
           200,
           preview_erasure},
          {"POST",
           of.one + ":proposeErasure",
           "propose" + of.prefix + "Erasure",
           "Proposes to erase the words of a " + of.name +
               ", or of some of its entries; done for good when another person approves",
           {Right::erase},
           Use::write,
           {},
           "ErasureWish",
           "Approval",
           201,
           propose_erasure}};
}

}  // namespace

std::vector<Endpoint> erasure_endpoints() { return rows_of_sorts(erasure_of); }

}  // namespace reviewd
