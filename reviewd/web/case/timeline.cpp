#include "reviewd/web/case/timeline.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "libreview/vocabulary/kinds.hpp"
#include "libreview/vocabulary/rules.hpp"
#include "review/v1/agency_return.pb.h"
#include "reviewd/http/percent.hpp"
#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/form_fields.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/practice_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
namespace pb = google::protobuf;

/// Whether the choices are answers to a question, and say nothing without it: yes, no, not known.
bool answers_question(const pb::EnumDescriptor& type) { return &type == review::v1::Known_descriptor(); }

bool names_agency(const pb::FieldDescriptor& field) {
  return review::rules_of(field).form() == review::v1::BODY || field.name() == "agency" || field.name() == "agencies";
}

/// One value in words; empty for what waits on the page of the update itself.
std::string value_in_words(const pb::FieldDescriptor& field, const std::string& value, const Register& known) {
  if (value.empty()) return {};
  if (field.cpp_type() == pb::FieldDescriptor::CPPTYPE_ENUM) {
    const auto words = choice_words(field.enum_type()->name(), value);
    if (!answers_question(*field.enum_type())) return words;
    return practice_words(review::rules_of(field).label()) + " " + words;
  }
  if (names_agency(field)) return known.agency(value);
  if (field.name() == "person") return known.person(value);
  if (field.full_name() == "review.v1.EntryWithdrawn.reasons") return value;
  return field.name() == "action" ? name_words(value) : std::string();
}

/// What was chosen or named, in a line: the choices of the schema, agencies, people and actions. Free text waits on the
/// page of the update itself, but for why something was withdrawn: nothing else tells that.
std::string facts_of(const json::value& entry, const review::Kind& kind, const Register& known) {
  std::string facts;
  const auto& members = entry.as_object().at(kind.json);
  const auto* type = kind.field->message_type();
  for (int i = 0; i < type->field_count(); ++i) {
    const auto& field = *type->field(i);
    auto words = value_in_words(field, text_in(members, field.json_name()), known);
    for (const auto& one : list_in(members, field.json_name())) {
      if (!one.is_string()) continue;
      const auto more = value_in_words(field, std::string(one.get_string()), known);
      if (!more.empty()) words += (words.empty() ? "" : ", ") + more;
    }
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

json::object update(const json::value& entry, const std::string& case_address, const Register& known) {
  const auto* kind = kind_in(entry);
  const auto day = text_in(entry, "occurredOn");
  const auto recorded = text_in(entry, "recordedTime");
  const auto recorded_on = recorded.empty() ? "" : instant_words(recorded);
  const auto happened_on = day.empty() ? recorded_on : day_words(day);
  return {{"title", kind == nullptr ? "An update that you may not see" : practice_words(kind->label)},
          {"address", case_address + "/entries/" + percent_encoded(text_in(entry, "entry"))},
          {"day", happened_on},
          {"by", known.person(text_in(entry, "recordedBy"))},
          // Worth saying only where it differs: most is recorded on the day.
          {"recorded", recorded_on == happened_on ? "" : recorded_on},
          {"facts", kind == nullptr ? "" : facts_of(entry, *kind, known)},
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

json::object timeline(const Updates& updates, const std::string& case_address, const Register& known) {
  const auto last = page_of_updates(updates.total, updates.total);
  json::array shown;
  for (const auto& entry : updates.entries) shown.push_back(update(entry, case_address, known));
  auto pages = pages_of(last, updates.page, case_address);
  const auto at = [&](std::size_t number) { return fmt::format("{}?page={}#updates", case_address, number); };
  return {{"updates", std::move(shown)},
          {"hasPages", !pages.empty()},
          {"pages", std::move(pages)},
          {"newer", updates.page > 1 ? at(updates.page - 1) : ""},
          {"older", updates.page < last ? at(updates.page + 1) : ""}};
}

}  // namespace reviewd
