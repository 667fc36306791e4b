#include <boost/json/array.hpp>
#include <set>

#include "libreview/access/disclose_holds.hpp"
#include "libreview/access/may_read.hpp"
#include "libreview/embargo/forecast.hpp"
#include "libreview/embargo/warnings.hpp"
#include "libreview/record/publishable.hpp"
#include "libreview/views/find_in.hpp"
#include "libreview/vocabulary/write_message.hpp"
#include "reviewd/api/endpoint.hpp"
#include "reviewd/api/proceedings_json.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::Code;
using review::Right;

/// The cases that are reviewed with this one: those that the reader sees, and those that are as if they were not.
struct OtherCases {
  std::set<std::string> seen;
  std::set<std::string> hidden;
};

OtherCases others_of(Call& call, const std::string& own, const std::vector<review::CoveredReview>& reviews) {
  OtherCases others;
  const auto add = [&](const review::v1::CaseFile& file) {
    if (file.case_() == own) return;
    (call.desk().sees(file.case_(), call.reader, call.moment) ? others.seen : others.hidden).insert(file.case_());
  };
  for (const auto& covered : reviews) {
    add(covered.lead);
    for (const auto& joined : covered.joined) add(joined);
  }
  return others;
}

/// What is to be minded in one case. What stands in the others is told there, but for those that are not on the map.
void put_warnings(review::v1::Case& shown, const review::v1::CaseFile& file, const std::set<std::string>& hidden,
                  Call& call) {
  auto off_map = review::reviewed_with(file, review::find_in(call.storage.views()));
  std::erase_if(off_map, [&](const auto& other) { return !hidden.contains(other.case_()); });
  shown.clear_warnings();
  const auto all = review::warnings_on(file, off_map, call.desk().law(), call.moment.today);
  for (auto& warning : review::disclose(all, hidden)) *shown.add_warnings() = std::move(warning);
}

/// What the map says of one case, which the reader sees; noted is what it shows of the entries.
review::Result<json::object> map_of(Call& call, const std::string& case_id, const std::set<std::string>& hidden) {
  auto shown = call.desk().show(case_id, call.reader, call.moment);
  if (!shown) return review::refuse(shown.error());
  const auto entries = call.desk().entries(case_id, call.reader, call.moment, {}, review::Desk::Notes::asker);
  if (!entries) return review::refuse(entries.error());
  const auto file = call.storage.views().find_for(call.reader, case_id, call.moment.today);
  if (!file) return review::refuse(review::no_case());
  put_warnings(*shown, *file, hidden, call);
  auto mapped = write_mapped_case(*shown, *file, *entries);
  if (!mapped.shown.empty()) call.desk().note_entries(case_id, mapped.shown, call.reader, call.moment);
  return std::move(mapped.json);
}

json::array forecasts_of(Call& call, const std::vector<review::CoveredReview>& reviews,
                         const std::set<std::string>& hidden) {
  json::array forecasts;
  for (const auto& covered : reviews) {
    if (!review::awaits_publication(covered.in_lead)) continue;
    auto made = review::forecast(covered.lead, covered.in_lead, covered.joined, call.desk().law(),
                                 call.desk().calendar(), call.moment.today);
    made.review = covered.review;
    review::hide_cases(made, hidden);
    forecasts.push_back(write_forecast(made));
  }
  return forecasts;
}

Response get_proceedings(Call& call) {
  if (!review::reads_incidents(call.reader.role))
    return refused(call, {Code::not_permitted, "Your role does not see what holds a report."});
  const auto own = call.path("case");
  const auto shown = call.desk().show(own, call.reader, call.moment);
  if (!shown) return refused(call, shown.error());
  const auto file = call.storage.views().find_for(call.reader, own, call.moment.today);
  if (!file) return refused(call, review::no_case());
  const auto reviews = review::covered_reviews(*file, review::find_in(call.storage.views()));
  const auto others = others_of(call, own, reviews);
  json::array cases;
  std::vector<std::string> names{own};
  names.insert(names.end(), others.seen.begin(), others.seen.end());
  for (const auto& name : names) {
    auto mapped = map_of(call, name, others.hidden);
    if (!mapped) return refused(call, mapped.error());
    cases.push_back(std::move(*mapped));
  }
  json::array holds;
  bool elsewhere = false;
  for (const auto& hold : shown->holds()) {
    elsewhere = elsewhere || hold.kind() == "ANOTHER_CASE";
    holds.push_back(write_message(hold, review::Part::whole, review::EmptyLists::left_out));
  }
  auto response = json_answer(200, json::object{{"case", own},
                                                {"forecasts", forecasts_of(call, reviews, others.hidden)},
                                                {"holds", std::move(holds)},
                                                {"cases", std::move(cases)},
                                                {"elsewhere", elsewhere},
                                                {"version", shown->version()},
                                                {"asOf", call.moment.today.iso()}});
  response.headers.emplace_back("ETag", etag(shown->version()));
  return response;
}

}  // namespace

std::vector<Endpoint> proceedings_endpoints() {
  return {
      {"GET",
       "/v1/cases/{case}/proceedings",
       "getProceedings",
       "What holds the reports of a case and of the cases reviewed with it, and until when",
       {Right::read_cases},
       Use::read,
       {},
       "",
       "ProceedingsMap",
       200,
       get_proceedings},
  };
}

}  // namespace reviewd
