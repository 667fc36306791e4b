#include <fmt/format.h>

#include <boost/json/array.hpp>

#include "reviewd/http/percent.hpp"
#include "reviewd/web/form/form_advice.hpp"
#include "reviewd/web/form/form_alike.hpp"
#include "reviewd/web/form/form_entry.hpp"
#include "reviewd/web/form/form_page.hpp"
#include "reviewd/web/form/form_summary.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/register_of.hpp"
#include "reviewd/web/frame/render.hpp"
#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/form_fields.hpp"
#include "reviewd/web/words/joined_words.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/practice_words.hpp"
#include "reviewd/web/words/record_words.hpp"
#include "reviewd/web/words/screen_words.hpp"
#include "reviewd/web/words/stage_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

json::array hidden_inputs(const Typed& typed) {
  json::array inputs;
  for (const auto& [name, values] : typed.values()) {
    for (const auto& value : values) inputs.push_back(json::object{{"name", name}, {"value", value}});
  }
  return inputs;
}

View common(const EntryForm& form, std::string title) {
  return {{"title", title},           {"heading", std::move(title)}, {"caption", form.caption()},
          {"action", form.address()}, {"version", form.version},     {"key", form.key},
          {"draft", form.draft},      {"takesUp", form.takes_up},    {"kept", hidden_inputs(form.typed)}};
}

std::string stage_of(const json::value& of_case) { return stage_words(text_in(of_case, "stage")); }

/// Which sentence says what the stage becomes; empty where it stays.
std::string stage_change(std::string_view sort, const json::value& before, const json::value& after) {
  if (stage_of(before) == stage_of(after)) return {};
  return before.is_null()
             ? fmt::format("The new {} will be at the stage “{}”.", sort, stage_of(after))
             : fmt::format("The {} will go from the stage “{}” to “{}”.", sort, stage_of(before), stage_of(after));
}

/// What an embargo that is placed covers, who reads through it, and who no longer does.
json::array embargo_says(const EntryForm& form, const json::value& after, const Register& known) {
  const auto& embargoes = list_in(after, "embargoes");
  if (form.kind.name != "embargo-placed" || embargoes.empty()) return {};
  const json::value& embargo = embargoes.back();
  const auto covers =
      joined_words(embargo, "covers", [](const std::string& one) { return choice_words("Covered", one); });
  const auto readers = joined_words(embargo, "readers", [&](const std::string& one) { return known.person(one); });
  const auto who = readers.empty() ? std::string("The review coordinators and the chair") : readers;
  const auto* others = flag_in(embargo, "openToYou") ? "Nobody else can read it any more."
                                                     : "Nobody else can read it any more. That includes you.";
  return {json::string(fmt::format("The embargo covers: {}.", covers)),
          json::string(fmt::format("Who may read it: {}.", who)), json::string(others)};
}

/// What others recorded since the version that the person saw, newest last.
json::array entries_since(const EntryForm& form, const Offers& offers) {
  const auto address = record_address(form.case_id) + "/entries/";
  json::array since;
  for (const auto& entry : entries_of(form)) {
    const auto label = entry_label(entry);
    const auto* kind = kind_in(entry);
    since.push_back(
        json::object{{"label", label.empty() ? "An update that you may not see" : label},
                     {"rows", kind == nullptr ? json::array() : entry_summary(entry.as_object(), *kind, offers)},
                     {"by", person_words(text_in(entry, "recordedBy"))},
                     {"day", instant_words(text_in(entry, "recordedTime"))},
                     {"href", address + percent_encoded(text_in(entry, "entry"))}});
    if (std::to_string(number_in(entry, std::string(form.sort()) + "Version")) == form.version) since.clear();
  }
  return since;
}

}  // namespace

Response preview_page(const EntryForm& form, const json::value& preview) {
  const auto answer = case_for(form);
  if (answer.refused != 0) return refused_page(form.call, answer.refused, answer.problem);
  auto view = common(form, "Check before you record");
  const json::value& recorded = preview.as_object().at("entry");
  const auto& entry = recorded.as_object();
  view["kind"] = form.title();
  view["rows"] = entry_summary(entry, form.kind, answer.of.offers);
  const auto known = register_of(form.call);
  auto clocks = clock_changes(list_in(preview, "clocks"), known);
  view["hasClocks"] = !clocks.empty();
  view["clocks"] = std::move(clocks);
  const json::value& after = preview.as_object().at(form.sort());
  view["stage"] = shown(stage_change(form.sort(), answer.of.shown, after));
  view["embargoSays"] = embargo_says(form, after, known);
  json::array irregularities;
  for (const auto& one : list_in(recorded, "irregularities")) {
    irregularities.push_back(json::object{{"says", practice_words(text_in(one, "says"))}});
  }
  view["hasIrregularities"] = !irregularities.empty();
  view["irregularities"] = std::move(irregularities);
  auto alike = form.opens_case() && form.sort() == "case" ? cases_alike(form.call, entry, after) : json::array();
  auto advice = advice_in(preview);
  view["hasAdvice"] = !advice.empty();
  view["advice"] = std::move(advice);
  view["hasAlike"] = !alike.empty();
  view["alike"] = std::move(alike);
  return render(form.call, 200, "preview", std::move(view));
}

Response stale_page(const EntryForm& form) {
  const auto answer = case_for(form);
  if (answer.refused != 0) return refused_page(form.call, answer.refused, answer.problem);
  auto view = common(form, "Somebody recorded something meanwhile");
  view["kind"] = form.title();
  view["rows"] = entry_summary(entry_of(form.typed, form.kind, answer.of.offers), form.kind, answer.of.offers);
  view["since"] = entries_since(form, answer.of.offers);
  view["version"] = std::to_string(number_in(answer.of.shown, "version"));
  view["back"] = record_address(form.case_id);
  view["recordWord"] = form.sort();
  return render(form.call, 412, "form_stale", std::move(view));
}

}  // namespace reviewd
