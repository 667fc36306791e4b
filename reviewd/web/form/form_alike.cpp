#include "reviewd/web/form/form_alike.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "libreview/calendar/partial_date.hpp"
#include "libreview/vocabulary/kinds.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/form_fields.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

constexpr int days_apart = 42;
constexpr std::size_t most_shown = 10;

std::string incident_day(const json::value& entry) {
  const auto* kind = kind_in(entry);
  return kind == nullptr ? std::string() : text_in(object_in(entry, kind->json), "incidentOn");
}

/// The first day that a case like it may have been opened on.
std::string opened_from(const PageCall& call, const std::string& incident) {
  const auto day = review::PartialDate::parse(incident);
  const auto today = call.moment.today;
  const auto from = day && day->earliest() < today ? day->earliest() : today;
  return from.plus_days(-days_apart).iso();
}

std::string first_incident(const PageCall& call, const std::string& case_id) {
  const auto page = ask(call, {"GET", "/v1/cases/" + percent_encoded(case_id) + "/entries?pageSize=1"});
  const auto& entries = list_in(page.json, "entries");
  return entries.empty() ? std::string() : incident_day(entries.front());
}

std::string children_words(const json::value& of_case) {
  std::string words;
  for (const auto& child : list_in(of_case, "children")) {
    const auto name = text_in(child, "pseudonym");
    words += (words.empty() ? "" : ", ") + (name.empty() ? text_in(child, "child") : name);
  }
  return words;
}

}  // namespace

json::array cases_alike(const PageCall& call, const json::object& entry, const json::value& case_after) {
  const auto authority = text_in(case_after, "localAuthority");
  if (authority.empty()) return {};
  const auto incident = incident_day(entry);
  const auto filter = fmt::format(R"(localAuthority="{}" AND openedOn>="{}")", authority, opened_from(call, incident));
  const auto found =
      ask(call, {"GET", "/v1/cases?pageSize=50&orderBy=openedOn%20desc&filter=" + percent_encoded(filter)});
  json::array same;
  json::array near;
  for (const auto& one : list_in(found.json, "cases")) {
    if (same.size() + near.size() == most_shown) break;
    const auto id = text_in(one, "case");
    const auto theirs = first_incident(call, id);
    const bool is_same = !incident.empty() && theirs == incident;
    const auto why = is_same          ? "The incident was on the same day, " + day_words(incident)
                     : theirs.empty() ? "Opened on " + day_words(text_in(one, "openedOn"))
                                      : "The incident was on " + day_words(theirs);
    const auto children = children_words(one);
    (is_same ? same : near)
        .push_back(json::object{{"href", "/cases/" + percent_encoded(id)},
                                {"name", children.empty() ? "Case " + id : fmt::format("Case {}: {}", id, children)},
                                {"why", why}});
  }
  same.insert(same.end(), near.begin(), near.end());
  return same;
}

}  // namespace reviewd
