#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include "libreview/access/disclose.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/file_answer.hpp"
#include "reviewd/web/frame/form_body.hpp"
#include "reviewd/web/frame/page.hpp"
#include "reviewd/web/frame/register_of.hpp"
#include "reviewd/web/frame/render.hpp"
#include "reviewd/web/home/cases_view.hpp"
#include "reviewd/web/words/circulations.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

/// `?filter=…&orderBy=…` of the API.
std::string api_query(const PageCall& call, const CaseQuery& query) {
  const auto today = call.moment.today;
  const auto calendar = ask(call, {"GET", "/v1/calendars/england-and-wales"});
  const auto soon = working_day_after(today, soon_working_days, calendar.json);
  std::string text;
  const auto add = [&](std::string_view name, const std::string& value) {
    if (!value.empty())
      text += std::string(text.empty() ? "?" : "&") + std::string(name) + "=" + percent_encoded(value);
  };
  add("filter", api_filter(query, today, soon));
  add("orderBy", api_order(query));
  add("pageToken", query.page);
  return text;
}

/// What the address says. What is no parameter of the list is passed over.
CasesFacts facts_of(const NameValues& parameters) {
  CasesFacts facts;
  facts.query = read_case_query(parameters, facts.violations);
  facts.typed_from = value_of(parameters, "from");
  facts.typed_until = value_of(parameters, "until");
  return facts;
}

/// A saved list may ask for what there was once: nothing is listed then, and the page says why. False where it does
/// not.
bool put_choices_that_are_gone(CasesFacts& facts) {
  const auto before = facts.violations.size();
  const auto is_gone = [&](std::string_view list, const std::string& chosen) {
    return !chosen.empty() && std::ranges::none_of(list_in(facts.choices, list), [&](const json::value& one) {
      return one.as_string() == json::string(chosen);
    });
  };
  if (is_gone("localAuthorities", facts.query.authority))
    facts.violations.push_back({"/authority", "Choose a local authority from the list"});
  if (is_gone("agencies", facts.query.agency))
    facts.violations.push_back({"/agency", "Choose an agency from the list"});
  return facts.violations.size() > before;
}

Response show(PageCall& call, CasesFacts facts) {
  auto address = "/v1/cases" + api_query(call, facts.query);
  address += (address.find('?') == std::string::npos ? "?" : "&") + std::string("pageSize=25");
  auto answer = ask(call, {"GET", address});
  facts.choices = ask(call, {"GET", "/v1/cases:choices"}).json;
  if (!answer.good() && !put_choices_that_are_gone(facts)) return refused_page(call, answer.status, answer.json);
  if (answer.good()) facts.cases = std::move(answer.json);
  facts.narrows = review::reads_incidents(call.visitor.reader.role);
  facts.known = register_of(call);
  facts.saved = ask(call, {"GET", "/v1/savedViews"}).json;
  const auto view = cases_view(facts);
  return render(call, view.at("hasErrors").as_bool() ? 400 : 200, "cases", view);
}

Response cases_page(PageCall& call) { return show(call, facts_of(call.request.parameters)); }

Response cases_file(PageCall& call) {
  auto facts = facts_of(call.request.parameters);
  facts.query.page.clear();
  return file_answer(call, "/v1/cases:csv" + api_query(call, facts.query));
}

Response dates_file(PageCall& call) { return file_answer(call, "/v1/cases/-/clocks:csv?orderBy=dueOn"); }

Response save_view(PageCall& call) {
  const auto form = form_values(call.request.body).value_or(NameValues());
  const auto query = value_of(form, "query");
  const auto wish = json::serialize(json::object{{"name", value_of(form, "name")}, {"query", query}});
  const auto saved = ask(call, {"POST", "/v1/savedViews", wish});
  if (saved.good()) return see_other(query.empty() ? "/cases" : "/cases?" + text_in(saved.json, "query"));
  const auto parameters = query_parameters(query);
  if (saved.status != 400 || !parameters) return refused_page(call, saved.status, saved.json);
  auto facts = facts_of(*parameters);
  const auto& violations = list_in(saved.json, "violations");
  facts.save_fault = violations.empty() ? text_in(saved.json, "detail") : text_in(violations[0], "message");
  return show(call, std::move(facts));
}

Response delete_view(PageCall& call) {
  const auto gone = ask(call, {"POST", "/v1/savedViews/" + percent_encoded(call.path("view")) + ":delete"});
  return gone.good() ? see_other("/cases") : refused_page(call, gone.status, gone.json);
}

}  // namespace

std::vector<Page> cases_pages() {
  return {{"GET", "/cases", "casesPage", Use::read, cases_page},
          {"GET", "/cases.csv", "casesFile", Use::read, cases_file},
          {"GET", "/dates.csv", "datesFile", Use::read, dates_file},
          {"POST", "/views", "saveView", Use::write, save_view},
          {"POST", "/views/{view}/delete", "deleteView", Use::write, delete_view}};
}

}  // namespace reviewd
