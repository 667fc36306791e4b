#include "reviewd/web/frame/render.hpp"

#include <array>
#include <stdexcept>

#include "reviewd/base/now.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/asset.hpp"
#include "reviewd/web/frame/menu.hpp"
#include "reviewd/web/words/day_words.hpp"

namespace reviewd {
namespace {

/// Whether the partnership wants a note before injuries or a death are described.
bool has_content_notes(const PageCall& call) {
  const auto partnership = ask(call, {"GET", "/v1/partnership"});
  const auto* wanted = partnership.json.as_object().if_contains("contentNotes");
  return wanted != nullptr && wanted->is_bool() && wanted->get_bool();
}

/// Who has a list of reminders: see `listAlerts`.
bool sees_reminders(const review::Reader& reader) {
  return reader.may(review::Right::read_cases) || reader.may(review::Right::manage_settings) ||
         reader.may(review::Right::manage_store);
}

/// What the layout shows besides the body. The rest of the view stays out: a page is converted once.
constexpr std::array<std::string_view, 10> of_layout{"remindersStopped", "setsDay",   "title",  "hasErrors",
                                                     "practice",         "today",     "person", "formToken",
                                                     "signedIn",         "navigation"};

Response page(int status, std::string_view name, const View& view) {
  const auto* title = view.if_contains("title");
  if (title == nullptr || !title->is_string() || title->get_string().empty())
    throw std::logic_error("a page without a title: " + std::string(name));
  View around{{"css", asset_address("review.css")},
              {"script", asset_address("review.js")},
              {"icon", asset_address("icon.svg")},
              {"body", filled(name, view)}};
  for (const auto key : of_layout) {
    if (const auto* value = view.if_contains(key)) around[key] = *value;
  }
  return {status, "text/html; charset=utf-8", filled("layout", around)};
}

}  // namespace

View framed(const PageCall& call, View view) {
  view["formToken"] = call.visitor.form_token;
  view["person"] = call.visitor.person;
  view["signedIn"] = true;
  view["navigation"] = menu(call);
  view["practice"] = call.storage.store().practice();
  view["remindersStopped"] =
      sees_reminders(call.visitor.reader) && call.storage.heartbeat()->has_stopped(reviewd::now(std::nullopt).now);
  view["setsDay"] = call.visitor.reader.may(review::Right::set_practice_day);
  view["today"] = day_words(call.moment.today.iso());
  if (const auto* note = view.if_contains("contentNote"); note != nullptr && note->is_bool() && note->get_bool()) {
    view["contentNote"] = has_content_notes(call);
  }
  return view;
}

Response render_framed(int status, std::string_view name, const View& view) { return page(status, name, view); }

Response render(const PageCall& call, int status, std::string_view name, View view) {
  return page(status, name, framed(call, std::move(view)));
}

Response render_open(int status, std::string_view name, View view, bool practice) {
  view["practice"] = practice;
  return page(status, name, view);
}

Response see_other(std::string address) {
  Response response{303, "", ""};
  response.headers.emplace_back("Location", std::move(address));
  return response;
}

}  // namespace reviewd
