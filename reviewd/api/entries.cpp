#include <fmt/format.h>

#include <array>
#include <boost/json/array.hpp>
#include <set>
#include <sstream>

#include "libreview/base/refuse_at.hpp"
#include "libreview/base/told_together.hpp"
#include "libreview/law/read_prompts.hpp"
#include "libreview/learning/advise.hpp"
#include "libreview/vocabulary/kinds.hpp"
#include "libreview/vocabulary/record_name.hpp"
#include "libreview/vocabulary/write_message.hpp"
#include "reviewd/api/checked_recording.hpp"
#include "reviewd/api/endpoint.hpp"
#include "reviewd/api/known_readers.hpp"
#include "reviewd/api/listing.hpp"
#include "reviewd/api/own_hand.hpp"
#include "reviewd/api/product_check.hpp"
#include "reviewd/api/publicly_named.hpp"
#include "reviewd/api/record_json.hpp"
#include "reviewd/api/recording_of.hpp"
#include "reviewd/api/rows_of_sorts.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::Code;
using review::EmptyLists;
using review::Part;
using review::Right;
using review::write_message;

/// What the case cannot know, and the desk therefore does not ask: whose hand it is, what this service checked, what
/// of a report is public beside it, and who has an account here. Asked of an entry in a case, of who may record it
/// there (`is_theirs_to_record`).
constexpr std::array gates{by_own_hand_in_case, may_say_checked, names_nobody, readers_are_known, product_names_nobody};

/// What is asked of the words of a recommendation or an action. It refuses nothing.
json::array advice_json(const review::v1::Entry& entry) {
  json::array all;
  const auto draft = review::draft_of(entry);
  if (!draft) return all;
  for (const auto& one : review::advise(*draft, review::prompt_rules())) {
    json::object advice{{"prompt", one.id}, {"question", one.question}, {"says", one.says}};
    if (!one.found.empty()) advice["found"] = one.found;
    all.push_back(std::move(advice));
  }
  return all;
}

Response preview(Call& call, review::Recording& asked) {
  const auto preview = call.desk().preview(asked);
  if (!preview) return refused(call, preview.error());
  json::array clocks;
  for (const auto& change : preview->clocks) clocks.push_back(record_change_json(change));
  const std::string_view sort = preview->programme_after ? "programme" : "case";
  json::object out{{"entry", record_entry_json(preview->entry, sort)}};
  out[sort] = preview->programme_after ? programme_json(*preview->programme_after)
                                       : write_message(preview->case_after, Part::whole, EmptyLists::shown);
  out["clocks"] = std::move(clocks);
  if (auto advice = advice_json(preview->entry); !advice.empty()) out["advice"] = std::move(advice);
  return json_answer(200, out);
}

Response created(const std::string& location, int version, const json::value& body) {
  auto response = json_answer(201, body);
  response.headers.emplace_back("Location", location);
  response.headers.emplace_back("ETag", etag(version));
  return response;
}

/// Whether there is a case, and the recorder may record this there. Who may not hears that from the desk and nothing
/// else, so that no refusal of a gate stands before it or tells of the case.
bool is_theirs_to_record(Call& call, const review::Recording& asked) {
  if (asked.case_id.empty()) return false;
  if (review::kind_of(asked.entry)->decision && !call.reader.may(Right::decide)) return false;
  return call.desk().may_record(asked.case_id, asked.entry, call.reader, call.moment).has_value();
}

/// What the gates find.
std::vector<review::Refusal> stopped_by_gates(Call& call, const review::Recording& asked) {
  std::vector<review::Refusal> found;
  if (!is_theirs_to_record(call, asked)) return found;
  for (const auto gate : gates) {
    if (const auto passed = gate(call, asked); !passed) found.push_back(passed.error());
  }
  return found;
}

/// Records the entry, or previews it. What a new record of a sort and a new entry in one have in common.
Response record(Call& call, std::string_view sort, Response (*answer)(Call&, const review::Recorded&)) {
  const auto only_validate = flag(call, "validateOnly");
  if (!only_validate) return refused(call, only_validate.error());
  auto asked = recording_of(call, sort);
  if (!asked) return refused(call, asked.error());
  auto found = stopped_by_gates(call, *asked);
  if (!found.empty()) {
    if (const auto weighed = call.desk().check(*asked); !weighed) found.push_back(weighed.error());
    return refused(call, review::told_together(std::move(found)));
  }
  if (*only_validate) return preview(call, *asked);
  const auto done = call.desk().record(*asked);
  return done ? answer(call, *done) : refused(call, done.error());
}

Response open_case(Call& call) {
  return record(call, "case", [](Call& made, const review::Recorded& done) {
    const auto shown = made.desk().show_version(done.case_id, done.version, made.reader, made.moment);
    if (!shown) return refused(made, shown.error());
    return created("/v1/cases/" + done.case_id, done.version, write_message(*shown, Part::whole, EmptyLists::shown));
  });
}

Response open_programme(Call& call) {
  return record(call, "programme", [](Call& made, const review::Recorded& done) {
    const auto shown = made.desk().show_programme_version(done.case_id, done.version, made.reader, made.moment);
    if (!shown) return refused(made, shown.error());
    return created("/v1/" + review::record_of(done.case_id), done.version, programme_json(*shown));
  });
}

Response add_entry(Call& call) {
  return record(call, review::sort_of(call.record()).name, [](Call& made, const review::Recorded& done) {
    const auto shown = made.desk().receipt(done, made.reader, made.moment);
    return created(fmt::format("/v1/{}/entries/{}", review::record_of(done.case_id), done.entry_id), done.version,
                   record_entry_json(shown));
  });
}

/// Leaves out the entries of other kinds than the query names, if it names any. Refuses a kind that there is not.
review::Result<void> keep_kinds(const Call& call, std::vector<review::v1::Entry>& entries) {
  std::set<std::string> wanted;
  std::istringstream names(call.request.parameter("kinds").value_or(""));
  for (std::string name; std::getline(names, name, ',');) {
    const auto* kind = review::find_kind(name);
    if (kind == nullptr) {
      return review::refuse_at(
          Code::not_a_choice,
          "There is no kind of entry of this name. /openapi.json lists them, each a field of Entry.", "/kinds");
    }
    wanted.insert(kind->json);
  }
  if (wanted.empty()) return {};
  std::erase_if(entries, [&](const auto& entry) { return !wanted.contains(review::kind_of(entry)->json); });
  return {};
}

Response list_entries(Call& call) {
  const auto day = as_at(call);
  if (!day) return refused(call, day.error());
  auto all = call.desk().entries(call.record(), call.reader, call.moment, *day, review::Desk::Notes::asker);
  if (!all) return refused(call, all.error());
  if (const auto kept = keep_kinds(call, *all); !kept) return refused(call, kept.error());
  const auto page = cut(call, all->size());
  if (!page) return refused(call, page.error());
  const auto order = call.request.parameter("orderBy").value_or("");
  const bool newest_first = order == "recordedTime desc";
  if (!newest_first && !order.empty() && order != "recordedTime") {
    return refused(call, Code::malformed, "Entries are ordered by recordedTime, or by recordedTime desc.", "/orderBy");
  }
  if (newest_first) std::reverse(all->begin(), all->end());
  const auto total = all->size();
  const std::vector<review::v1::Entry> shown(
      std::make_move_iterator(all->begin() + static_cast<std::ptrdiff_t>(page->from)),
      std::make_move_iterator(all->begin() + static_cast<std::ptrdiff_t>(page->to)));
  call.desk().note_entries(call.record(), shown, call.reader, call.moment);
  json::array entries;
  for (const auto& entry : shown) entries.push_back(record_entry_json(entry));
  auto response = json_answer(
      200, json::object{{"entries", std::move(entries)}, {"totalSize", total}, {"nextPageToken", page->next}});
  if (!*day) response.headers.emplace_back("ETag", etag(call.desk().version(call.record())));
  return response;
}

Response get_entry(Call& call) {
  const auto day = as_at(call);
  if (!day) return refused(call, day.error());
  const auto shown = call.desk().entry(call.record(), call.path("entry"), call.reader, call.moment, *day);
  if (!shown) return refused(call, shown.error());
  auto response = json_answer(200, record_entry_json(*shown));
  if (!*day) response.headers.emplace_back("ETag", etag(call.desk().version(call.record())));
  return response;
}

/// The record of a case or a programme.
std::vector<Endpoint> entries_of(const RowSort& of) {
  const auto entry = of.prefix + "Entry";
  return {{"POST",
           of.all,
           "open" + of.called,
           "Opens a " + of.name + " with its first entry",
           {Right::record},
           Use::write,
           {"validateOnly"},
           entry,
           of.called,
           201,
           of.name == "case" ? open_case : open_programme},
          {"POST",
           of.one + "/entries",
           "add" + of.prefix + "Entry",
           "Records an entry in a " + of.name,
           {Right::record, Right::decide},
           Use::write,
           {"validateOnly"},
           entry,
           entry,
           201,
           add_entry},
          {"GET",
           of.one + "/entries",
           "list" + of.prefix + "Entries",
           "The record of a " + of.name + ", oldest first, or newest first",
           {Right::read_cases},
           Use::read,
           {"asAt", "kinds", "orderBy", "pageSize", "pageToken", "skip"},
           "",
           entry + "List",
           200,
           list_entries},
          {"GET",
           of.one + "/entries/{entry}",
           "get" + of.prefix + "Entry",
           "One entry of a " + of.name,
           {Right::read_cases},
           Use::read,
           {"asAt"},
           "",
           entry,
           200,
           get_entry}};
}

}  // namespace

std::vector<Endpoint> entry_endpoints() { return rows_of_sorts(entries_of); }

}  // namespace reviewd
