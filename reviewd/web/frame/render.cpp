#include "reviewd/web/frame/render.hpp"

#include <array>
#include <stdexcept>

#include "libreview/access/disclose.hpp"
#include "libreview/access/entry_access.hpp"
#include "reviewd/base/now.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/asset.hpp"
#include "reviewd/web/words/day_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

json::object link_of(std::string_view words, std::string_view address, bool current) {
  return {{"words", words}, {"address", address}, {"current", current}};
}

json::array navigation(const PageCall& call) {
  const auto& path = call.request.path;
  const bool logs =
      path == "/cases/log" || path.starts_with("/cases/log/") || path == "/incident" || path.starts_with("/incident/");
  const bool cases = !logs && (path == "/cases" || path.starts_with("/cases/"));
  json::array links{link_of("Home", "/", path == "/")};
  if (call.visitor.reader.may(review::Right::read_cases)) {
    links.push_back(link_of("Reminders", "/reminders", path == "/reminders"));
    links.push_back(link_of("Cases", "/cases", cases));
    links.push_back(link_of("Actions", "/actions", path == "/actions" || path.starts_with("/actions/")));
    if (review::reads_incidents(call.visitor.reader.role)) {
      const bool programmes = path == "/programmes" || path.starts_with("/programmes/");
      links.push_back(link_of("Programmes", "/programmes", programmes));
      links.push_back(link_of("Meetings", "/meetings", path == "/meetings" || path.starts_with("/meetings/")));
      links.push_back(link_of("Overview", "/overview", path == "/overview"));
      links.push_back(link_of("Learning", "/learning", path == "/learning"));
    }
    links.push_back(link_of("Search", "/search", path == "/search"));
  }
  if (review::records_kind(call.visitor.reader, "incident-logged")) {
    links.push_back(link_of("Log an incident", "/cases/log", logs));
  }
  if (call.visitor.reader.may(review::Right::review_break_glass)) {
    links.push_back(link_of("Opened in an emergency", "/governance", path == "/governance"));
  }
  if (call.visitor.reader.may(review::Right::manage_contacts)) {
    const bool here = path == "/contacts" || path.starts_with("/contacts/") || path == "/returns";
    links.push_back(link_of("Agencies", "/contacts", here));
  }
  const bool scrutiny = path == "/scrutiny" || path.starts_with("/scrutiny/");
  if (call.visitor.reader.may(review::Right::scrutinise) || call.visitor.reader.may(review::Right::decide)) {
    links.push_back(link_of("Scrutiny", "/scrutiny", scrutiny));
  }
  const bool administration = path == "/administration" || path.starts_with("/administration/");
  if (call.visitor.reader.may(review::Right::approve_settings) || call.visitor.reader.may(review::Right::erase)) {
    links.push_back(link_of("Administration", "/administration", administration));
  }
  return links;
}

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
  view["navigation"] = navigation(call);
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
