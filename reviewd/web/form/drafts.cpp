#include "reviewd/web/form/drafts.hpp"

#include <fmt/format.h>

#include <boost/json/serialize.hpp>

#include "libreview/vocabulary/kinds.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/web/frame/machine_day.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/practice_words.hpp"
#include "reviewd/web/words/record_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

/// What is kept beside the answers, under a name that no field has.
constexpr std::string_view takes_up_name = "takesUp";

json::object values_json(const WebDraft& draft) {
  json::object values;
  for (const auto& [name, texts] : draft.typed.values()) {
    json::array list;
    for (const auto& text : texts) list.push_back(json::string(text));
    values[name] = std::move(list);
  }
  if (!draft.takes_up.empty()) values[takes_up_name] = json::array{json::string(draft.takes_up)};
  return values;
}

Typed typed_in(const json::value& draft) {
  NameValues values;
  for (const auto& [name, texts] : object_in(draft, "values")) {
    for (const auto& text : texts.as_array()) {
      values.emplace_back(std::string(std::string_view(name)), std::string(text.as_string()));
    }
  }
  return Typed(values);
}

std::string takes_up_in(const json::value& draft) {
  const auto* kept = object_in(draft, "values").if_contains(takes_up_name);
  const auto* texts = kept == nullptr ? nullptr : kept->if_array();
  return texts == nullptr || texts->empty() ? std::string() : std::string(texts->front().as_string());
}

std::string address(const std::string& id) { return "/v1/drafts/" + percent_encoded(id); }

}  // namespace

std::optional<WebDraft> draft_called(const PageCall& call, const std::string& id) {
  if (id.empty()) return std::nullopt;
  const auto found = ask(call, {"GET", address(id)});
  if (!found.good()) return std::nullopt;
  return WebDraft{text_in(found.json, "draft"),
                  text_in(found.json, "kind"),
                  text_in(found.json, "case"),
                  machine_day_words(call, text_in(found.json, "changed")),
                  machine_day_words(call, text_in(found.json, "expires")),
                  text_in(found.json, "became"),
                  typed_in(found.json),
                  takes_up_in(found.json)};
}

ApiAnswer save_draft(const PageCall& call, const WebDraft& draft) {
  json::object body{{"values", values_json(draft)}};
  if (!draft.id.empty()) {
    auto kept = ask(call, {"POST", address(draft.id), json::serialize(body)});
    if (kept.status != 404) return kept;
  }
  body["kind"] = draft.kind;
  if (!draft.case_id.empty()) body["case"] = draft.case_id;
  return ask(call, {"POST", "/v1/drafts", json::serialize(body)});
}

void draft_recorded(const PageCall& call, const std::string& id, const std::string& case_id) {
  if (id.empty()) return;
  (void)ask(call, {"POST", address(id), json::serialize(json::object{{"became", case_id}})});
}

std::string address_of_draft(const std::string& kind, const std::string& case_id, const std::string& id) {
  if (kind == "incidentLogged" && case_id.empty()) return "/incident/" + percent_encoded(id);
  const auto* of = review::find_kind(kind);
  const bool opens_programme = of != nullptr && of->records.front() == "programme";
  const auto form = !case_id.empty()  ? record_address(case_id) + "/add/" + kind
                    : opens_programme ? "/programmes/open/" + kind
                                      : "/cases/log/" + kind;
  return form + "?draft=" + percent_encoded(id);
}

json::array draft_rows(const PageCall& call, const std::string& case_id) {
  json::array rows;
  const auto found = ask(call, {"GET", "/v1/drafts"});
  for (const auto& draft : list_in(found.json, "drafts")) {
    const auto of_case = text_in(draft, "case");
    if (!case_id.empty() && of_case != case_id) continue;
    const auto* kind = review::find_kind(text_in(draft, "kind"));
    if (kind == nullptr) continue;
    const auto id = text_in(draft, "draft");
    const auto what = kind->json == "incidentLogged" && of_case.empty() ? "incident" : practice_words(kind->label);
    rows.push_back(
        json::object{{"words", fmt::format("Continue: {}{} begun on {}", what,
                                           of_case.empty() ? "" : " in " + record_word(of_case) + " " + of_case + ",",
                                           machine_day_words(call, text_in(draft, "created")))},
                     {"href", address_of_draft(kind->json, of_case, id)},
                     {"until", machine_day_words(call, text_in(draft, "expires"))},
                     {"deletes", "/drafts/" + percent_encoded(id) + "/delete"}});
  }
  return rows;
}

void put_drafts(View& view, const PageCall& call, const std::string& case_id) {
  auto rows = draft_rows(call, case_id);
  view["hasDrafts"] = !rows.empty();
  view["drafts"] = std::move(rows);
  view["saved"] = call.request.parameter("saved").value_or("") == "yes";
}

}  // namespace reviewd
