#include <algorithm>
#include <boost/json/array.hpp>
#include <map>
#include <vector>

#include "libreview/vocabulary/names.hpp"
#include "libreview/vocabulary/write_message.hpp"
#include "reviewd/api/endpoint.hpp"
#include "reviewd/api/listing.hpp"
#include "reviewd/api/standing.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::Right;
namespace v1 = review::v1;
using review::v1::Case;
using review::v1::Clock;

/// So many open cases are shown at once where nobody asks for pages; a partnership has tens.
constexpr std::size_t most_cases = 1000;

bool is_late(const Clock& clock) { return clock.state() == review::v1::CLOCK_STATE_OVERDUE; }

std::string stage_of(const Case& of_case) {
  return review::short_name_of(of_case.stage(), review::v1::Stage_descriptor());
}

/// Who owes what the case waits for: each body once, with how many dates and how many of them late.
json::array owed_in(const Case& of_case) {
  struct Owed {
    int dates = 0;
    int late = 0;
  };
  std::map<std::pair<int, std::string>, Owed> owed;
  for (const auto& clock : of_case.clocks()) {
    if (!waits(clock)) continue;
    auto& one = owed[{static_cast<int>(clock.owed_by()), clock.agency()}];
    ++one.dates;
    if (is_late(clock)) ++one.late;
  }
  json::array out;
  for (const auto& [who, what] : owed) {
    json::object one{{"owedBy", review::short_name_of(who.first, review::v1::OwedBy_descriptor())},
                     {"dates", what.dates},
                     {"late", what.late}};
    if (!who.second.empty()) one["agency"] = who.second;
    out.push_back(std::move(one));
  }
  return out;
}

json::array holds_in(const Case& of_case) {
  json::array out;
  for (const auto& hold : of_case.holds()) out.push_back(review::write_message(hold));
  return out;
}

json::object row_of(const Case& of_case) {
  json::object row{{"case", of_case.case_()},    {"pseudonyms", write_pseudonyms(of_case)},
                   {"stage", stage_of(of_case)}, {"openedOn", of_case.opened_on()},
                   {"owed", owed_in(of_case)},   {"holds", holds_in(of_case)}};
  if (!of_case.local_authority().empty()) row["localAuthority"] = of_case.local_authority();
  for (const auto& clock : of_case.clocks()) {
    if (clock.clock() == "rapid-review") row["rapidReview"] = write_listed(clock);
  }
  if (const auto* next = next_clock(of_case); next != nullptr) row["next"] = write_listed(*next);
  return row;
}

json::array stages_in(const std::map<v1::Stage, review::StageCount>& counts) {
  json::array out;
  for (const auto& [stage, count] : counts) {
    out.push_back(json::object{
        {"stage", review::short_name_of(stage, v1::Stage_descriptor())}, {"cases", count.cases}, {"late", count.late}});
  }
  return out;
}

/// Those of a page, or all of them where nobody asks for pages.
struct Standings {
  std::vector<review::Desk::Listed> cases;
  std::string next;
  bool more = false;
};

review::Result<Standings> wanted_standings(const Call& call) {
  // The order of dates that are not theirs is nothing for whoever reads only the own agency's part.
  auto query = list_query(call, review::reads_incidents(call.reader.role) ? "nextDueOn" : "case");
  if (!query) return review::refuse(query.error());
  query->terms = {{"stage", "!=", "CLOSED"}};
  const bool in_pages = call.request.parameter("pageSize") || call.request.parameter("pageToken");
  if (!in_pages) {
    auto all = standings(call, *query, most_cases);
    if (!all) return review::refuse(all.error());
    const bool more = all->size() == most_cases;
    return Standings{std::move(*all), "", more};
  }
  auto page =
      call.desk().list_cases(*query, call.reader, call.moment, review::Desk::Notes::desk, review::Desk::Told::standing);
  if (!page) return review::refuse(page.error());
  return Standings{std::move(page->items), page_token(call, *query, page->next), !page->next.empty()};
}

Response get_overview(Call& call) {
  const auto standings = wanted_standings(call);
  if (!standings) return refused(call, standings.error());
  const auto counts = call.desk().count_stages(call.reader, call.moment);
  if (!counts) return refused(call, counts.error());
  json::array rows;
  for (const auto& one : standings->cases) rows.push_back(row_of(*one));
  return json_answer(200, json::object{{"cases", std::move(rows)},
                                       {"stages", stages_in(*counts)},
                                       {"more", standings->more},
                                       {"nextPageToken", standings->next},
                                       {"asOf", call.moment.today.iso()}});
}

}  // namespace

std::vector<Endpoint> overview_endpoints() {
  return {{"GET",
           "/v1/overview",
           "getOverview",
           "Where every open case stands: what is late comes first",
           {Right::read_cases},
           Use::read,
           {"pageSize", "pageToken"},
           "",
           "Overview",
           200,
           get_overview}};
}

}  // namespace reviewd
