#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <utility>

#include "libreview/base/refuse_at.hpp"
#include "libreview/vocabulary/names.hpp"
#include "reviewd/api/csv_parts.hpp"
#include "reviewd/api/endpoint.hpp"
#include "reviewd/api/found.hpp"
#include "reviewd/api/listing.hpp"
#include "reviewd/api/record_json.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
namespace v1 = review::v1;
using review::Code;
using review::Right;

std::string bearing_name(const v1::BearsOn& bears) {
  return review::short_name_of(bears.bearing(), v1::Bearing_descriptor());
}

std::string source_name(const v1::Finding& finding) {
  return review::short_name_of(finding.source(), v1::AssuranceSource_descriptor());
}

json::object bearing_json(const std::string& case_id, const std::string& finding, const std::string& bearing) {
  json::object out{{"finding", finding}, {"bearing", bearing}};
  put_record(out, case_id);
  return out;
}

const std::string& case_of(const Found& one, const v1::BearsOn& bears) {
  return bears.has_of_case() ? bears.of_case() : one.case_id;
}

json::array texts(const google::protobuf::RepeatedPtrField<std::string>& all) {
  json::array out;
  for (const auto& one : all) out.push_back(json::value(json::string(one)));
  return out;
}

json::object row_json(const Found& one) {
  const auto& finding = one.finding;
  json::array bears_on;
  for (const auto& bears : finding.bears_on()) {
    bears_on.push_back(bearing_json(case_of(one, bears), bears.finding(), bearing_name(bears)));
  }
  json::array borne_on;
  for (const auto& other : one.borne_on) borne_on.push_back(bearing_json(other.case_id, other.finding, other.bearing));
  json::object out{{"finding", finding.id()},
                   {"entry", one.entry},
                   {"themes", texts(finding.themes())},
                   {"foundOn", one.found_on},
                   {"agencies", texts(finding.agencies())},
                   {"bearsOn", std::move(bears_on)},
                   {"borneOnBy", std::move(borne_on)}};
  put_record(out, one.case_id);
  const auto say = [&](std::string_view key, const std::string& value) {
    if (!value.empty()) out[key] = value;
  };
  say("found", finding.finding());
  say("why", finding.why());
  say("source", source_name(finding));
  say("foundUntil", finding.found_until());
  return out;
}

Response list_findings(Call& call) {
  auto query = list_query(call, "foundOn");
  if (!query) return refused(call, query.error());
  const auto found =
      read_findings(call, {.terms = query->terms, .after = query->after}, static_cast<std::size_t>(query->limit));
  if (!found) return refused(call, found.error());
  json::array rows;
  for (const auto& one : found->rows) rows.push_back(row_json(one));
  return json_answer(
      200, json::object{{"findings", std::move(rows)}, {"nextPageToken", page_token(call, *query, found->next)}});
}

/// `26-0007/finding-3-1 CONFIRMS`, joined by blanks.
std::string bearings_line(const Found& one) {
  std::string all;
  for (const auto& bears : one.finding.bears_on()) {
    all +=
        fmt::format("{}{} {}/{}", all.empty() ? "" : "; ", bearing_name(bears), case_of(one, bears), bears.finding());
  }
  return all;
}

std::string joined(const google::protobuf::RepeatedPtrField<std::string>& all) {
  std::string out;
  for (const auto& one : all) out += (out.empty() ? "" : "; ") + one;
  return out;
}

review::Result<CsvPart> next_findings(Call& call, const std::vector<std::string>& after) {
  auto terms = review::parse_filter(call.request.parameter("filter").value_or(""));
  if (!terms) return review::refuse_at(Code::malformed, terms.error().says, "/filter");
  auto found = read_findings(call, {.terms = std::move(*terms), .after = after}, csv_step);
  if (!found) return review::refuse(found.error());
  CsvPart part{{}, std::move(found->next)};
  for (const auto& one : found->rows) {
    const auto& finding = one.finding;
    part.lines.push_back({one.case_id, finding.id(), finding.finding(), finding.why(), joined(finding.themes()),
                          source_name(finding), one.found_on, finding.found_until(), joined(finding.agencies()),
                          bearings_line(one)});
  }
  return part;
}

Response findings_csv(Call& call) {
  const CsvLines heads = {
      {"case", "finding", "found", "why", "themes", "source", "foundOn", "foundUntil", "agencies", "bearsOn"},
      {"Case", "Short name", "What was found", "Why it happened", "Themes", "Source", "Found on", "Found until",
       "Agencies", "Confirms, contradicts or came too early for"}};
  return csv_in_parts(call, "findings", heads, next_findings);
}

}  // namespace

std::vector<Endpoint> finding_endpoints() {
  return {{"GET",
           "/v1/findings",
           "listFindings",
           "What was learned, newest first, in the cases that the reader sees, whatever the source of assurance",
           {Right::read_cases},
           Use::read,
           {"filter", "pageSize", "pageToken"},
           "",
           "FindingList",
           200,
           list_findings},
          {"GET",
           "/v1/findings:csv",
           "listFindingsAsCsv",
           "The same for a spreadsheet",
           {Right::read_cases},
           Use::read,
           {"filter"},
           "",
           "Csv",
           200,
           findings_csv}};
}

}  // namespace reviewd
