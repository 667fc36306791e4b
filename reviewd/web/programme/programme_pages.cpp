#include <boost/json/array.hpp>

#include "libreview/access/entry_access.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/web/case/case_list.hpp"
#include "reviewd/web/form/ask_by_link.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/case_address.hpp"
#include "reviewd/web/frame/file_answer.hpp"
#include "reviewd/web/frame/page.hpp"
#include "reviewd/web/frame/register_of.hpp"
#include "reviewd/web/programme/programme_view.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

Response list_page(PageCall& call) {
  std::string address = "/v1/programmes?orderBy=programme%20desc";
  if (const auto page = call.request.parameter("page")) address += "&pageToken=" + percent_encoded(*page);
  const auto answer = ask(call, {"GET", address});
  if (!answer.good()) return refused_page(call, answer.status, answer.json);
  const bool may_open = review::records_kind(call.visitor.reader, "programme-opened");
  return sections_page(call, programme_list_of(answer.json, register_of(call), may_open));
}

Response programme_page(PageCall& call) {
  const auto found = ask(call, {"GET", case_api(call)});
  if (!found.good()) return refused_page(call, found.status, found.json);
  json::array entries;
  const auto listed = case_list(call, "entries", entries);
  if (!listed.good()) return refused_page(call, listed.status, listed.json);
  const bool may_record = call.visitor.reader.may(review::Right::record) && !list_in(found.json, "nextEntries").empty();
  const auto known = register_of(call);
  return sections_page(call, programme_page_of({found.json, entries, known, may_record, may_ask_by_link(call)}));
}

Response list_file(PageCall& call) { return file_answer(call, "/v1/programmes:csv"); }

}  // namespace

std::vector<Page> programme_pages() {
  return {{"GET", "/programmes", "programmesPage", Use::read, list_page},
          {"GET", "/programmes.csv", "programmesFile", Use::read, list_file},
          {"GET", "/programmes/{programme}", "programmePage", Use::read, programme_page}};
}

}  // namespace reviewd
