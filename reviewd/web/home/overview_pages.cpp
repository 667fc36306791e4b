#include <fmt/format.h>

#include "reviewd/http/percent.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/page.hpp"
#include "reviewd/web/frame/register_of.hpp"
#include "reviewd/web/frame/render.hpp"
#include "reviewd/web/home/overview_view.hpp"

namespace reviewd {
namespace {

/// A partnership has tens of open cases: mostly there is one page. More would weigh too much for a slow line.
constexpr int cases_on_a_page = 75;

Response overview_page(PageCall& call) {
  const auto page = call.request.parameter("page").value_or("");
  auto address = fmt::format("/v1/overview?pageSize={}", cases_on_a_page);
  if (!page.empty()) address += "&pageToken=" + percent_encoded(page);
  const auto overview = ask(call, {"GET", address});
  if (!overview.good()) return refused_page(call, overview.status, overview.json);
  return render(call, 200, "overview", overview_view(overview.json, !page.empty(), register_of(call)));
}

}  // namespace

std::vector<Page> overview_pages() { return {{"GET", "/overview", "overviewPage", Use::read, overview_page}}; }

}  // namespace reviewd
