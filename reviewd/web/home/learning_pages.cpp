#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <optional>

#include "libreview/access/disclose.hpp"
#include "reviewd/api/case_query.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/file_answer.hpp"
#include "reviewd/web/frame/page.hpp"
#include "reviewd/web/frame/places.hpp"
#include "reviewd/web/frame/register_of.hpp"
#include "reviewd/web/home/learning_view.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

LearningQuery query_of(const PageCall& call) {
  const auto said = [&](const char* name) { return call.request.parameter(name).value_or(""); };
  return {said("theme"), said("source"), said("from"), said("until"), said("page")};
}

/// The filter of the API. A day that is none is not in it.
std::string filter_of(const LearningQuery& query) {
  std::string filter;
  const auto add = [&](std::string_view name, std::string_view op, const std::string& value) {
    // A quotation mark would end the value: there is none in any theme or source.
    if (!value.empty() && value.find('"') == std::string::npos)
      filter += fmt::format("{}{}{}\"{}\"", filter.empty() ? "" : " AND ", name, op, value);
  };
  add("theme", "=", query.theme);
  add("source", "=", query.source);
  if (const auto day = day_as_typed(query.from)) add("foundOn", ">=", day->iso());
  if (const auto day = day_as_typed(query.until)) add("foundOn", "<=", day->iso());
  return filter;
}

std::string fault_of(const std::string& day) {
  return day.empty() || day_as_typed(day) ? std::string() : "Enter a day, for example 17/3/2026";
}

/// Where the visitor goes on from what was found: the other places of learning.
void put_places(const PageCall& call, View& view) {
  boost::json::array places;
  for (const auto& place : places_of(call)) {
    if (place.group != PlaceGroup::learning || place.from == Place::From::menu) continue;
    places.push_back(boost::json::object{{"words", place.words}, {"address", place.address}, {"about", place.about}});
  }
  view["hasPlaces"] = !places.empty();
  view["places"] = std::move(places);
}

Response show(PageCall& call) {
  if (!review::reads_incidents(call.visitor.reader.role)) return refused_page(call, 403, {});
  LearningFacts facts{.query = query_of(call), .law = ask(call, {"GET", "/v1/law"}).json};
  facts.from_fault = fault_of(facts.query.from);
  facts.until_fault = fault_of(facts.query.until);
  facts.known = register_of(call);
  const bool wrong = !facts.from_fault.empty() || !facts.until_fault.empty();
  if (!wrong) {
    auto target = std::string("/v1/findings?pageSize=200");
    if (const auto filter = filter_of(facts.query); !filter.empty()) target += "&filter=" + percent_encoded(filter);
    if (!facts.query.page.empty()) target += "&pageToken=" + percent_encoded(facts.query.page);
    auto answer = ask(call, {"GET", target});
    if (!answer.good()) return refused_page(call, answer.status, answer.json);
    facts.findings = std::move(answer.json);
  }
  auto view = learning_view(facts);
  put_places(call, view);
  return render(call, wrong ? 400 : 200, "learning", std::move(view));
}

Response as_csv(PageCall& call) {
  if (!review::reads_incidents(call.visitor.reader.role)) return refused_page(call, 403, {});
  const auto filter = filter_of(query_of(call));
  return file_answer(call, "/v1/findings:csv" + (filter.empty() ? "" : "?filter=" + percent_encoded(filter)));
}

}  // namespace

std::vector<Page> learning_pages() {
  return {{"GET", "/learning", "learningPage", Use::read, show},
          {"GET", "/learning/csv", "learningCsv", Use::read, as_csv}};
}

}  // namespace reviewd
