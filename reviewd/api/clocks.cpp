#include <boost/json/array.hpp>

#include "libreview/vocabulary/write_message.hpp"
#include "reviewd/api/endpoint.hpp"
#include "reviewd/api/listing.hpp"
#include "reviewd/api/record_json.hpp"
#include "reviewd/api/rows_of_sorts.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::EmptyLists;
using review::Part;
using review::Right;

json::object write(const review::v1::Clock& clock) { return record_clock_json(clock); }

Response list_case_clocks(Call& call) {
  const auto day = as_at(call);
  if (!day) return refused(call, day.error());
  const auto all = call.desk().clocks(call.record(), call.reader, call.moment, *day);
  if (!all) return refused(call, all.error());
  const auto page = cut(call, all->size());
  if (!page) return refused(call, page.error());
  json::array clocks;
  for (std::size_t i = page->from; i < page->to; ++i) clocks.push_back(write((*all)[i]));
  return json_answer(200, json::object{{"clocks", std::move(clocks)}, {"nextPageToken", page->next}});
}

Response get_clock(Call& call) {
  const auto day = as_at(call);
  if (!day) return refused(call, day.error());
  const auto clock = call.desk().clock(call.record(), call.path("clock"), call.reader, call.moment, *day);
  if (!clock) return refused(call, clock.error());
  return json_answer(200, write(*clock));
}

Response list_clocks_of(Call& call, std::string_view sort) {
  auto query = list_query(call, "dueOn");
  if (!query) return refused(call, query.error());
  query->sort = sort;
  const auto page = call.desk().list_clocks(*query, call.reader, call.moment);
  if (!page) return refused(call, page.error());
  json::array clocks;
  for (const auto& clock : page->items) {
    auto written = write(clock);
    written.erase("working");
    clocks.push_back(std::move(written));
  }
  return json_answer(
      200, json::object{{"clocks", std::move(clocks)}, {"nextPageToken", page_token(call, *query, page->next)}});
}

Response list_clocks(Call& call) { return list_clocks_of(call, "case"); }
Response list_clocks_of_programmes(Call& call) { return list_clocks_of(call, "programme"); }

Response get_timetable(Call& call) {
  const auto table = call.desk().timetable(call.path("case"), call.reader, call.moment);
  if (!table) return refused(call, table.error());
  return json_answer(200, write_message(*table, Part::whole, EmptyLists::shown));
}

/// The clocks of cases or of programmes.
std::vector<Endpoint> clocks_of(const RowSort& of) {
  const auto clock = of.prefix + "Clock";
  const bool cases = of.prefix.empty();
  return {{"GET",
           of.all + "/-/clocks",
           cases ? "listClocks" : "listClocksOf" + of.called + "s",
           "Clocks across all " + of.name + "s that the reader may see",
           {Right::read_cases},
           Use::read,
           {"filter", "orderBy", "pageSize", "pageToken"},
           "",
           clock + "List",
           200,
           cases ? list_clocks : list_clocks_of_programmes},
          {"GET",
           of.one + "/clocks",
           "list" + of.called + "Clocks",
           "The clocks of a " + of.name + ", each with its working",
           {Right::read_cases},
           Use::read,
           {"asAt", "pageSize", "pageToken"},
           "",
           clock + "List",
           200,
           list_case_clocks},
          {"GET",
           of.one + "/clocks/{clock}",
           "get" + of.prefix + "Clock",
           "One clock of a " + of.name + " with its working",
           {Right::read_cases},
           Use::read,
           {"asAt"},
           "",
           clock,
           200,
           get_clock}};
}

}  // namespace

std::vector<Endpoint> clock_endpoints() {
  auto rows = rows_of_sorts(clocks_of);
  rows.push_back({"GET",
                  "/v1/cases/{case}/timetable",
                  "getTimetable",
                  "The days of the rapid review, laid out",
                  {Right::read_cases},
                  Use::read,
                  {},
                  "",
                  "Timetable",
                  200,
                  get_timetable});
  return rows;
}

}  // namespace reviewd
