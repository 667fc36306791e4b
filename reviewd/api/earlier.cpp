#include "libreview/access/disclose.hpp"
#include "libreview/access/may_read.hpp"
#include "libreview/base/refuse_at.hpp"
#include "libreview/vocabulary/names.hpp"
#include "reviewd/api/earlier_json.hpp"
#include "reviewd/api/endpoint.hpp"
#include "reviewd/api/json_fields.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::Code;
using review::refuse_at;
using review::Right;

constexpr std::size_t most_nearest = 5;

/// An agency's contact reads of a case what their own agency is asked for, and no recommendation.
review::Result<void> may_read_recommendations(const Call& call) {
  if (const auto may = review::may_read(call.reader); !may) return may;
  if (review::reads_incidents(call.reader.role)) return {};
  return review::refuse(Code::not_permitted, "Your role does not see recommendations.");
}

review::ReadCases cases_of(Call& call) { return {call.desk(), call.storage.views(), call.reader, call.moment}; }

/// The case in which somebody writes; empty where none is named.
review::Result<std::string> case_written_in(review::ReadCases& cases, const std::string& named) {
  if (named.empty()) return std::string();
  auto reference = review::bare_reference(named).value_or(named);
  if (!cases.sees(reference)) return refuse_at(Code::missing_reference, review::no_case().says, "/case");
  return reference;
}

Response nearest_recommendations(Call& call) {
  if (const auto may = may_read_recommendations(call); !may) return refused(call, may.error());
  const auto fields = json_fields(call, {.required = {"text"}, .optional = {"case"}});
  if (!fields) return refused(call, fields.error());
  const auto text = fields->text("text");
  if (text.size() > review::longest_recommendation)
    return refused(call, Code::malformed, "Look for less at once: at most 20,000 letters.", "/text");
  auto cases = cases_of(call);
  const auto not_in = case_written_in(cases, fields->text("case"));
  if (!not_in) return refused(call, not_in.error());
  const int from = call.desk().law().partnership().like_from("nearest");
  const auto found = review::nearest(cases, {.text = text, .from = from, .most = most_nearest, .not_in = *not_in});
  return json_answer(200, json::object{{"nearest", earlier_json(found)}, {"from", from}});
}

Response show_repeats(Call& call) {
  if (const auto may = may_read_recommendations(call); !may) return refused(call, may.error());
  auto cases = cases_of(call);
  const int from = call.desk().law().partnership().like_from("repeated");
  const auto found = review::repeats(cases, call.path("case"), from);
  if (!found) return refused(call, found.error());
  auto out = repeats_json(*found, call.desk().law());
  out["case"] = call.path("case");
  out["from"] = from;
  return json_answer(200, out);
}

}  // namespace

std::vector<Endpoint> earlier_endpoints() {
  return {{"POST",
           "/v1/recommendations:nearest",
           "nearestRecommendations",
           "The earlier recommendations most like a text, with what became of each, as far as the reader may see them",
           {Right::read_cases},
           Use::read,
           {},
           "NearestWish",
           "NearestList",
           200,
           nearest_recommendations},
          {"GET",
           "/v1/cases/{case}/repeats",
           "getRepeats",
           "What of a case was found and recommended before in other cases and in programmes that the reader sees",
           {Right::read_cases},
           Use::read,
           {},
           "",
           "Repeats",
           200,
           show_repeats}};
}

}  // namespace reviewd
