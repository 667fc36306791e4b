#include <boost/json/array.hpp>

#include "libreview/base/refuse_at.hpp"
#include "libreview/vocabulary/record_name.hpp"
#include "reviewd/api/endpoint.hpp"
#include "reviewd/api/reads_page.hpp"
#include "reviewd/api/rows_of_sorts.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::Code;
using review::Right;

json::object write(const review::Read& read) {
  json::object out{{"time", read.time}, {"person", "people/" + read.person}, {"role", read.role}, {"what", read.what}};
  if (!read.why.empty()) out["glass"] = read.why;
  return out;
}

/// An instant of the query; empty where there is none.
review::Result<std::string> instant_of(const Call& call, const char* name) {
  const auto text = call.request.parameter(name).value_or("");
  if (text.empty() || review::parse_instant(text)) return text;
  return review::refuse_at(Code::not_a_date, "An instant is written like 2026-03-17T09:30:00Z.",
                           review::pointer_to(name));
}

/// Whether a case is kept from somebody who looks after information governance: by a conflict of interest, or because
/// the token is for other cases. A seal is not: who has seen a sealed case must be known.
bool is_kept_from(Call& call) {
  const auto reference = call.record();
  const bool of_token = !call.reader.cases || call.reader.cases->contains(reference);
  return call.storage.views().keeps_out(call.reader.person, reference) || !of_token;
}

/// Whoever looks after information governance learns who saw what of every case but those that exclude them, which are
/// as if there were none; others of the cases that they see.
Response list_reads(Call& call) {
  if (!call.reader.may(Right::review_break_glass)) {
    if (const auto shown = call.desk().show(call.record(), call.reader, call.moment); !shown)
      return refused(call, shown.error());
  }
  const auto from = instant_of(call, "from");
  if (!from) return refused(call, from.error());
  const auto until = instant_of(call, "until");
  if (!until) return refused(call, until.error());
  // Of a case that is kept from the reader as much is told as of one that there is not: nobody saw it.
  const auto record = is_kept_from(call) ? std::string("cases/") : review::record_of(call.record());
  const auto page = reads_page(call, {.record = record, .from = *from, .until = *until});
  if (!page) return refused(call, page.error());
  json::array reads;
  for (const auto& read : page->reads) reads.push_back(write(read));
  return json_answer(200, json::object{{"reads", std::move(reads)}, {"nextPageToken", page->next}});
}

std::vector<Endpoint> reads_of(const RowSort& of) {
  return {{"GET",
           of.one + "/reads",
           "list" + of.prefix + "Reads",
           "Who has seen what of a " + of.name + ", newest first",
           {Right::see_reads},
           Use::read,
           {"from", "until", "pageSize", "pageToken"},
           "",
           "ReadList",
           200,
           list_reads}};
}

}  // namespace

std::vector<Endpoint> seen_endpoints() { return rows_of_sorts(reads_of); }

}  // namespace reviewd
