#include <boost/json/serialize.hpp>

#include "reviewd/web/form/sections.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/form_body.hpp"
#include "reviewd/web/frame/page.hpp"
#include "reviewd/web/frame/places.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::Right;

Response landing(PageCall& call) {
  PlainPage page{"Administration"};
  Section section;
  for (const auto& place : places_of(call)) {
    if (place.group != PlaceGroup::administration || place.address == call.request.path) continue;
    section.links.push_back({std::string(place.words), std::string(place.address), "", "", std::string(place.about)});
  }
  if (section.links.empty()) return refused_page(call, 403, json::object{});
  page.sections.push_back(std::move(section));
  return sections_page(call, page);
}

Response practice_page(const PageCall& call, const std::string& typed, int status, const json::value& problem) {
  const auto answer = ask(call, {"GET", "/v1/practice/today"});
  // A real store has no such page.
  if (!answer.good()) return refused_page(call, 404, answer.json);
  if (!review::may(call.visitor.role, Right::set_practice_day)) return refused_page(call, 403, json::object{});
  PlainForm form{"/practice", {}, {{"set", "Set the day"}}, {}};
  form.questions = {{"date", "Which day is it?", "For example 17 3 2026", Question::Sort::day,
                     typed.empty() ? text_in(answer.json, "date") : typed}};
  PlainPage page{"The day of this practice store", "", "/administration"};
  if (problem.is_object()) page.faults = faults_of(problem, form.questions);
  page.sections.push_back(
      {.paragraphs = {"Everything here is invented. You can set the day that counts as today, to see "
                      "what is due then. Everybody who uses this store sees that day."},
       .form = std::move(form)});
  return sections_page(call, page, status);
}

Response show_practice(PageCall& call) { return practice_page(call, "", 200, {}); }

Response set_practice(PageCall& call) {
  const auto typed = day_typed(form_values(call.request.body).value_or(NameValues()), "date");
  const auto answer = ask(call, {"PUT", "/v1/practice/today", json::serialize(json::object{{"date", typed}})});
  if (answer.good()) return see_other("/practice");
  if (answer.status == 400) return practice_page(call, typed, 400, answer.json);
  return refused_page(call, answer.status, answer.json);
}

}  // namespace

std::vector<Page> administration_pages() {
  return {{"GET", "/administration", "administrationPage", Use::read, landing},
          {"GET", "/practice", "practicePage", Use::read, show_practice},
          {"POST", "/practice", "setPracticePage", Use::alone, set_practice}};
}

}  // namespace reviewd
