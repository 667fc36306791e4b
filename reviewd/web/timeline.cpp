#include "reviewd/web/timeline.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "libreview/vocabulary/kinds.hpp"
#include "libreview/vocabulary/rules.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/web/form_fields.hpp"
#include "reviewd/web/form_words.hpp"
#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/practice_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
namespace pb = google::protobuf;

/// What was chosen or named, in a line: the choices of the schema, agencies and bodies. Free text waits on the page of
/// the update itself.
std::string facts_of(const json::value& entry, const review::Kind& kind) {
  std::string facts;
  const auto& members = entry.as_object().at(kind.json);
  const auto* type = kind.field->message_type();
  for (int i = 0; i < type->field_count(); ++i) {
    const auto& field = *type->field(i);
    const auto text = text_in(members, field.json_name());
    if (text.empty()) continue;
    std::string words;
    if (field.cpp_type() == pb::FieldDescriptor::CPPTYPE_ENUM) words = choice_words(field.enum_type()->name(), text);
    if (review::rules_of(field).form() == review::v1::BODY) words = agency_words(text);
    if (field.name() == "agency") words = agency_words(text);
    if (!words.empty()) facts += (facts.empty() ? "" : " · ") + words;
  }
  return facts;
}

std::string note_of(const json::value& entry) {
  if (!text_in(entry, "correctedBy").empty()) return "Corrected by a later update";
  if (!text_in(entry, "withdrawnBy").empty()) return "Withdrawn";
  if (!list_in(entry, "irregularities").empty()) return "Recorded although a rule was not kept";
  return {};
}

json::object update(const json::value& entry, const std::string& case_address) {
  const auto* kind = kind_in(entry);
  const auto day = text_in(entry, "occurredOn");
  const auto recorded = text_in(entry, "recordedTime");
  const auto recorded_on = recorded.empty() ? "" : instant_words(recorded);
  const auto happened_on = day.empty() ? recorded_on : day_words(day);
  return {{"title", kind == nullptr ? "An update that you may not see" : practice_words(kind->label)},
          {"address", case_address + "/entries/" + percent_encoded(text_in(entry, "entry"))},
          {"day", happened_on},
          {"by", person_words(text_in(entry, "recordedBy"))},
          // Worth saying only where it differs: most is recorded on the day.
          {"recorded", recorded_on == happened_on ? "" : recorded_on},
          {"facts", kind == nullptr ? "" : facts_of(entry, *kind)},
          {"note", note_of(entry)}};
}

json::array pages_of(std::size_t last, std::size_t current, const std::string& case_address) {
  json::array pages;
  for (std::size_t number = 1; last > 1 && number <= last; ++number) {
    pages.push_back(json::object{{"number", std::to_string(number)},
                                 {"address", fmt::format("{}?page={}#updates", case_address, number)},
                                 {"current", number == current}});
  }
  return pages;
}

}  // namespace

std::size_t page_of_updates(std::size_t total, std::size_t asked) {
  const auto last = std::max<std::size_t>(1, (total + updates_a_page - 1) / updates_a_page);
  return std::clamp<std::size_t>(asked, 1, last);
}

json::object timeline(const Updates& updates, const std::string& case_address) {
  const auto last = page_of_updates(updates.total, updates.total);
  json::array shown;
  for (const auto& entry : updates.entries) shown.push_back(update(entry, case_address));
  auto pages = pages_of(last, updates.page, case_address);
  const auto at = [&](std::size_t number) { return fmt::format("{}?page={}#updates", case_address, number); };
  return {{"updates", std::move(shown)},
          {"hasPages", !pages.empty()},
          {"pages", std::move(pages)},
          {"newer", updates.page > 1 ? at(updates.page - 1) : ""},
          {"older", updates.page < last ? at(updates.page + 1) : ""}};
}

}  // namespace reviewd
