#include <boost/json/array.hpp>
#include <utility>

#include "libreview/access/disclose.hpp"
#include "libreview/base/refuse_at.hpp"
#include "libreview/vocabulary/names.hpp"
#include "reviewd/api/evidence_endpoints.hpp"
#include "reviewd/api/evidence_json.hpp"
#include "reviewd/api/learned_in_parts.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::Code;
using review::Result;
using review::Right;

/// Which recommendation is asked about.
Result<review::NamedIn> recommendation_asked(const Call& call) {
  review::NamedIn asked{call.request.parameter("case").value_or(""),
                        call.request.parameter("recommendation").value_or("")};
  asked.record = review::bare_reference(asked.record).value_or(asked.record);
  if (asked.record.empty()) return review::refuse_at(Code::missing_field, "Say in which case it was made.", "/case");
  if (asked.name.empty())
    return review::refuse_at(Code::missing_field, "Say which recommendation you mean.", "/recommendation");
  return asked;
}

json::array later_json(const std::vector<review::LaterFinding>& later, WordsAtHand& words) {
  json::array out;
  for (const auto& one : later) {
    auto finding = placed_finding_json(one.found, words);
    if (one.done) {
      finding["done"] = *one.done == review::Beside::before  ? "BEFORE"
                        : *one.done == review::Beside::after ? "AFTER"
                                                             : "UNCLEAR";
    }
    out.push_back(std::move(finding));
  }
  return out;
}

Response recommendation_answer(Call& call, const std::vector<review::LearnedRecord>& learned) {
  const auto asked = recommendation_asked(call);
  if (!asked) return refused(call, asked.error());
  const auto evidence = review::recommendation_evidence(learned, *asked);
  if (!evidence) return refused(call, {Code::not_found, "There is no such recommendation that you may see."});
  WordsAtHand words(call);
  json::array themes;
  for (const auto& theme : evidence->themes) themes.push_back(json::value(json::string(theme)));
  json::array findings;
  for (const auto& one : evidence->follows_from) findings.push_back(json::value(json::string(one.name)));
  json::object out{{"case", asked->record},
                   {"recommendation", asked->name},
                   {"madeOn", evidence->made.made_on()},
                   {"entry", evidence->made.entry()},
                   {"themes", std::move(themes)},
                   {"findings", std::move(findings)},
                   {"actions", actions_evidence_json(evidence->actions, words)},
                   {"bearings", bearings_json(evidence->bearings, words)},
                   {"later", later_json(evidence->later, words)},
                   {"questions", questions_json(evidence->questions, words)}};
  if (const auto* entry = words.find(asked->record, evidence->made.entry()))
    out["text"] = entry->recommendation_made().text();
  note_bearings(call, evidence->bearings);
  words.note();
  return json_answer(200, out);
}

Response get_recommendation(Call& call) {
  if (const auto may = may_see_evidence(call); !may) return refused(call, may.error());
  if (const auto asked = recommendation_asked(call); !asked) return refused(call, asked.error());
  return learned_in_parts(call, recommendation_answer);
}

}  // namespace

Result<void> may_see_evidence(const Call& call) {
  if (review::reads_incidents(call.reader.role)) return {};
  return review::refuse(Code::not_permitted, "Your role does not see what was learned over all cases.");
}

std::vector<Endpoint> recommendation_evidence_endpoints() {
  return {{"GET",
           "/v1/recommendations/evidence",
           "getRecommendationEvidence",
           "What is on record on whether practice is different since a recommendation was made",
           {Right::read_cases},
           Use::read,
           {"case", "recommendation"},
           "",
           "RecommendationEvidence",
           200,
           get_recommendation}};
}

}  // namespace reviewd
