#include <boost/json/array.hpp>
#include <charconv>

#include "libreview/access/sight.hpp"
#include "reviewd/api/endpoint.hpp"
#include "reviewd/api/listing.hpp"

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
  review::Refusal refusal{Code::not_a_date, "An instant is written like 2026-03-17T09:30:00Z."};
  refusal.violations.push_back({std::string("/") + name, refusal.says});
  return review::refuse(std::move(refusal));
}

/// Whoever looks after information governance learns who saw what of every case but those that exclude them, which are
/// as if there were none; others of the cases that they see.
Response list_reads(Call& call) {
  if (!call.reader.may(Right::review_break_glass)) {
    if (const auto shown = call.desk().show(call.path("case"), call.reader, call.moment); !shown)
      return refused(call, shown.error());
  }
  const auto from = instant_of(call, "from");
  if (!from) return refused(call, from.error());
  const auto until = instant_of(call, "until");
  if (!until) return refused(call, until.error());
  const auto size = page_size(call);
  if (!size) return refused(call, size.error());
  review::ReadsWanted wanted{"cases/" + call.path("case"), {}, *from, *until, 0, static_cast<std::size_t>(*size) + 1};
  if (const auto token = call.request.parameter("pageToken"); token && !token->empty()) {
    const auto* const end = token->data() + token->size();
    const auto [at, error] = std::from_chars(token->data(), end, wanted.before);
    if (error != std::errc() || at != end || wanted.before <= 0)
      return refused(call, Code::malformed, "This pageToken is not of this list.", "/pageToken");
  }
  const auto file = call.storage.views().find(call.path("case"));
  const bool kept_out = file && review::is_excluded(*file, call.reader.person);
  auto found = kept_out ? std::vector<review::Read>() : call.storage.reads().find(wanted);
  const bool more = found.size() > static_cast<std::size_t>(*size);
  if (more) found.pop_back();
  json::array reads;
  for (const auto& read : found) reads.push_back(write(read));
  return json_answer(200, json::object{{"reads", std::move(reads)},
                                       {"nextPageToken", more ? std::to_string(found.back().seq) : std::string()}});
}

}  // namespace

std::vector<Endpoint> seen_endpoints() {
  return {{"GET",
           "/v1/cases/{case}/reads",
           "listReads",
           "Who has seen what of a case, newest first",
           {Right::see_reads},
           Use::read,
           {"from", "until", "pageSize", "pageToken"},
           "",
           "ReadList",
           200,
           list_reads}};
}

}  // namespace reviewd
