#include <boost/json/array.hpp>

#include "libreview/base/refuse_at.hpp"
#include "libreview/vocabulary/write_message.hpp"
#include "reviewd/api/endpoint.hpp"
#include "reviewd/api/listing.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::EmptyLists;
using review::Part;
using review::Right;

json::object write(const review::v1::Clock& clock) { return write_message(clock, Part::whole, EmptyLists::shown); }

Response list_case_clocks(Call& call) {
  const auto day = as_at(call);
  if (!day) return refused(call, day.error());
  const auto all = call.desk().clocks(call.path("case"), call.reader, call.moment, *day);
  if (!all) return refused(call, all.error());
  const auto page = cut(call, all->size());
  if (!page) return refused(call, page.error());
  json::array clocks;
  for (std::size_t i = page->from; i < page->to; ++i) clocks.push_back(write((*all)[i]));
  return json_answer(200, json::object{{"clocks", clocks}, {"nextPageToken", page->next}});
}

Response get_clock(Call& call) {
  const auto day = as_at(call);
  if (!day) return refused(call, day.error());
  const auto clock = call.desk().clock(call.path("case"), call.path("clock"), call.reader, call.moment, *day);
  if (!clock) return refused(call, clock.error());
  return json_answer(200, write(*clock));
}

/// A clock that the law does not have would find nothing, as if nothing were late.
review::Result<void> knows_clocks(const review::RuleBook& law, const std::vector<review::Term>& terms) {
  for (const auto& term : terms) {
    const auto name = term.value.substr(0, term.value.find(':'));
    if (term.field != "clock" || name.find('*') != std::string::npos || law.clock(name) != nullptr) continue;
    std::string known;
    for (const auto& rule : law.clocks()) {
      // Those that begin alike are what was meant, if any do.
      if (name.empty() || rule.id.front() != name.front()) continue;
      known += (known.empty() ? "" : ", ") + rule.id;
    }
    return review::refuse_at(
        review::Code::not_a_choice,
        "There is no clock of this name." + (known.empty() ? std::string(" /v1/law lists them.")
                                                           : " With the same first letter there are: " + known + "."),
        "/filter");
  }
  return {};
}

Response list_clocks(Call& call) {
  const auto query = list_query(call, "dueOn");
  if (!query) return refused(call, query.error());
  if (const auto known = knows_clocks(call.desk().law(), query->terms); !known) return refused(call, known.error());
  const auto page = call.desk().list_clocks(*query, call.reader, call.moment);
  if (!page) return refused(call, page.error());
  json::array clocks;
  for (const auto& clock : page->items) {
    auto written = write(clock);
    written.erase("working");
    clocks.push_back(std::move(written));
  }
  return json_answer(200, json::object{{"clocks", clocks}, {"nextPageToken", page_token(call, *query, page->next)}});
}

Response get_timetable(Call& call) {
  const auto table = call.desk().timetable(call.path("case"), call.reader, call.moment);
  if (!table) return refused(call, table.error());
  return json_answer(200, write_message(*table, Part::whole, EmptyLists::shown));
}

}  // namespace

std::vector<Endpoint> clock_endpoints() {
  return {
      {"GET",
       "/v1/cases/-/clocks",
       "listClocks",
       "Clocks across all cases that the reader may see",
       {Right::read_cases},
       Use::read,
       {"filter", "orderBy", "pageSize", "pageToken"},
       "",
       "ClockList",
       200,
       list_clocks},
      {"GET",
       "/v1/cases/{case}/clocks",
       "listCaseClocks",
       "The clocks of a case, each with its working",
       {Right::read_cases},
       Use::read,
       {"asAt", "pageSize", "pageToken"},
       "",
       "ClockList",
       200,
       list_case_clocks},
      {"GET",
       "/v1/cases/{case}/clocks/{clock}",
       "getClock",
       "One clock with its working",
       {Right::read_cases},
       Use::read,
       {"asAt"},
       "",
       "Clock",
       200,
       get_clock},
      {"GET",
       "/v1/cases/{case}/timetable",
       "getTimetable",
       "The days of the rapid review, laid out",
       {Right::read_cases},
       Use::read,
       {},
       "",
       "Timetable",
       200,
       get_timetable},
  };
}

}  // namespace reviewd
