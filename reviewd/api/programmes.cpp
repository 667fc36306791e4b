#include <algorithm>
#include <boost/json/array.hpp>

#include "libreview/vocabulary/names.hpp"
#include "reviewd/api/csv_parts.hpp"
#include "reviewd/api/endpoint.hpp"
#include "reviewd/api/listing.hpp"
#include "reviewd/api/record_json.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
namespace v1 = review::v1;
using review::Right;

Response get_programme(Call& call) {
  const auto day = as_at(call);
  if (!day) return refused(call, day.error());
  const auto shown = call.desk().show_programme(call.record(), call.reader, call.moment, *day);
  if (!shown) return refused(call, shown.error());
  auto response = json_answer(200, programme_json(*shown));
  if (!*day) response.headers.emplace_back("ETag", etag(shown->version()));
  return response;
}

Response list_programmes(Call& call) {
  const auto query = list_query(call, "programme");
  if (!query) return refused(call, query.error());
  const auto page = call.desk().list_programmes(*query, call.reader, call.moment);
  if (!page) return refused(call, page.error());
  json::array programmes;
  for (const auto& one : page->items) programmes.push_back(programme_json(one));
  return json_answer(200, json::object{{"programmes", std::move(programmes)},
                                       {"nextPageToken", page_token(call, *query, page->next)}});
}

/// The names of the columns, and what people call them. No word that somebody typed is in the file.
const CsvLines& heads() {
  static const CsvLines lines = {{"programme", "sort", "stage", "openedOn", "from", "to", "stepsDone", "steps",
                                  "actions", "actionsOpen", "reportedOn", "version"},
                                 {"Programme", "What it is", "Stage", "Opened on", "From", "To", "Steps done", "Steps",
                                  "Actions", "Open actions", "Reported on", "Version"}};
  return lines;
}

std::vector<std::string> cells_of(const v1::Programme& one) {
  const auto done = std::ranges::count_if(one.steps(), [](const auto& step) { return step.has_done_on(); });
  const auto open = std::ranges::count_if(one.actions(), [](const auto& action) { return !action.complete(); });
  return {one.programme(),
          review::short_name_of(one.sort(), v1::ProgrammeSort_descriptor()),
          review::short_name_of(one.stage(), v1::Stage_descriptor()),
          one.opened_on(),
          one.from(),
          one.to(),
          std::to_string(done),
          std::to_string(one.steps_size()),
          std::to_string(one.actions_size()),
          std::to_string(open),
          one.reported_on(),
          std::to_string(one.version())};
}

review::Result<CsvPart> next_programmes(Call& call, const std::vector<std::string>& after) {
  auto query = list_query(call, "programme");
  if (!query) return review::refuse(query.error());
  query->limit = csv_step;
  query->after = after;
  const auto page = call.desk().list_programmes(*query, call.reader, call.moment);
  if (!page) return review::refuse(page.error());
  CsvPart part{{}, page->next};
  for (const auto& one : page->items) part.lines.push_back(cells_of(one));
  return part;
}

Response programmes_csv(Call& call) { return csv_in_parts(call, "programmes", heads(), next_programmes); }

}  // namespace

std::vector<Endpoint> programme_endpoints() {
  return {
      {"GET",
       "/v1/programmes",
       "listProgrammes",
       "The programmes that the reader may see: audits, plans, surveys, yearly reports",
       {Right::read_cases},
       Use::read,
       {"filter", "orderBy", "pageSize", "pageToken"},
       "",
       "ProgrammeList",
       200,
       list_programmes},
      {"GET",
       "/v1/programmes:csv",
       "listProgrammesAsCsv",
       "The list of programmes for a spreadsheet, without anything that somebody typed",
       {Right::read_cases},
       Use::read,
       {"filter", "orderBy"},
       "",
       "Csv",
       200,
       programmes_csv},
      {"GET",
       "/v1/programmes/{programme}",
       "getProgramme",
       "A programme, now or as it stood at the end of an earlier day",
       {Right::read_cases},
       Use::read,
       {"asAt"},
       "",
       "Programme",
       200,
       get_programme},
  };
}

}  // namespace reviewd
