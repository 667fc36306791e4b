#include "reviewd/web/home/information_pages.hpp"

#include <algorithm>
#include <array>

#include "reviewd/web/agencies/contact_facts.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/page.hpp"
#include "reviewd/web/frame/render.hpp"
#include "reviewd/web/home/help_view.hpp"
#include "reviewd/web/home/process_view.hpp"

namespace reviewd {
namespace {

/// A page that explains. It reads alike for everybody, signed in or not.
struct Information {
  std::string_view pattern;
  std::string_view name;
  std::string_view shown;  ///< the template
  bool open;               ///< for the public too
  View (*view)(Storage&, const Request&);
};

View process(Storage& storage, const Request& request) {
  auto view = process_view(ask_openly(storage, request, "/v1/law").json, storage.moment().today.iso());
  put_partnership(view, ask_openly(storage, request, "/v1/partnership").json);
  return view;
}

View help(Storage& storage, const Request& request) {
  auto view = help_view();
  put_partnership(view, ask_openly(storage, request, "/v1/partnership").json);
  return view;
}

constexpr std::array<Information, 4> table{{
    {"/process", "processPage", "process", false, process},
    {"/what-happens", "whatHappensPage", "process", true, process},
    {"/help", "helpPage", "help", true, help},
    {"/accessibility", "accessibilityPage", "accessibility", true,
     [](Storage&, const Request&) {
       return View{{"title", "Accessibility"}};
     }},
}};

const Information* information_of(const RouteMatch& match) {
  if (match.kind != RouteMatch::Kind::found) return nullptr;
  const auto* found =
      std::find_if(table.begin(), table.end(), [&](const Information& each) { return each.name == match.route->name; });
  return found == table.end() ? nullptr : found;
}

Response information_page(PageCall& call) {
  const auto& information = *information_of(call.match);
  return render(call, 200, information.shown, information.view(call.storage, call.request));
}

}  // namespace

std::optional<Response> open_information(const RouteMatch& match, const Request& request, Storage& storage) {
  const auto* information = information_of(match);
  if (information == nullptr || !information->open) return std::nullopt;
  return render_open(200, information->shown, information->view(storage, request), storage.store().practice());
}

std::vector<Page> information_pages() {
  std::vector<Page> all;
  for (const auto& each : table) {
    all.push_back({"GET", std::string(each.pattern), std::string(each.name), Use::read, information_page});
  }
  return all;
}

}  // namespace reviewd
