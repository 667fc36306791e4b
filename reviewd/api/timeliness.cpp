#include <boost/json/array.hpp>
#include <map>

#include "libreview/vocabulary/names.hpp"
#include "reviewd/api/endpoint.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
namespace v1 = review::v1;
using review::Right;

constexpr std::string_view clock_prefix = "agency-return:";
constexpr int a_page = 200;

struct Tally {
  int asked = 0;
  int in_timescale = 0;
  int late = 0;
  int waiting = 0;
  int out_of_timescale = 0;
};

/// `school` of `agency-return:school:2`.
std::string agency_of(const std::string& clock) {
  const auto from = clock_prefix.size();
  return clock.substr(from, clock.find(':', from) - from);
}

void count(Tally& tally, v1::ClockState state) {
  if (state == v1::CLOCK_STATE_CANCELLED) return;
  ++tally.asked;
  if (state == v1::CLOCK_STATE_MET) ++tally.in_timescale;
  if (state == v1::CLOCK_STATE_MET_LATE) ++tally.late;
  if (state == v1::CLOCK_STATE_OVERDUE) ++tally.out_of_timescale;
  if (state == v1::CLOCK_STATE_RUNNING || state == v1::CLOCK_STATE_DUE_TODAY) ++tally.waiting;
}

/// Over every case that the reader sees: the newest run of each request's clock.
Response get_timeliness(Call& call) {
  std::map<std::string, Tally> tallies;
  review::ListQuery query{{{"owedBy", "=", "AGENCY"}}, {"dueOn", false}, call.moment.today, a_page, {}};
  do {
    const auto page = call.desk().list_clocks(query, call.reader, call.moment, review::Desk::Reasons::left_out);
    if (!page) return refused(call, page.error());
    for (const auto& clock : page->items) {
      if (clock.clock().starts_with(clock_prefix)) count(tallies[agency_of(clock.clock())], clock.state());
    }
    query.after = page->next;
    query.limit = a_page;
  } while (!query.after.empty());
  json::array agencies;
  for (const auto& [agency, tally] : tallies) {
    const auto known = call.storage.contacts().find(agency);
    agencies.push_back(json::object{{"agency", agency},
                                    {"name", known ? known->name : agency},
                                    {"asked", tally.asked},
                                    {"inTimescale", tally.in_timescale},
                                    {"late", tally.late},
                                    {"waiting", tally.waiting},
                                    {"outOfTimescale", tally.out_of_timescale}});
  }
  return json_answer(200, json::object{{"agencies", std::move(agencies)}, {"nextPageToken", ""}});
}

}  // namespace

std::vector<Endpoint> timeliness_endpoints() {
  return {{"GET",
           "/v1/agencies/-/timeliness",
           "getTimeliness",
           "How many returns each agency was asked for, and how many came in timescale, over all cases that the reader "
           "may see",
           {Right::read_cases},
           Use::read,
           {},
           "",
           "Timeliness",
           200,
           get_timeliness}};
}

}  // namespace reviewd
