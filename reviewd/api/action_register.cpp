#include <boost/json/array.hpp>

#include "libreview/access/disclose.hpp"
#include "libreview/base/refuse_at.hpp"
#include "libreview/vocabulary/names.hpp"
#include "reviewd/api/action_endpoints.hpp"
#include "reviewd/api/actions_listed.hpp"
#include "reviewd/api/csv_parts.hpp"
#include "reviewd/api/listing.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::Code;
using review::Result;
using review::Right;

Result<std::vector<review::Term>> terms_of(const Call& call) {
  auto terms = review::parse_filter(call.request.parameter("filter").value_or(""));
  if (!terms) return review::refuse_at(Code::malformed, terms.error().says, "/filter");
  return terms;
}

/// A recommendation stands in the report of a review; who sees but their own agency's part does not see it.
Result<void> may_see_recommendations(const Call& call) {
  if (review::reads_incidents(call.reader.role)) return {};
  return review::refuse(Code::not_permitted, "Your role does not see recommendations.");
}

Result<void> check_recommendation_names(Call& call, const review::ActionsWanted& wanted) {
  if (auto may = may_see_recommendations(call); !may) return may;
  return call.desk().check_names(wanted.terms, review::recommendation_fields(), call.reader, call.moment);
}

using Check = Result<void> (*)(Call&, const review::ActionsWanted&);

/// A page of a list of either.
template <class Read, class Write>
Response list_page(Call& call, std::string_view name, std::string_view day, Check check, Read read, Write write) {
  auto query = list_query(call, day);
  if (!query) return refused(call, query.error());
  review::ActionsWanted wanted{.terms = query->terms, .after = query->after};
  if (auto checked = check(call, wanted); !checked) return refused(call, checked.error());
  const auto found = read(call, std::move(wanted), static_cast<std::size_t>(query->limit));
  if (!found) return refused(call, found.error());
  json::array rows;
  for (const auto& one : found->rows) {
    call.desk().note_shown(one.case_id, "list");
    rows.push_back(write(one));
  }
  return json_answer(200,
                     json::object{{name, std::move(rows)}, {"nextPageToken", page_token(call, *query, found->next)}});
}

template <class Read, class Line>
Result<CsvPart> next_lines(Call& call, const std::vector<std::string>& after, Check check, Read read, Line line_of) {
  auto terms = terms_of(call);
  if (!terms) return review::refuse(terms.error());
  review::ActionsWanted wanted{.terms = std::move(*terms), .after = after};
  if (auto checked = check(call, wanted); !checked) return review::refuse(checked.error());
  auto found = read(call, std::move(wanted), static_cast<std::size_t>(csv_step));
  if (!found) return review::refuse(found.error());
  CsvPart part{{}, std::move(found->next)};
  for (const auto& one : found->rows) {
    call.desk().note_shown(one.case_id, "list");
    part.lines.push_back(line_of(one));
  }
  return part;
}

const auto read_actions = [](Call& call, review::ActionsWanted wanted, std::size_t most) {
  return listed_actions(call, std::move(wanted), most);
};
const auto read_recommendations = [](Call& call, review::ActionsWanted wanted, std::size_t most) {
  return listed_recommendations(call, std::move(wanted), most);
};

Response list_actions(Call& call) {
  return list_page(call, "actions", "dueOn", check_action_names, read_actions, action_json);
}

Response list_recommendations(Call& call) {
  return list_page(call, "recommendations", "madeOn", check_recommendation_names, read_recommendations,
                   recommendation_json);
}

Result<CsvPart> next_actions(Call& call, const std::vector<std::string>& after) {
  return next_lines(call, after, check_action_names, read_actions, action_line);
}

std::vector<std::string> recommendation_line(const ListedRecommendation& one) {
  const auto row = recommendation_json(one);
  std::vector<std::string> line{one.case_id};
  for (const auto* key :
       {"recommendation", "text", "kind", "madeOn", "to", "state", "answeredOn", "modified", "reasons"}) {
    const auto* value = row.if_contains(key);
    line.push_back(value == nullptr ? std::string() : std::string(value->as_string()));
  }
  return line;
}

Result<CsvPart> next_recommendations(Call& call, const std::vector<std::string>& after) {
  return next_lines(call, after, check_recommendation_names, read_recommendations, recommendation_line);
}

Response actions_csv(Call& call) { return csv_in_parts(call, "actions", action_heads(), next_actions); }

Response recommendations_csv(Call& call) {
  if (const auto may = may_see_recommendations(call); !may) return refused(call, may.error());
  const CsvLines heads = {
      {"case", "recommendation", "text", "kind", "madeOn", "to", "state", "answeredOn", "modified", "reasons"},
      {"Case", "Recommendation", "What is recommended", "Kind", "Made on", "To", "How it stands", "Answered on",
       "What it says now", "Reasons"}};
  return csv_in_parts(call, "recommendations", heads, next_recommendations);
}

}  // namespace

std::vector<Endpoint> action_endpoints() {
  std::vector<Endpoint> rows{{"GET",
                              "/v1/actions",
                              "listActions",
                              "The actions of all cases that the reader sees, open ones first, by due day; of some "
                              "roles only those of their own agency",
                              {Right::read_cases},
                              Use::read,
                              {"filter", "pageSize", "pageToken"},
                              "",
                              "ActionList",
                              200,
                              list_actions},
                             {"GET",
                              "/v1/actions:csv",
                              "listActionsAsCsv",
                              "The same for a spreadsheet",
                              {Right::read_cases},
                              Use::read,
                              {"filter"},
                              "",
                              "Csv",
                              200,
                              actions_csv},
                             {"GET",
                              "/v1/recommendations",
                              "listRecommendations",
                              "The recommendations of all cases that the reader sees, oldest first, a row for each "
                              "body that one is made to",
                              {Right::read_cases},
                              Use::read,
                              {"filter", "pageSize", "pageToken"},
                              "",
                              "RecommendationList",
                              200,
                              list_recommendations},
                             {"GET",
                              "/v1/recommendations:csv",
                              "listRecommendationsAsCsv",
                              "The same for a spreadsheet",
                              {Right::read_cases},
                              Use::read,
                              {"filter"},
                              "",
                              "Csv",
                              200,
                              recommendations_csv}};
  for (auto& row : monitoring_endpoints()) rows.push_back(std::move(row));
  return rows;
}

}  // namespace reviewd
