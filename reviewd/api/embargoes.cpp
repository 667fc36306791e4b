#include <algorithm>
#include <boost/json/array.hpp>
#include <utility>

#include "libreview/access/entry_access.hpp"
#include "libreview/access/may_read.hpp"
#include "libreview/desk/embargoed_case.hpp"
#include "libreview/desk/stored.hpp"
#include "libreview/record/case_file.hpp"
#include "libreview/record/lift_proposals.hpp"
#include "libreview/vocabulary/names.hpp"
#include "reviewd/api/endpoint.hpp"
#include "reviewd/api/held_csv.hpp"
#include "reviewd/api/held_embargoes.hpp"
#include "reviewd/api/listing.hpp"
#include "reviewd/api/reads_page.hpp"
#include "reviewd/api/record_json.hpp"
#include "reviewd/api/standing.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
namespace v1 = review::v1;
using review::Code;
using review::Right;

json::array proceedings_of(const v1::Case& of_case, const v1::Embargo& embargo) {
  json::array out;
  for (const auto& one : of_case.proceedings()) {
    if (!hangs_on(embargo, one)) continue;
    out.push_back(
        json::object{{"proceedings", one.proceedings()}, {"kind", kind_of_proceedings(one)}, {"open", one.open()}});
  }
  return out;
}

/// Another person proposed to lift it, and the reader may agree.
bool waits_for(const Call& call, const v1::Case& of_case, const v1::Embargo& shown) {
  if (!shown.lift_proposed() || shown.agreed_beforehand() || !call.reader.may(Right::decide)) return false;
  if (!review::records_kind(call.reader, "embargo-lifted") || call.reader.glass.contains(of_case.case_())) return false;
  const auto file = call.storage.views().find_for(call.reader, of_case.case_(), call.moment.today);
  const auto* embargo = file ? review::find_embargo(*file, shown.embargo()) : nullptr;
  return embargo != nullptr && review::proposed_by_another(*embargo, call.reader.person, v1::Entry());
}

json::object row_of(const Call& call, const v1::Case& of_case, const v1::Embargo& embargo) {
  json::array covers;
  for (const auto one : embargo.covers())
    covers.push_back(json::string(review::short_name_of(one, v1::Covered_descriptor())));
  json::object row{{"pseudonyms", write_pseudonyms(of_case)},
                   {"embargo", embargo.embargo()},
                   {"covers", std::move(covers)},
                   {"proceedings", proceedings_of(of_case, embargo)},
                   {"since", embargo.since()},
                   {"reviewOn", embargo.review_on()},
                   {"overdue", is_overdue(embargo, call.moment.today)},
                   {"lifted", embargo.lifted()},
                   {"liftWaitsForYou", waits_for(call, of_case, embargo)}};
  put_record(row, of_case.case_());
  if (embargo.lifted()) row["liftedOn"] = embargo.lifted_on();
  if (const auto held = held_for(call, embargo)) {
    row["daysHeld"] = held->days;
    if (held->working_days) row["workingDaysHeld"] = *held->working_days;
  }
  return row;
}

/// Those of the cases that the reader sees, and no number of others.
Response list_embargoes(Call& call) {
  auto query = list_query(call, "since");
  if (!query) return refused(call, query.error());
  const auto found = held_embargoes(call, std::move(query->after), static_cast<std::size_t>(query->limit));
  if (!found) return refused(call, found.error());
  json::array shown;
  for (const auto& one : found->held) {
    call.desk().note_shown(one.of_case->case_(), "list");
    shown.push_back(row_of(call, *one.of_case, *one.embargo));
  }
  return json_answer(
      200, json::object{{"embargoes", std::move(shown)}, {"nextPageToken", page_token(call, *query, found->next)}});
}

/// An embargo of a case that the reader sees, as reads of what it covers are noted. That they were asked for is a look
/// at the case.
review::Result<std::string> covered_by(Call& call) {
  if (auto allowed = review::may_read(call.reader); !allowed) return review::refuse(std::move(allowed.error()));
  const auto file = call.storage.views().find_for(call.reader, call.path("case"), call.moment.today);
  if (!file) return review::refuse(review::no_case());
  call.desk().note_shown(file->case_(), "case");
  if (review::find_embargo(*file, call.path("embargo")) == nullptr)
    return review::refuse(Code::not_found, "There is no embargo of this name in this case.");
  return review::covered_read(call.path("embargo"));
}

/// Puts the document of `embargo/embargo-1/document-1`; none where an update was read.
void put_document(json::object& out, const std::string& what, const std::string& embargo) {
  if (what.size() > embargo.size()) out["document"] = what.substr(embargo.size() + 1);
}

Response list_embargo_reads(Call& call) {
  const auto embargo = covered_by(call);
  if (!embargo) return refused(call, embargo.error());
  const auto page = reads_page(call, {.record = review::record_of(call.path("case")), .covered_by = *embargo});
  if (!page) return refused(call, page.error());
  json::array reads;
  for (const auto& read : page->reads) {
    json::object out{{"time", read.time}, {"person", "people/" + read.person}, {"role", read.role}};
    put_document(out, read.what, *embargo);
    reads.push_back(std::move(out));
  }
  return json_answer(200, json::object{{"reads", std::move(reads)}, {"nextPageToken", page->next}});
}

Response list_embargo_readers(Call& call) {
  const auto embargo = covered_by(call);
  if (!embargo) return refused(call, embargo.error());
  const auto page =
      covered_readers_page(call, {.record = review::record_of(call.path("case")), .covered_by = *embargo});
  if (!page) return refused(call, page.error());
  json::array readers;
  for (const auto& one : page->readers) {
    json::object out{
        {"person", "people/" + one.person}, {"times", one.times}, {"first", one.first}, {"last", one.last}};
    put_document(out, one.what, *embargo);
    readers.push_back(std::move(out));
  }
  return json_answer(200, json::object{{"readers", std::move(readers)}, {"nextPageToken", page->next}});
}

}  // namespace

std::vector<Endpoint> embargo_endpoints() {
  return {
      {"GET",
       "/v1/embargoes",
       "listEmbargoes",
       "How long reports are held and why, over the cases that the reader sees; what has held longest comes first",
       {Right::read_cases},
       Use::read,
       {"case", "live", "overdue", "since", "why", "pageSize", "pageToken"},
       "",
       "EmbargoList",
       200,
       list_embargoes},
      {"GET",
       "/v1/embargoes:csv",
       "listEmbargoesAsCsv",
       "The same for a spreadsheet, without anything that somebody typed",
       {Right::read_cases},
       Use::read,
       {"case", "live", "overdue", "since", "why"},
       "",
       "Csv",
       200,
       embargoes_csv},
      {"GET",
       "/v1/cases/{case}/embargoes/{embargo}/reads",
       "listEmbargoReads",
       "Who has read what an embargo covers, newest first",
       {Right::see_reads, Right::decide},
       Use::read,
       {"pageSize", "pageToken"},
       "",
       "EmbargoReadList",
       200,
       list_embargo_reads},
      {"GET",
       "/v1/cases/{case}/embargoes/{embargo}/readers",
       "listEmbargoReaders",
       "Each reader of what an embargo covers, and what they read, once; whoever began to read last comes first",
       {Right::see_reads, Right::decide},
       Use::read,
       {"pageSize", "pageToken"},
       "",
       "EmbargoReaderList",
       200,
       list_embargo_readers},
  };
}

}  // namespace reviewd
