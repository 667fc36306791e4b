#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/page.hpp"
#include "reviewd/web/frame/register_of.hpp"
#include "reviewd/web/frame/render.hpp"
#include "reviewd/web/home/overview_view.hpp"

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
