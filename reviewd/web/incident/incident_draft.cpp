#include "reviewd/web/incident/incident_draft.hpp"

#include <boost/json/serialize.hpp>

#include "libreview/vocabulary/kinds.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/web/form/form_entry.hpp"
#include "reviewd/web/form/take_registers.hpp"
#include "reviewd/web/frame/plain_refusals.hpp"
#include "reviewd/web/frame/render.hpp"
#include "reviewd/web/incident/incident_sections.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

/// What the service would call the child at that place.
std::string child_id(int child) { return "child-" + std::to_string(child + 1); }

}  // namespace

IncidentDraft incident_called(const PageCall& call) {
  auto draft = draft_called(call, call.path("draft"));
  if (!draft || draft->kind != "incidentLogged") {
    return {{}, no_such_page(call)};
  }
  std::optional<Response> instead;
  if (!draft->became.empty()) instead = see_other("/cases/" + percent_encoded(draft->became) + "/logged");
  return {std::move(*draft), std::move(instead)};
}

IncidentWeighed weigh_incident(const PageCall& call, const Typed& typed) {
  IncidentWeighed weighed{{}, {}, offers_of(call, typed)};
  const auto asked = [&](const char* kind) {
    return ask(call, {"POST", "/v1/cases?validateOnly=true",
                      json::serialize(entry_of(typed, *review::find_kind(kind), weighed.offers))});
  };
  weighed.answer = asked("incidentLogged");
  if (!weighed.answer.good()) weighed.errors = errors_of(weighed.answer.json);
  if (typed.is_blank("safetyConfirmed")) return weighed;
  // No case is there yet that could take it, but what cannot be read is refused before that is looked at.
  const auto safety = asked("safetyConfirmed");
  if (safety.status != 400) return weighed;
  for (auto& error : errors_of(safety.json)) weighed.errors.push_back(std::move(error));
  return weighed;
}

Offers offers_of(const PageCall& call, const Typed& typed) {
  json::array children;
  for (int i = 0; i < typed.count(children_path); ++i) {
    children.push_back(json::object{{"child", child_id(i)}, {"pseudonym", child_name(typed, i)}});
  }
  Offers offers;
  take_registers(call, offers);
  offers.take_case(json::object{{"children", std::move(children)}});
  return offers;
}

void share_with_only_child(Typed& typed, const Typed& before) {
  if (typed.count(children_path) != 1) return;
  for (const auto* field : {"harm", "abuseOrNeglect"}) {
    const auto of_child = below(below(children_path, 0), field);
    const auto of_incident = std::string("incidentLogged.") + field;
    const bool is_shared = typed.is_blank(of_child) || typed.first(of_child) == before.first(of_incident);
    if (is_shared && !typed.is_blank(of_incident)) typed.put(of_child, typed.first(of_incident));
  }
}

void remove_child(Typed& typed, int child) {
  const int before = typed.count(children_path);
  if (child < 0 || child >= before) return;
  typed.remove_item(children_path, child);
  const auto moved = [&](const std::string& name) -> std::string {
    for (int i = child; i < before; ++i) {
      if (name == child_id(i)) return i == child ? std::string() : child_id(i - 1);
    }
    return name;
  };
  for (int i = 0; i < typed.count(children_path); ++i) {
    const auto name = below(children_path, i) + ".siblingOf";
    if (typed.has(name)) typed.put(name, moved(typed.first(name)));
  }
  const std::string safe = "safetyConfirmed.children";
  const auto seen = typed.all(safe);
  typed.replace(safe, Typed());
  for (const auto& name : seen) {
    if (const auto now = moved(name); !now.empty()) typed.add(safe, now);
  }
}

}  // namespace reviewd
