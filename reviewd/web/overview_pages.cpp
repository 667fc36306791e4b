#include "reviewd/web/ask.hpp"
#include "reviewd/web/overview_view.hpp"
#include "reviewd/web/page.hpp"
#include "reviewd/web/render.hpp"

namespace reviewd {
namespace {

Response overview_page(PageCall& call) {
  const auto overview = ask(call, {"GET", "/v1/overview"});
  if (!overview.good()) return refused_page(call, overview.status, overview.json);
  return render(call, 200, "overview", overview_view(overview.json, register_of(call)));
}

}  // namespace

std::vector<Page> overview_pages() { return {{"GET", "/overview", "overviewPage", Use::read, overview_page}}; }

}  // namespace reviewd
