#include "reviewd/web/incident/incident_section.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json/serialize.hpp>
#include <charconv>

#include "reviewd/web/form/form_rows.hpp"
#include "reviewd/web/frame/form_body.hpp"
#include "reviewd/web/frame/plain_refusals.hpp"
#include "reviewd/web/frame/render.hpp"
#include "reviewd/web/incident/incident_draft.hpp"
#include "reviewd/web/incident/incident_sections.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

constexpr std::size_t most_inputs = 2000;

/// Which page of which draft the address names.
struct Place {
  IncidentDraft incident;
  const IncidentSection* section = nullptr;
  int child = -1;       ///< below 0 for a page about the incident
  bool is_new = false;  ///< the child is not in the draft yet

  [[nodiscard]] FormPart part() const { return part_of(*section, child); }
  [[nodiscard]] std::string address(const IncidentSection& of) const {
    return child < 0 ? fmt::format("{}/{}", incident.address(), of.name)
                     : fmt::format("{}/children/{}/{}", incident.address(), child + 1, of.name);
  }
};

int number_of(const std::string& text) {
  int number = 0;
  const auto [stopped, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && stopped == text.data() + text.size() ? number : 0;
}

/// `instead` is set where there is no such page.
Place place_of(const PageCall& call) {
  Place place{incident_called(call), nullptr, -1};
  if (place.incident.instead) return place;
  const bool of_child = !call.path("child").empty();
  place.section = find_section(of_child ? child_sections() : incident_sections(), call.path("section"));
  if (of_child) place.child = number_of(call.path("child")) - 1;
  const int count = place.incident.draft.typed.count(children_path);
  // One more than there are is a new child, whose first page is the one with its pseudonym.
  place.is_new =
      of_child && place.child == count && place.section == &child_sections().front() && count < Typed::most_items;
  const bool is_there = !of_child || (place.child >= 0 && place.child < count) || place.is_new;
  if (place.section == nullptr || !is_there) place.incident.instead = no_such_page(call);
  return place;
}

bool is_below(const std::string& path, const std::vector<std::string>& paths) {
  return std::any_of(paths.begin(), paths.end(),
                     [&](const auto& one) { return path == one || path.starts_with(one + "."); });
}

Response shown_section(const PageCall& call, const Place& place, int status, const std::vector<FormError>& errors) {
  const auto& typed = place.incident.draft.typed;
  const auto offers = offers_of(call, typed);
  const std::vector<std::string> none;
  auto made = part_rows({*review::find_kind(place.section->kind), typed, offers, errors, none, call.visitor.reader}, place.part());
  const auto title = place.child < 0 ? std::string(place.section->title)
                                     : fmt::format("{}: {}", child_name(typed, place.child), place.section->title);
  const bool wrong = !made.summary.empty();
  const bool removable = place.child >= 0 && !place.is_new;
  View view{{"title", title},
            {"pageHeading", title},
            {"caption", "Log an incident"},
            {"back", place.incident.address()},
            {"action", place.address(*place.section)},
            {"says", place.section->says},
            {"contentNote", place.section->describes_harm},
            {"removes", removable ? fmt::format("{}/children/{}/remove", place.incident.address(), place.child + 1)
                                  : std::string()},
            {"rows", std::move(made.rows)},
            {"errors", std::move(made.summary)},
            {"hasErrors", wrong},
            {"cites", json::array()}};
  return render(call, status, "incident_section", std::move(view));
}

/// Puts the answers of the page into the draft; false where what came is no form of ours.
bool take_answers(const PageCall& call, Place& place, NameValues& values) {
  auto sent = form_values(call.request.body);
  if (!sent || sent->size() > most_inputs) return false;
  values = std::move(*sent);
  const Typed typed(values);
  for (const auto& path : paths_of(place.part())) place.incident.draft.typed.replace(path, typed);
  return true;
}

std::vector<FormError> errors_here(const PageCall& call, const Place& place) {
  const auto paths = paths_of(place.part());
  const auto& typed = place.incident.draft.typed;
  std::vector<FormError> here;
  auto whole = typed;
  whole.drop_empty_items();
  for (auto& error : weigh_incident(call, whole).errors) {
    if (is_below(error.path, paths)) here.push_back(std::move(error));
  }
  const auto pseudonym = below(children_path, place.child) + ".pseudonym";
  if (place.child >= 0 && is_below(pseudonym, paths) && typed.is_blank(pseudonym)) {
    here.push_back({pseudonym, "Give a pseudonym: what every page will call the child."});
  }
  return here;
}

/// The next page of the same task; the task list after the last.
std::string next_address(const Place& place) {
  const auto& sections = place.child < 0 ? incident_sections() : child_sections();
  const auto* next = place.section + 1;
  const bool is_last = next == sections.data() + sections.size() || next->task != place.section->task;
  return is_last ? place.incident.address() : place.address(*next);
}

/// `family.1` of a list is its second item.
void change_list(Typed& typed, const std::string& add, const std::string& remove) {
  if (!add.empty()) typed.add_item(add);
  const auto dot = remove.rfind('.');
  if (dot != std::string::npos) typed.remove_item(remove.substr(0, dot), number_of(remove.substr(dot + 1)));
}

/// The script keeps the answers while somebody types: it wants the name of the draft alone.
Response kept_quietly(int status, const std::string& id) {
  return {status, "application/json", json::serialize(json::object{{"draft", id}})};
}

}  // namespace

Response show_section(PageCall& call) {
  auto place = place_of(call);
  if (place.incident.instead) return std::move(*place.incident.instead);
  auto& typed = place.incident.draft.typed;
  if (place.is_new) typed.put(below(children_path, place.child) + ".pseudonym", proposed_pseudonym(typed));
  return shown_section(call, place, 200, {});
}

Response save_section(PageCall& call) {
  auto place = place_of(call);
  if (place.incident.instead) return std::move(*place.incident.instead);
  NameValues values;
  const auto before = place.incident.draft.typed;
  if (!take_answers(call, place, values)) return no_such_page(call);
  auto& draft = place.incident.draft;
  const auto add = value_of(values, "add");
  const auto remove = value_of(values, "remove");
  const auto paths = paths_of(place.part());
  if ((!add.empty() && is_below(add, paths)) || (!remove.empty() && is_below(remove, paths))) {
    change_list(draft.typed, add, remove);
    return shown_section(call, place, 200, {});
  }
  const auto wanted = value_of(values, "do");
  // A child of whom nothing is left is dropped when the page is left: until then it keeps its place.
  const bool is_empty_child = place.child >= 0 && draft.typed.is_blank(below(children_path, place.child));
  if (is_empty_child && wanted != "later") {
    return wanted == "quietly" ? kept_quietly(200, draft.id)
                               : shown_section(call, place, 400, errors_here(call, place));
  }
  share_with_only_child(draft.typed, before);
  draft.typed.drop_empty_items();
  const auto kept = save_draft(call, draft);
  if (wanted == "quietly") return kept_quietly(kept.good() ? 200 : kept.status, draft.id);
  if (!kept.good()) return refused_page(call, kept.status, kept.json);
  if (wanted == "later") return see_other(place.incident.address() + "?saved=yes");
  if (const auto errors = errors_here(call, place); !errors.empty()) return shown_section(call, place, 400, errors);
  return see_other(next_address(place));
}

std::string keep_section(PageCall& call) {
  auto place = place_of(call);
  NameValues values;
  if (place.incident.instead || !take_answers(call, place, values)) return {};
  place.incident.draft.typed.drop_empty_items();
  const bool is_child = place.child >= 0 && place.child >= place.incident.draft.typed.count(children_path);
  if (!save_draft(call, place.incident.draft).good()) return {};
  return is_child ? place.incident.address() : place.address(*place.section);
}

Response show_remove_child(PageCall& call) {
  auto incident = incident_called(call);
  if (incident.instead) return std::move(*incident.instead);
  const int child = number_of(call.path("child")) - 1;
  if (child < 0 || child >= incident.draft.typed.count(children_path)) return no_such_page(call);
  const auto title = fmt::format("Remove {} from this incident?", child_name(incident.draft.typed, child));
  return render(call, 200, "incident_sure",
                View{{"title", title},
                     {"says", "What you typed about this child is deleted."},
                     {"action", call.request.path},
                     {"button", "Remove the child"},
                     {"back", incident.address()}});
}

Response take_child_away(PageCall& call) {
  auto incident = incident_called(call);
  if (incident.instead) return std::move(*incident.instead);
  remove_child(incident.draft.typed, number_of(call.path("child")) - 1);
  const auto kept = save_draft(call, incident.draft);
  return kept.good() ? see_other(incident.address()) : refused_page(call, kept.status, kept.json);
}

}  // namespace reviewd
