#include "reviewd/web/form/form_summary.hpp"

#include <fmt/format.h>

#include "libreview/vocabulary/names.hpp"
#include "libreview/vocabulary/rules.hpp"
#include "review/v1/clock.pb.h"
#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/clock_words.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/field_says.hpp"
#include "reviewd/web/words/form_fields.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/practice_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
namespace pb = google::protobuf;

std::string value_words(const json::value& value, const pb::FieldDescriptor& field, const Offers& offers) {
  if (value.is_bool()) return value.get_bool() ? "Yes" : "No";
  if (value.is_int64()) return std::to_string(value.get_int64());
  if (!value.is_string()) return {};
  const std::string text(value.get_string());
  if (field.cpp_type() == pb::FieldDescriptor::CPPTYPE_ENUM) {
    return choice_words(field.enum_type()->name(), text);
  }
  if (review::is_day(field)) return day_words(text);
  if (review::rules_of(field).form() == review::v1::KIND) {
    const auto* kind = review::find_kind(text);
    return kind == nullptr ? text : practice_words(kind->label);
  }
  const auto words = offers.words(field, text);
  // References come back behind their collection.
  const auto& collection = review::rules_of(field).collection();
  return !collection.empty() && words.starts_with(collection + "/") ? words.substr(collection.size() + 1) : words;
}

/// `child-1`, where something is only counted.
bool is_numbered(std::string_view name, std::string_view sort) {
  return name.starts_with(sort) && name.find_first_not_of("-0123456789", sort.size()) == std::string_view::npos;
}

class Summary {
 public:
  explicit Summary(const Offers& offers) : offers_(offers) {}

  void message(const json::object& from, const pb::Descriptor& type, const std::string& scope,
               const review::Kind* kind) {
    for (const auto* field : form_fields(type, kind)) {
      const auto* value = from.if_contains(field->json_name());
      if (value == nullptr) continue;
      if (says_nothing(*value, *field)) continue;
      const bool is_kind = kind != nullptr && field == kind->field;
      const bool is_its_day = kind != nullptr && field->name() == "occurred_on";
      const auto label = scope + (is_its_day ? day_label(*kind) : field_label(*field));
      if (is_kind) {
        message(value->as_object(), *field->message_type(), scope, nullptr);
      } else if (is_entry(*field)) {
        const auto* inside = kind_in(*value);
        if (inside != nullptr) message(value->as_object(), *review::v1::Entry::descriptor(), "", inside);
      } else if (is_message(*field)) {
        list(value->as_array(), *field);
      } else {
        line(*value, *field, label);
      }
    }
  }

  json::array rows;

 private:
  /// What the store calls something, such as `child-1`, and an update whose name is not known here, are names for
  /// programs.
  [[nodiscard]] bool says_nothing(const json::value& value, const pb::FieldDescriptor& field) const {
    if (!value.is_string()) return false;
    const std::string text(value.get_string());
    const auto& names = review::rules_of(field).names();
    if (!names.empty()) return is_numbered(text, names);
    return field.name() == "entry" && offers_.words(field, text) == text;
  }

  void list(const json::array& items, const pb::FieldDescriptor& field) {
    int index = 0;
    for (const auto& item : items) {
      if (field.message_type() == review::v1::CriterionAnswer::descriptor()) {
        answer(item, *field.message_type());
      } else {
        message(item.as_object(), *field.message_type(), item_title(field, index++) + ": ", nullptr);
      }
    }
  }

  /// The question of the law, with its answer and the reason.
  void answer(const json::value& item, const pb::Descriptor& type) {
    json::array values;
    for (const auto* name : {"met", "reason"}) {
      const auto given = text_in(item, name);
      if (!given.empty()) {
        values.push_back(
            json::object{{"line", value_words(json::string(given), *type.FindFieldByName(name), offers_)}});
      }
    }
    const auto question = offers_.words(*type.FindFieldByName("criterion"), text_in(item, "criterion"));
    rows.push_back(json::object{{"key", question}, {"values", std::move(values)}});
  }

  void line(const json::value& value, const pb::FieldDescriptor& field, const std::string& label) {
    json::array values;
    if (value.is_array()) {
      for (const auto& one : value.get_array()) {
        values.push_back(json::object{{"line", value_words(one, field, offers_)}});
      }
    } else {
      values.push_back(json::object{{"line", value_words(value, field, offers_)}});
    }
    if (!values.empty()) rows.push_back(json::object{{"key", label}, {"values", std::move(values)}});
  }

  const Offers& offers_;
};

std::string days(int count) { return counted_words(count, "working day", "working days"); }

/// How a clock stands, in a few words.
std::string standing(const json::object& clock) {
  const auto state = text_in(clock, "state");
  const auto due = text_in(clock, "dueOn");
  const auto stopped = text_in(clock, "stoppedOn");
  if (state == "MET") return "In timescale" + (stopped.empty() ? "" : ": done on " + day_words(stopped));
  if (state == "MET_LATE") {
    return fmt::format("Completed out of timescale, {} late{}", days(number_in(clock, "workingDaysLate")),
                       stopped.empty() ? "" : ": done on " + day_words(stopped));
  }
  if (state == "CANCELLED") return "No longer needed";
  if (state == "NOT_COMPUTED") return "The day cannot be worked out";
  if (state.empty() || state == "NOT_STARTED") return "Not started";
  if (due.empty()) return "Running";
  if (state == "DUE_TODAY") return fmt::format("Due today, {}", day_words(due));
  if (state == "OVERDUE") {
    return fmt::format("Was due on {}: {} overdue", day_words(due), days(number_in(clock, "workingDaysLate")));
  }
  const auto left = clock.contains("workingDaysLeft") ? ": " + days(number_in(clock, "workingDaysLeft")) + " left" : "";
  return fmt::format("Due on {}{}", day_words(due), left);
}

}  // namespace

json::array entry_summary(const json::object& entry, const review::Kind& kind, const Offers& offers) {
  Summary summary(offers);
  summary.message(entry, *review::v1::Entry::descriptor(), "", &kind);
  return std::move(summary.rows);
}

std::string field_words(const json::value& value, const pb::FieldDescriptor& field) {
  static const Offers none;
  if (!value.is_array()) return value_words(value, field, none);
  std::string words;
  for (const auto& one : value.get_array()) words += (words.empty() ? "" : ", ") + value_words(one, field, none);
  return words;
}

json::array clock_changes(const json::array& changes, const Register& known) {
  json::array rows;
  for (const auto& change : changes) {
    const auto& before = object_in(change, "before");
    const auto& after = object_in(change, "after");
    const auto& newest = after.empty() ? before : after;
    const auto* word = review::find_value(*review::v1::Change_descriptor(), text_in(change, "change"));
    rows.push_back(json::object{{"title", clock_title(newest, known)},
                                {"change", word == nullptr ? text_in(change, "change") : review::choice_label(*word)},
                                {"before", before.empty() ? "Not started" : standing(before)},
                                {"after", after.empty() ? "No longer needed" : standing(after)},
                                {"note", shown(practice_words(text_in(after, "why")))}});
  }
  return rows;
}

}  // namespace reviewd
