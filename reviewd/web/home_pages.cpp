#include "reviewd/web/ask.hpp"
#include "reviewd/web/drafts.hpp"
#include "reviewd/web/home_meetings.hpp"
#include "reviewd/web/home_view.hpp"
#include "reviewd/web/page.hpp"
#include "reviewd/web/render.hpp"

namespace reviewd {
namespace {

Response home_page(PageCall& call) {
  if (!call.visitor.reader.may(review::Right::read_cases)) {
    return render(call, 200, "home", View{{"title", "Home"}, {"noCases", true}});
  }
  const auto work = ask(call, {"GET", "/v1/worklist"});
  if (!work.good()) return refused_page(call, work.status, work.json);
  const auto saved = ask(call, {"GET", "/v1/savedViews"});
  auto view = home_view(work.json, saved.json);
  put_drafts(view, call, "");
  put_home_meetings(call, view);
  return render(call, 200, "home", std::move(view));
}

}  // namespace

std::vector<Page> home_pages() { return {{"GET", "/", "homePage", Use::read, home_page}}; }

}  // namespace reviewd
