#include <boost/json/serialize.hpp>

#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/form_body.hpp"
#include "reviewd/web/frame/page.hpp"
#include "reviewd/web/frame/render.hpp"
#include "reviewd/web/home/search_view.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

constexpr int page_size = 25;

Response search_page(PageCall& call) {
  if (!call.visitor.reader.may(review::Right::read_cases)) return refused_page(call, 403, {});
  return render(call, 200, "search", search_view("", nullptr, ""));
}

/// The words come in a form that is sent, so that they stand in no address, history or log.
Response search_results(PageCall& call) {
  const auto form = form_values(call.request.body).value_or(NameValues());
  const auto words = value_of(form, "words");
  const json::object wish{{"words", words}, {"pageSize", page_size}, {"pageToken", value_of(form, "page")}};
  const auto found = ask(call, {"POST", "/v1/cases:search", json::serialize(wish)});
  if (found.good()) return render(call, 200, "search", search_view(words, found.json, ""));
  if (found.status != 400) return refused_page(call, found.status, found.json);
  return render(call, 400, "search", search_view(words, nullptr, text_in(found.json, "detail")));
}

}  // namespace

std::vector<Page> search_pages() {
  return {{"GET", "/search", "searchPage", Use::read, search_page},
          {"POST", "/search", "searchResults", Use::read, search_results}};
}

}  // namespace reviewd
