#include <boost/json/serialize.hpp>

#include "libreview/access/entry_access.hpp"
#include "libreview/chronology/chronology_table.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/web/case/chronology_table_view.hpp"
#include "reviewd/web/form/mapping_form.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/form_body.hpp"
#include "reviewd/web/frame/page.hpp"
#include "reviewd/web/frame/plain_refusals.hpp"
#include "reviewd/web/frame/register_of.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

std::string api(const PageCall& call) { return "/v1/chronologyTables/" + percent_encoded(call.path("table")); }

Response table_page(const PageCall& call, int status, const json::value& problem) {
  const auto table = ask(call, {"GET", api(call)});
  if (!table.good()) return refused_page(call, table.status, table.json);
  auto page = chronology_table_page(table.json, register_of(call));
  if (problem.is_object()) {
    page.faults.summary = json::array{json::object{{"href", "#main-content"}, {"text", text_in(problem, "detail")}}};
  }
  return sections_page(call, page, status);
}

Response show_table(PageCall& call) { return table_page(call, 200, {}); }

Response take_mapping(PageCall& call, const NameValues& typed) {
  const auto table = ask(call, {"GET", api(call)});
  if (!table.good()) return refused_page(call, table.status, table.json);
  const auto chosen = chosen_mapping(table.json, typed, review::chronology_sheets);
  if (!chosen) return refused_page(call, 404, {});
  const json::object body{{"mapping", review::write_mapping(*chosen)}};
  const auto set = ask(call, {"PUT", api(call) + "/mapping", json::serialize(body)});
  if (set.good()) return see_other("/chronology-tables/" + percent_encoded(call.path("table")));
  return set.status == 400 ? table_page(call, 400, set.json) : refused_page(call, set.status, set.json);
}

Response take_table(PageCall& call) {
  const auto typed = form_values(call.request.body).value_or(NameValues());
  if (value_of(typed, "do") != "record") return take_mapping(call, typed);
  const auto done = ask(call, {"POST", api(call) + ":record"});
  if (done.good()) return see_other("/cases/" + percent_encoded(text_in(done.json, "case")) + "/chronology");
  return done.status == 409 ? table_page(call, 409, done.json) : refused_page(call, done.status, done.json);
}

}  // namespace

std::vector<Page> chronology_table_pages() {
  return {{"GET", "/chronology-tables/{table}", "chronologyTablePage", Use::read, show_table},
          {"POST", "/chronology-tables/{table}", "takeChronologyTablePage", Use::write, take_table}};
}

}  // namespace reviewd
