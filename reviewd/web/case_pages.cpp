#include <charconv>

#include "reviewd/http/percent.hpp"
#include "reviewd/web/ask.hpp"
#include "reviewd/web/case_view.hpp"
#include "reviewd/web/case_views.hpp"
#include "reviewd/web/clock_view.hpp"
#include "reviewd/web/entry_view.hpp"
#include "reviewd/web/form_fields.hpp"
#include "reviewd/web/form_words.hpp"
#include "reviewd/web/page.hpp"
#include "reviewd/web/render.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

std::string api_address(const PageCall& call) { return "/v1/cases/" + percent_encoded(call.path("case")); }

/// Somebody who sees the case by broken glass alone may record nothing in it, whatever the role.
bool may_record(const PageCall& call, const json::value& of_case) {
  return call.visitor.reader.may(review::Right::record) && !list_in(of_case, "nextEntries").empty();
}

/// The whole record, oldest first: the updates are shown from the newest on, so all of it is wanted.
ApiAnswer all_entries(const PageCall& call, json::array& entries) {
  const auto address = api_address(call) + "/entries?pageSize=200";
  auto answer = ask(call, {"GET", address});
  while (answer.good()) {
    auto& page = answer.json.as_object().at("entries").as_array();
    if (entries.empty()) {
      entries = std::move(page);
    } else {
      for (auto& entry : page) entries.push_back(std::move(entry));
    }
    const auto next = text_in(answer.json, "nextPageToken");
    if (next.empty()) break;
    answer = ask(call, {"GET", address + "&pageToken=" + percent_encoded(next)});
  }
  return answer;
}

/// The number of the page in the address; 1 for none, and for what is no number.
std::size_t page_number(const Request& request) {
  const auto text = request.parameter("page").value_or("1");
  std::size_t number = 1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? number : 1;
}

Response case_page(PageCall& call) {
  const auto found = ask(call, {"GET", api_address(call)});
  if (!found.good()) return refused_page(call, found.status, found.json);
  json::array entries;
  const auto listed = all_entries(call, entries);
  if (!listed.good()) return refused_page(call, listed.status, listed.json);
  const bool records = may_record(call, found.json);
  auto view = case_view(found.json, entries, page_number(call.request), records);
  put_agency_views(view, entries, records);
  return render(call, 200, "case", std::move(view));
}

Response clock_page(PageCall& call) {
  const auto clock = ask(call, {"GET", api_address(call) + "/clocks/" + percent_encoded(call.path("clock"))});
  if (!clock.good()) return refused_page(call, clock.status, clock.json);
  const auto found = ask(call, {"GET", api_address(call)});
  if (!found.good()) return refused_page(call, found.status, found.json);
  return render(call, 200, "clock", clock_view(clock.json, found.json));
}

Response entry_page(PageCall& call) {
  const auto entry = ask(call, {"GET", api_address(call) + "/entries/" + percent_encoded(call.path("entry"))});
  if (!entry.good()) return refused_page(call, entry.status, entry.json);
  const auto found = ask(call, {"GET", api_address(call)});
  if (!found.good()) return refused_page(call, found.status, found.json);
  Offers offers;
  offers.take_case(found.json);
  if (const auto* kind = kind_in(entry.json); kind != nullptr && kind->decision) {
    if (const auto law = ask(call, {"GET", "/v1/law"}); law.good()) offers.take_law(law.json, *kind);
  }
  return render(call, 200, "entry", entry_view(entry.json, found.json, offers, may_record(call, found.json)));
}

}  // namespace

std::vector<Page> case_pages() {
  return {{"GET", "/cases/{case}", "casePage", Use::read, case_page},
          {"GET", "/cases/{case}/clocks/{clock}", "clockPage", Use::read, clock_page},
          {"GET", "/cases/{case}/entries/{entry}", "entryPage", Use::read, entry_page}};
}

}  // namespace reviewd
