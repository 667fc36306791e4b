#include "reviewd/web/action/action_query.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json/array.hpp>

#include "libreview/law/watched_by_nobody.hpp"
#include "libreview/record/bodies.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

using Choices = std::vector<std::pair<std::string, std::string>>;

Choices choices_of(const char* all, const char* type, std::initializer_list<const char*> values) {
  Choices choices{{"", all}};
  for (const auto* value : values) choices.emplace_back(value, choice_words(type, value));
  return choices;
}

Choices owner_choices(const PageCall& call) {
  Choices choices{{"", "Every owner"}};
  const auto agencies = ask(call, {"GET", "/v1/agencies"});
  for (const auto& one : list_in(agencies.json, "agencies")) {
    const auto body = text_in(one, "body");
    choices.emplace_back(body.empty() ? text_in(one, "agency") : body, text_in(one, "name"));
  }
  for (const auto* body : {"LOCAL_AUTHORITY", "INTEGRATED_CARE_BOARD", "POLICE", "SAFEGUARDING_PARTNERS"}) {
    const bool there = std::ranges::any_of(choices, [&](const auto& one) { return one.first == body; });
    if (!there) choices.emplace_back(body, agency_words(body));
  }
  return choices;
}

/// What the address says, where it is one of the choices.
std::string chosen(const PageCall& call, const Narrowing& narrowing) {
  const auto value = call.request.parameter(narrowing.name).value_or("");
  const bool known = std::ranges::any_of(narrowing.choices, [&](const auto& one) { return one.first == value; });
  return known ? value : std::string();
}

}  // namespace

Choices group_choices(const PageCall& call) {
  Choices choices{{"", "Every group"}};
  const auto law = ask(call, {"GET", "/v1/law"});
  for (const auto& one : list_in(law.json.at("partnership"), "groups")) {
    choices.emplace_back(text_in(one, "group"), text_in(one, "title"));
  }
  return choices;
}

std::vector<Narrowing> action_narrowings(const PageCall& call) {
  auto stands = choices_of("However it stands", "Progress", {"RED", "AMBER", "GREEN", "COMPLETE"});
  stands.insert(stands.begin() + 1, {std::string(open_actions), "Open"});
  auto groups = group_choices(call);
  groups.emplace_back(std::string(review::watched_by_nobody), "Nobody");
  return {{"owner", "owner", "Owner", owner_choices(call)},
          {"progress", "progress", "How it stands", std::move(stands)},
          {"reached", "reached", "How far it has reached",
           choices_of("However far", "Reached", {"SAID", "DONE", "CHECKED", "CHANGED", "NOT_KNOWN"})},
          {"overdue", "overdue", "Due date", {{"", "Any"}, {"true", "Overdue"}, {"false", "Not overdue"}}},
          {"kind", "kind", "Kind", choices_of("Every kind", "ActionKind", {"SINGLE_AGENCY", "MULTI_AGENCY"})},
          {"group", "monitoredBy", "Watched over by", std::move(groups)}};
}

std::vector<Narrowing> recommendation_narrowings(const PageCall& call) {
  auto to = owner_choices(call);
  to.front().second = "Everybody";
  for (const auto body : review::national_bodies) to.emplace_back(body, agency_words(std::string(body)));
  return {{"to", "to", "To", std::move(to)},
          {"state", "state", "How it stands",
           choices_of("However it stands", "RecommendationState", {"AWAITED", "ACCEPTED", "MODIFIED", "REJECTED"})},
          {"kind", "kind", "Kind",
           choices_of("Every kind", "RecommendationKind", {"SINGLE_AGENCY", "MULTI_AGENCY", "NATIONAL"})}};
}

std::string api_filter(const PageCall& call, const std::vector<Narrowing>& narrowings) {
  std::string filter;
  for (const auto& one : narrowings) {
    const auto value = chosen(call, one);
    if (value.empty()) continue;
    filter += filter.empty() ? "" : " AND ";
    filter +=
        value == open_actions ? fmt::format("{}!=\"COMPLETE\"", one.field) : fmt::format("{}=\"{}\"", one.field, value);
  }
  return filter.empty() ? filter : "?filter=" + percent_encoded(filter);
}

std::string page_query(const PageCall& call, const std::vector<Narrowing>& narrowings) {
  std::string query;
  for (const auto& one : narrowings) {
    const auto value = chosen(call, one);
    if (!value.empty()) query += (query.empty() ? "?" : "&") + one.name + "=" + percent_encoded(value);
  }
  return query;
}

PlainForm narrowing_form(const PageCall& call, const std::string& address, const std::vector<Narrowing>& narrowings) {
  PlainForm form{.action = address, .buttons = {{"", "Show these", true}}, .asks = true};
  for (const auto& one : narrowings) {
    form.questions.push_back({one.name, one.label, "", Question::Sort::choice, chosen(call, one), one.choices});
  }
  return form;
}

}  // namespace reviewd
