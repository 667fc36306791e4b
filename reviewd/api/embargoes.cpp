#include <algorithm>
#include <boost/json/array.hpp>
#include <charconv>

#include "libreview/base/refuse_at.hpp"
#include "libreview/calendar/counting.hpp"
#include "libreview/desk/embargoed_case.hpp"
#include "libreview/desk/stored.hpp"
#include "libreview/vocabulary/names.hpp"
#include "reviewd/api/endpoint.hpp"
#include "reviewd/api/listing.hpp"
#include "reviewd/api/standing.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
namespace v1 = review::v1;
using review::Code;
using review::Right;

/// So many cases are looked through; a partnership has tens.
constexpr std::size_t most_cases = 20000;

/// What the list is narrowed to.
struct Wanted {
  std::string case_id;
  std::string why;    ///< a kind of proceedings
  std::string since;  ///< placed on that day or later
  bool live;
  bool overdue;
};

review::Result<Wanted> wanted_of(const Call& call) {
  const auto live = flag(call, "live");
  if (!live) return review::refuse(live.error());
  const auto overdue = flag(call, "overdue");
  if (!overdue) return review::refuse(overdue.error());
  const auto since = call.request.parameter("since").value_or("");
  if (!since.empty() && !review::Date::parse(since))
    return review::refuse_at(Code::not_a_date, "since is a day such as 2026-03-31.", "/since");
  return Wanted{call.request.parameter("case").value_or(""), call.request.parameter("why").value_or(""), since, *live,
                *overdue};
}

std::string kind_of_proceedings(const v1::Proceedings& one) {
  return review::short_name_of(one.kind(), v1::ProceedingsKind_descriptor());
}

json::array proceedings_of(const v1::Case& of_case, const v1::Embargo& embargo) {
  json::array out;
  for (const auto& one : of_case.proceedings()) {
    if (std::ranges::find(embargo.proceedings(), one.proceedings()) == embargo.proceedings().end()) continue;
    out.push_back(
        json::object{{"proceedings", one.proceedings()}, {"kind", kind_of_proceedings(one)}, {"open", one.open()}});
  }
  return out;
}

/// How long it has held, or held until it was lifted.
void put_length(json::object& out, const Call& call, const v1::Embargo& embargo) {
  const auto since = review::Date::parse(embargo.since());
  const auto until =
      embargo.lifted() ? review::Date::parse(embargo.lifted_on()) : review::Result<review::Date>(call.moment.today);
  if (!since || !until) return;
  out["daysHeld"] = std::max(0, since->days_until(*until));
  if (const auto days = review::working_days_between(*since, *until, call.desk().calendar()))
    out["workingDaysHeld"] = *days;
}

bool is_overdue(const v1::Embargo& embargo, review::Date today) {
  return !embargo.lifted() && embargo.review_on() < today.iso();
}

json::object row_of(const Call& call, const v1::Case& of_case, const v1::Embargo& embargo) {
  json::array covers;
  for (const auto one : embargo.covers())
    covers.push_back(json::string(review::short_name_of(one, v1::Covered_descriptor())));
  json::object row{{"case", of_case.case_()},
                   {"pseudonyms", write_pseudonyms(of_case)},
                   {"embargo", embargo.embargo()},
                   {"covers", std::move(covers)},
                   {"proceedings", proceedings_of(of_case, embargo)},
                   {"since", embargo.since()},
                   {"reviewOn", embargo.review_on()},
                   {"overdue", is_overdue(embargo, call.moment.today)},
                   {"lifted", embargo.lifted()}};
  if (embargo.lifted()) row["liftedOn"] = embargo.lifted_on();
  put_length(row, call, embargo);
  return row;
}

bool is_wanted(const Wanted& wanted, const v1::Case& of_case, const v1::Embargo& embargo, review::Date today) {
  if (!wanted.case_id.empty() && of_case.case_() != wanted.case_id) return false;
  if (wanted.live && embargo.lifted()) return false;
  if (wanted.overdue && !is_overdue(embargo, today)) return false;
  if (embargo.since() < wanted.since) return false;
  if (wanted.why.empty()) return true;
  return std::ranges::any_of(of_case.proceedings(), [&](const v1::Proceedings& one) {
    return kind_of_proceedings(one) == wanted.why &&
           std::ranges::find(embargo.proceedings(), one.proceedings()) != embargo.proceedings().end();
  });
}

/// Those of the cases that the reader sees, and no number of others: what has held longest comes first.
Response list_embargoes(Call& call) {
  const auto wanted = wanted_of(call);
  if (!wanted) return refused(call, wanted.error());
  const review::ListQuery query{{}, {"case"}, call.moment.today, 0, {}};
  const auto cases = whole_list(call, query, most_cases, review::Desk::Notes::asker);
  if (!cases) return refused(call, cases.error());
  std::vector<json::object> rows;
  for (const auto& one : *cases) {
    for (const auto& embargo : one->embargoes()) {
      if (is_wanted(*wanted, *one, embargo, call.moment.today)) rows.push_back(row_of(call, *one, embargo));
    }
  }
  std::ranges::stable_sort(rows, {}, [](const json::object& row) { return std::string(row.at("since").as_string()); });
  const auto page = cut(call, rows.size());
  if (!page) return refused(call, page.error());
  json::array shown;
  for (std::size_t i = page->from; i < page->to; ++i) {
    call.desk().note_shown(std::string(rows[i].at("case").as_string()), "list");
    shown.push_back(std::move(rows[i]));
  }
  return json_answer(200, json::object{{"embargoes", std::move(shown)}, {"nextPageToken", page->next}});
}

/// The document of `embargo/embargo-1/document-1`; empty where an update was read.
json::object read_json(const review::Read& read, std::string_view of_embargo) {
  json::object out{{"time", read.time}, {"person", "people/" + read.person}, {"role", read.role}};
  if (read.what.size() > of_embargo.size()) out["document"] = read.what.substr(of_embargo.size() + 1);
  return out;
}

Response list_embargo_reads(Call& call) {
  const auto shown = call.desk().show(call.path("case"), call.reader, call.moment);
  if (!shown) return refused(call, shown.error());
  const auto& embargoes = shown->embargoes();
  const auto is_it = [&](const auto& one) { return one.embargo() == call.path("embargo"); };
  if (std::none_of(embargoes.begin(), embargoes.end(), is_it)) {
    return refused(call, {Code::not_found, "There is no embargo of this name in this case."});
  }
  const auto size = page_size(call);
  if (!size) return refused(call, size.error());
  const auto what = review::covered_read(call.path("embargo"));
  review::ReadsWanted wanted{review::record_name(call.path("case")), {},  {}, {}, 0,
                             static_cast<std::size_t>(*size) + 1,    what};
  if (const auto token = call.request.parameter("pageToken"); token && !token->empty()) {
    const auto* const end = token->data() + token->size();
    const auto [at, error] = std::from_chars(token->data(), end, wanted.before);
    if (error != std::errc() || at != end || wanted.before <= 0)
      return refused(call, Code::malformed, "This pageToken is not of this list.", "/pageToken");
  }
  auto found = call.storage.read_log().find(wanted);
  const bool more = found.size() > static_cast<std::size_t>(*size);
  if (more) found.pop_back();
  json::array reads;
  for (const auto& read : found) reads.push_back(read_json(read, what));
  return json_answer(200, json::object{{"reads", std::move(reads)},
                                       {"nextPageToken", more ? std::to_string(found.back().seq) : std::string()}});
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
  };
}

}  // namespace reviewd
