#include "reviewd/web/form/form_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <set>

#include "libreview/access/entry_access.hpp"
#include "libreview/base/refusal.hpp"
#include "libreview/vocabulary/rules.hpp"
#include "reviewd/web/form/form_day.hpp"
#include "reviewd/web/form/form_faults.hpp"
#include "reviewd/web/form/form_field.hpp"
#include "reviewd/web/form/form_order.hpp"
#include "reviewd/web/form/theme_rows.hpp"
#include "reviewd/web/words/field_says.hpp"
#include "reviewd/web/words/form_fields.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/practice_words.hpp"

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
    // What was just refused is put first: whoever cannot keep the rule goes on there.
    if (!asked_.set_aside.empty()) set_aside();
    entry("", asked_.kind);
    if (asked_.set_aside.empty()) set_aside();
    return finished();
  }

  FormRows made(const FormPart& part) {
    for (const auto name : part.fields) {
      const auto& field = *part.type.FindFieldByName(std::string(name));
      one(field, part.path, part.may_be_left || !review::rules_of(field).required());
    }
    return finished();
  }

 private:
  FormRows finished() {
    json::array unplaced;
    for (const auto& error : asked_.errors) {
      if (!placed_.contains(&error)) {
        unplaced.push_back(json::object{{"text", practice_words(error.message)}, {"href", false}});
      }
    }
    unplaced.insert(unplaced.end(), summary_.begin(), summary_.end());
    unplaced.insert(unplaced.end(), ways_on_.begin(), ways_on_.end());
    return {std::move(rows_), std::move(unplaced)};
  }

  void entry(const std::string& path, const review::Kind& kind) {
    auto fields = form_fields(*review::v1::Entry::descriptor(), &kind);
    // A decision has one day, unless it was recorded with another on which it took effect.
    const bool one_day = kind.decision && has_one_day(path);
    // The day on which something is set right is seldom another than today, and easily taken for the day it is about.
    const auto goes_above = [&](const FieldDescriptor& field) {
      return field.name() == "occurred_on" && !kind.opens_case && !is_about_an_entry(kind);
    };
    const auto goes_below = [&](const FieldDescriptor& field) {
      return kind.decision &&
             (field.name() == "decided_by" || field.name() == "decided_on" || field.name() == "evidence");
    };
    const auto is_the_day = [&](const FieldDescriptor& field) { return one_day && field.name() == "occurred_on"; };
    std::erase_if(fields, [&](const FieldDescriptor* field) { return is_the_day(*field); });
    for (const auto* field : fields) {
      if (goes_above(*field)) one(*field, path, true);
    }
    message(*kind.field->message_type(), below(path, kind.json), &kind);
    if (kind.decision) chapter("Who decided, and when");
    std::vector<const FieldDescriptor*> more;
    for (const auto* field : fields) {
      if (field == kind.field || goes_above(*field) || is_message(*field)) continue;
      if (goes_below(*field)) {
        one(*field, path, !(one_day && field->name() == "decided_on"));
      } else {
        more.push_back(field);
      }
    }
    folded(more_words(kind), path, more);
  }

  [[nodiscard]] static std::string_view more_words(const review::Kind& kind) {
    if (kind.name == "entry-corrected") return "More about the correction: day, who decided, evidence, note";
    if (kind.name == "entry-withdrawn") return "More about the withdrawal: day, who decided, evidence, note";
    if (kind.decision) return "More: for which agency, note";
    return "More: for which agency, who decided, evidence, note";
  }

  [[nodiscard]] bool has_one_day(const std::string& path) const {
    const auto occurred = typed_day(typed_, below(path, "occurredOn"), false);
    return occurred.empty() || occurred == typed_day(typed_, below(path, "decidedOn"), false);
  }

  void message(const pb::Descriptor& type, const std::string& path, const review::Kind* kind) {
    const bool folds = type.field_count() > long_message;
    std::vector<const FieldDescriptor*> personal;
    for (const auto* field : in_order(form_fields(type, nullptr))) {
      if (!review::records_field(asked_.reader, *field)) continue;
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

  void folded(std::string_view words, const std::string& path, const std::vector<const FieldDescriptor*>& fields) {
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
    std::string hint = field_hint(field);
    if (name == "occurredOn") hint = "For example, 27 3 2026. Leave it empty if it was today.";
    const auto label = name == "occurredOn" ? day_label(asked_.kind) : field_label(field);
    input(field, {name, label, hint, {}, optional});
  }

  void input(const FieldDescriptor& field, FieldWords words) {
    auto faults = faults_at(words.path, true, words.label, &field);
    words.error = in_one(faults);
    if (holds_themes(field) && !asked_.offers.theme_lists().empty()) {
      place(faults, id_of(words.path));
      for (auto& row : theme_rows(words, typed_, asked_.offers)) rows_.push_back(std::move(row));
      return;
    }
    auto row = field_row(field, words, typed_, asked_.offers);
    const auto anchor = anchor_of(row);
    if (!anchor.empty()) place(faults, anchor);
    if (!row.empty()) rows_.push_back(std::move(row));
  }

  void list(const FieldDescriptor& field, const std::string& path, bool optional) {
    const auto label = field_label(field);
    const bool begins = !optional || (asked_.kind.opens_case && field.name() == "children");
    const int count = std::max(typed_.count(path), begins ? 1 : 0);
    opens(path, label + (optional ? " (optional)" : ""), "m", "", &field);
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
      button("add", path, add_words(field, count), id_of(below(path, count)));
    }
    rows_.push_back(json::object{{"closes", true}});
  }

  /// One question of the law each, wherever its answer stands in the list.
  void criteria(const FieldDescriptor& field, const std::string& path) {
    const auto& type = *field.message_type();
    leave_to_questions(path);
    opens(path, field_label(field), "m", "Answer each one, and say why.", &field);
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

  /// What is wrong with the list is that a question is not answered: each such question says so.
  void leave_to_questions(const std::string& path) {
    const bool lacks =
        std::any_of(asked_.offers.criteria().begin(), asked_.offers.criteria().end(), [&](const Offer& question) {
          for (int i = 0; i < typed_.count(path); ++i) {
            const auto item = below(path, i);
            if (typed_.first(item + ".criterion") == question.value) return typed_.is_blank(item + ".met");
          }
          return true;
        });
    for (const auto& error : asked_.errors) {
      if (lacks && error.path == path) left_.insert(&error);
    }
  }

  void answer(const pb::Descriptor& type, const std::string& item, const std::string& criterion,
              const std::string& question, const std::string& cites) {
    rows_.push_back(hidden_row(item + ".criterion", criterion));
    // The law asks in one sentence, and explains in those that follow.
    const auto end = question.find("? ");
    const auto asks = end == std::string::npos ? question : question.substr(0, end + 1);
    const auto explains = end == std::string::npos ? std::string() : question.substr(end + 2) + " ";
    opens(item, asks, "s", cites.empty() ? explains : explains + "Source: " + cites);
    scope_.push_back(asks);
    require(item + ".met");
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
      const auto& refused = asked_.set_aside;
      if (std::find(refused.begin(), refused.end(), codes[i]) != refused.end()) {
        ways_on_.push_back(json::object{{"text", "Record it all the same, with reasons"}, {"href", "#" + id_of(item)}});
      }
      rows_.push_back(hidden_row(item + ".code", codes[i]));
      for (const auto* name : {"reasons", "authorised_by"}) one(*type.FindFieldByName(name), item, false);
      rows_.push_back(json::object{{"closes", true}});
    }
    if (!codes.empty()) rows_.push_back(hidden_row(list + ".count", std::to_string(codes.size())));
  }

  void opens(const std::string& path, const std::string& legend, const char* size, const std::string& hint,
             const FieldDescriptor* field = nullptr) {
    const auto faults = faults_at(path, false, legend, field);
    place(faults, id_of(path));
    rows_.push_back(json::object{{"opens", json::object{{"id", id_of(path)},
                                                        {"legend", legend},
                                                        {"size", size},
                                                        {"hint", shown(hint)},
                                                        {"error", shown(in_one(faults))}}}});
  }

  void button(const char* name, const std::string& path, const std::string& words, const std::string& lands) {
    rows_.push_back(json::object{{name, json::object{{"path", path}, {"words", words}, {"lands", lands}}}});
  }

  /// An error as it is said: whole in the summary, and beside its field.
  struct Fault {
    const FormError* error;
    std::string message;
    std::string about;  ///< what it is about, where it does not say so itself
  };
  using Faults = std::vector<Fault>;

  /// A question of the law without an answer is wrong as soon as anything is.
  void require(const std::string& path) {
    if (asked_.errors.empty() || !typed_.is_blank(path)) return;
    const bool said = std::any_of(asked_.errors.begin(), asked_.errors.end(),
                                  [&](const FormError& error) { return error.path == path; });
    if (!said) own_.push_back({path, "Answer this"});
  }

  /// The errors of a path, and of what is below it, each once.
  [[nodiscard]] Faults faults_at(const std::string& path, bool with_below, const std::string& label,
                                 const FieldDescriptor* field) {
    Faults faults;
    const auto add = [&](const FormError& error) {
      if (left_.contains(&error)) {
        placed_.insert(&error);
        return;
      }
      if (error.path != path && !(with_below && error.path.starts_with(path + "."))) return;
      auto message =
          field == nullptr ? practice_words(error.message) : fault_words({*field, path, label}, error.message, typed_);
      const bool is_named = message != practice_words(error.message) || message.find(label) != std::string::npos ||
                            label.empty() || (field != nullptr && message.starts_with(day_subject(*field, label)));
      const bool is_known =
          std::any_of(faults.begin(), faults.end(), [&](const Fault& one) { return one.message == message; });
      if (is_known) {
        placed_.insert(&error);
      } else {
        faults.push_back({&error, std::move(message), is_named ? std::string() : label});
      }
    };
    for (const auto& error : asked_.errors) add(error);
    for (const auto& error : own_) add(error);
    return faults;
  }

  [[nodiscard]] static std::string in_one(const Faults& faults) {
    std::string all;
    for (const auto& fault : faults) {
      if (!all.empty()) all += all.ends_with('.') ? " " : ". ";
      all += fault.message;
    }
    return all;
  }

  void place(const Faults& faults, const std::string& anchor) {
    for (const auto& fault : faults) {
      placed_.insert(fault.error);
      std::string text;
      const auto lead = [&](const std::string& words) {
        text += words + (words.ends_with('?') || words.ends_with('.') ? " " : ": ");
      };
      for (const auto& title : scope_) lead(title);
      if (!fault.about.empty()) lead(fault.about);
      summary_.push_back(json::object{{"text", text + fault.message}, {"href", "#" + anchor}});
    }
  }

  const FormAsked& asked_;
  const Typed& typed_;
  json::array rows_;
  json::array summary_;
  json::array ways_on_;
  std::set<const FormError*> placed_;
  std::set<const FormError*> left_;
  std::deque<FormError> own_;
  std::vector<std::string> scope_;
};

}  // namespace

FormRows form_rows(const FormAsked& asked) { return RowMaker(asked).made(); }

FormRows part_rows(const FormAsked& asked, const FormPart& part) { return RowMaker(asked).made(part); }

}  // namespace reviewd
