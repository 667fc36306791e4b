#include "reviewd/web/form_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "libreview/base/refusal.hpp"
#include "libreview/vocabulary/rules.hpp"
#include "reviewd/web/form_field.hpp"
#include "reviewd/web/form_fields.hpp"
#include "reviewd/web/form_order.hpp"
#include "reviewd/web/form_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
namespace pb = google::protobuf;
using pb::FieldDescriptor;

/// A message with more fields than this folds its personal ones away.
constexpr int long_message = 12;

class RowMaker {
 public:
  explicit RowMaker(const FormAsked& asked) : asked_(asked), typed_(asked.typed) {}

  FormRows made() {
    entry("", asked_.kind);
    set_aside();
    return finished();
  }

  FormRows made(const FormPart& part) {
    for (const auto name : part.fields) {
      const auto& field = *part.type.FindFieldByName(std::string(name));
      one(field, part.path, !review::rules_of(field).required());
    }
    return finished();
  }

 private:
  FormRows finished() {
    json::array unplaced;
    for (const auto& error : asked_.errors) {
      if (!placed_.contains(&error)) unplaced.push_back(json::object{{"text", error.message}, {"href", false}});
    }
    unplaced.insert(unplaced.end(), summary_.begin(), summary_.end());
    return {std::move(rows_), std::move(unplaced)};
  }

  void entry(const std::string& path, const review::Kind& kind) {
    const auto fields = form_fields(*review::v1::Entry::descriptor(), &kind);
    const auto goes_above = [&](const FieldDescriptor& field) {
      return field.name() == "occurred_on" && !kind.opens_case;
    };
    const auto goes_below = [&](const FieldDescriptor& field) {
      return kind.decision &&
             (field.name() == "decided_by" || field.name() == "decided_on" || field.name() == "evidence");
    };
    for (const auto* field : fields) {
      if (goes_above(*field)) one(*field, path, true);
    }
    message(*kind.field->message_type(), below(path, kind.json), &kind);
    if (kind.decision) chapter("Who decided, and when");
    std::vector<const FieldDescriptor*> more;
    for (const auto* field : fields) {
      if (field == kind.field || goes_above(*field) || is_message(*field)) continue;
      if (goes_below(*field)) {
        one(*field, path, true);
      } else {
        more.push_back(field);
      }
    }
    folded(kind.decision ? "More: for which agency, note" : "More: who decided, evidence, note", path, more);
  }

  void message(const pb::Descriptor& type, const std::string& path, const review::Kind* kind) {
    const bool folds = type.field_count() > long_message;
    std::vector<const FieldDescriptor*> personal;
    for (const auto* field : in_order(form_fields(type, nullptr))) {
      if (kind != nullptr) chapter(chapter_before(*field));
      const auto& rules = review::rules_of(*field);
      const bool reasons = kind != nullptr && std::find(kind->reasoned_by.begin(), kind->reasoned_by.end(),
                                                        field->name()) != kind->reasoned_by.end();
      if (folds && kind == nullptr && rules.personal() && !rules.required()) {
        personal.push_back(field);
      } else {
        one(*field, path, !rules.required() && !reasons);
      }
    }
    folded("Personal details, for example name and date of birth", path, personal);
  }

  void folded(const char* words, const std::string& path, const std::vector<const FieldDescriptor*>& fields) {
    if (fields.empty()) return;
    const bool open = std::any_of(fields.begin(), fields.end(), [&](const FieldDescriptor* field) {
      const auto name = below(path, field->json_name());
      return !typed_.is_blank(name) ||
             std::any_of(asked_.errors.begin(), asked_.errors.end(), [&](const FormError& error) {
               return error.path == name || error.path.starts_with(name + ".");
             });
    });
    rows_.push_back(json::object{{"opensDetails", json::object{{"words", words}, {"open", open}}}});
    for (const auto* field : fields) one(*field, path, true);
    rows_.push_back(json::object{{"closesDetails", true}});
  }

  void one(const FieldDescriptor& field, const std::string& path, bool optional) {
    const auto name = below(path, field.json_name());
    if (is_entry(field)) return replacement(field, name);
    if (is_message(field)) {
      const bool of_law = field.message_type() == review::v1::CriterionAnswer::descriptor();
      return of_law && !asked_.offers.criteria().empty() ? criteria(field, name) : list(field, name, optional);
    }
    // Which entry is corrected was chosen before the form, which is of its kind.
    if (&field == review::v1::EntryCorrected::descriptor()->FindFieldByName("entry") && !typed_.is_blank(name)) {
      return rows_.push_back(hidden_row(name, typed_.first(name)));
    }
    const auto& rules = review::rules_of(field);
    std::string hint = rules.hint();
    if (name == "occurredOn") hint = "For example, 27 3 2026. Leave it empty if it was today.";
    input(field, {name, screen_words(rules.label()), hint, {}, optional});
  }

  void input(const FieldDescriptor& field, FieldWords words) {
    const auto [message, errors] = errors_at(words.path, true);
    words.error = message;
    auto row = field_row(field, words, typed_, asked_.offers);
    const auto anchor = anchor_of(row);
    if (!anchor.empty()) place(errors, anchor, words.label);
    if (!row.empty()) rows_.push_back(std::move(row));
  }

  void list(const FieldDescriptor& field, const std::string& path, bool optional) {
    const auto& label = review::rules_of(field).label();
    const bool begins = !optional || (asked_.kind.opens_case && field.name() == "children");
    const int count = std::max(typed_.count(path), begins ? 1 : 0);
    opens(path, label + (optional ? " (optional)" : ""), "m", "");
    rows_.push_back(hidden_row(path + ".count", std::to_string(count)));
    const auto word = item_word(field);
    for (int i = 0; i < count; ++i) {
      const auto item = below(path, i);
      const auto title = item_title(field, i);
      opens(item, title, "s", "");
      scope_.push_back(title);
      message(*field.message_type(), item, nullptr);
      scope_.pop_back();
      if (!begins || count > 1) button("remove", item, fmt::format("Remove {} {}", word, i + 1), id_of(path));
      rows_.push_back(json::object{{"closes", true}});
    }
    if (count < Typed::most_items) {
      button("add", path, (count == 0 ? "Add a " : "Add another ") + word, id_of(below(path, count)));
    }
    rows_.push_back(json::object{{"closes", true}});
  }

  /// One question of the law each, wherever its answer stands in the list.
  void criteria(const FieldDescriptor& field, const std::string& path) {
    const auto& type = *field.message_type();
    opens(path, "Criteria of the law", "m", "Answer each one, and say why.");
    int next = typed_.count(path);
    std::set<int> shown;
    for (const auto& asked : asked_.offers.criteria()) {
      int at = 0;
      while (at < typed_.count(path) && typed_.first(below(path, at) + ".criterion") != asked.value) ++at;
      if (at == typed_.count(path)) at = next++;
      shown.insert(at);
      answer(type, below(path, at), asked.value, asked.label, asked.cites);
    }
    for (int i = 0; i < typed_.count(path); ++i) {
      const auto given = typed_.first(below(path, i) + ".criterion");
      if (!shown.contains(i)) answer(type, below(path, i), given, given, "");
    }
    rows_.push_back(hidden_row(path + ".count", std::to_string(next)));
    rows_.push_back(json::object{{"closes", true}});
  }

  void answer(const pb::Descriptor& type, const std::string& item, const std::string& criterion,
              const std::string& question, const std::string& cites) {
    rows_.push_back(hidden_row(item + ".criterion", criterion));
    opens(item, question, "s", cites.empty() ? "" : "Source: " + cites);
    scope_.push_back(question);
    input(*type.FindFieldByName("met"), {item + ".met", "Is it met?", {}, {}, false});
    input(*type.FindFieldByName("reason"), {item + ".reason", "Why?", {}, {}, false});
    scope_.pop_back();
    rows_.push_back(json::object{{"closes", true}});
  }

  void chapter(std::string_view words) {
    if (!words.empty()) rows_.push_back(json::object{{"chapter", words}});
  }

  void replacement(const FieldDescriptor& field, const std::string& path) {
    const auto* kind = kind_inside(typed_, path);
    if (kind == nullptr) return;
    opens(path, fmt::format("{}: {}", review::rules_of(field).label(), kind->label), "m",
          "Change what was wrong. Everything else stays as it is here.");
    rows_.push_back(hidden_row(path + ".kind", kind->json));
    entry(path, *kind);
    // A rule that the wrong entry set aside is set aside by the right one too.
    for (const auto& [name, values] : typed_.values()) {
      if (name.starts_with(path + ".despite.")) rows_.push_back(hidden_row(name, values.front()));
    }
    rows_.push_back(json::object{{"closes", true}});
  }

  /// What was set aside before stays, also where it is not refused again.
  void set_aside() {
    const std::string list = "despite";
    const auto& type = *review::v1::Despite::descriptor();
    std::vector<std::string> codes;
    for (int i = 0; i < typed_.count(list); ++i) codes.push_back(typed_.first(below(list, i) + ".code"));
    for (const auto& code : asked_.set_aside) {
      if (std::find(codes.begin(), codes.end(), code) == codes.end()) codes.push_back(code);
    }
    for (std::size_t i = 0; i < codes.size(); ++i) {
      const auto item = below(list, static_cast<int>(i));
      const auto* row = review::find_code(codes[i]);
      opens(item, row == nullptr ? codes[i] : std::string(row->title), "m",
            "If it happened all the same, record it despite this. The case will show that the rule was not kept.");
      rows_.push_back(hidden_row(item + ".code", codes[i]));
      for (const auto* name : {"reasons", "authorised_by"}) one(*type.FindFieldByName(name), item, false);
      rows_.push_back(json::object{{"closes", true}});
    }
    if (!codes.empty()) rows_.push_back(hidden_row(list + ".count", std::to_string(codes.size())));
  }

  void opens(const std::string& path, const std::string& legend, const char* size, const std::string& hint) {
    const auto [message, errors] = errors_at(path, false);
    place(errors, id_of(path), legend);
    rows_.push_back(json::object{{"opens", json::object{{"id", id_of(path)},
                                                        {"legend", legend},
                                                        {"size", size},
                                                        {"hint", shown(hint)},
                                                        {"error", shown(message)}}}});
  }

  void button(const char* name, const std::string& path, const std::string& words, const std::string& lands) {
    rows_.push_back(json::object{{name, json::object{{"path", path}, {"words", words}, {"lands", lands}}}});
  }

  using Errors = std::vector<const FormError*>;

  /// The errors of a path, and of what is below it, as one message.
  [[nodiscard]] std::pair<std::string, Errors> errors_at(const std::string& path, bool with_below) const {
    std::string message;
    Errors errors;
    for (const auto& error : asked_.errors) {
      if (error.path != path && !(with_below && error.path.starts_with(path + "."))) continue;
      message += (message.empty() ? "" : " ") + error.message;
      errors.push_back(&error);
    }
    return {message, errors};
  }

  void place(const Errors& errors, const std::string& anchor, const std::string& label) {
    for (const auto* error : errors) {
      placed_.insert(error);
      std::string text;
      for (const auto& title : scope_) text += title + ", ";
      const bool is_named = error->message.find(label) != std::string::npos;
      text += is_named ? error->message : label + (label.ends_with('?') ? " " : ": ") + error->message;
      summary_.push_back(json::object{{"text", text}, {"href", "#" + anchor}});
    }
  }

  const FormAsked& asked_;
  const Typed& typed_;
  json::array rows_;
  json::array summary_;
  std::set<const FormError*> placed_;
  std::vector<std::string> scope_;
};

}  // namespace

FormRows form_rows(const FormAsked& asked) { return RowMaker(asked).made(); }

FormRows part_rows(const FormAsked& asked, const FormPart& part) { return RowMaker(asked).made(part); }

}  // namespace reviewd
