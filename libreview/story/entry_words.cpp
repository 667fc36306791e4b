#include "libreview/story/entry_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <boost/json/array.hpp>

#include "libreview/story/words.hpp"
#include "libreview/vocabulary/names.hpp"
#include "libreview/vocabulary/rules.hpp"

namespace review {
namespace {

namespace json = boost::json;
namespace pb = google::protobuf;

/// Bodies that the law names. Every other body is an agency.
constexpr std::array<std::string_view, 16> bodies = {"police",
                                                     "panel",
                                                     "ofsted",
                                                     "secretary-of-state",
                                                     "local-authority",
                                                     "integrated-care-board",
                                                     "board",
                                                     "family",
                                                     "safeguarding-partners",
                                                     "coroner",
                                                     "executive",
                                                     "department-for-education",
                                                     "cps",
                                                     "press",
                                                     "crown-prosecution-service",
                                                     "foundations"};

/// `children` → `child`, `attendance` → `attendance`: what one of several is called.
std::string singular(const std::string& name) {
  if (name == "children") return "child";
  if (name == "criteria") return "criterion";
  if (name.ends_with("ies")) return name.substr(0, name.size() - 3) + "y";
  return name.back() == 's' ? name.substr(0, name.size() - 1) : name;
}

const pb::FieldDescriptor* find_field(const pb::Descriptor& type, const std::string& name) {
  for (int i = 0; i < type.field_count(); ++i) {
    const auto* field = type.field(i);
    if (rules_of(*field).from_server()) continue;
    const std::string own = kebab(field->name());
    const bool several = field->is_repeated() && field->cpp_type() == pb::FieldDescriptor::CPPTYPE_MESSAGE;
    if (own == name || (several && singular(own) == name)) return field;
  }
  return nullptr;
}

std::string text_of(const pb::FieldDescriptor& field, const std::string& word) {
  const std::string text = unquoted(word);
  const auto form = rules_of(field).form();
  if (form == v1::ID && text.size() == 1 && text[0] >= 'A' && text[0] <= 'Z') return case_placeholder(text);
  if (form == v1::ID && text.size() > 1 && text[0] == '@') return entry_placeholder(text.substr(1));
  if (form == v1::BODY && std::find(bodies.begin(), bodies.end(), text) != bodies.end()) return choice_name(text);
  return text;
}

class ValueWords {
 public:
  explicit ValueWords(const RuleBook& law) : law_(law) {}

  Result<void> put(json::object& into, const pb::FieldDescriptor& field, const std::string& word, char list_mark) {
    const std::string name = field.json_name();
    if (!field.is_repeated()) {
      if (into.contains(name)) return refuse(Code::malformed, fmt::format("{} is given twice.", kebab(field.name())));
      auto value = one(field, word, list_mark);
      if (!value) return refuse(value.error());
      into[name] = std::move(*value);
      return {};
    }
    if (!into.contains(name)) into[name] = json::array();
    auto& list = into[name].as_array();
    if (field.message_type() == v1::CriterionAnswer::descriptor()) return criteria(list, field, word);
    if (field.message_type() == v1::Despite::descriptor()) return despite(list, word);
    if (field.cpp_type() == pb::FieldDescriptor::CPPTYPE_MESSAGE) {
      auto value = one(field, word, list_mark);
      if (!value) return refuse(value.error());
      list.push_back(std::move(*value));
      return {};
    }
    for (const auto& part : parts_of(word, list_mark)) {
      auto value = one(field, part, list_mark);
      if (!value) return refuse(value.error());
      list.push_back(std::move(*value));
    }
    return {};
  }

 private:
  Result<json::value> one(const pb::FieldDescriptor& field, const std::string& word, char mark) {
    switch (field.cpp_type()) {
      case pb::FieldDescriptor::CPPTYPE_MESSAGE:
        return message(*field.message_type(), word, mark);
      case pb::FieldDescriptor::CPPTYPE_ENUM:
        return json::value(json::string(choice_name(word)));
      case pb::FieldDescriptor::CPPTYPE_BOOL:
        if (word == "yes" || word == "no") return json::value(word == "yes");
        return refuse(Code::malformed, fmt::format("{} is yes or no.", kebab(field.name())));
      case pb::FieldDescriptor::CPPTYPE_INT32: {
        const bool number = !word.empty() && word.size() < 10 &&
                            std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
        if (number) return json::value(std::int64_t{std::stoi(word)});
        return refuse(Code::malformed, fmt::format("{} is a number.", kebab(field.name())));
      }
      default:
        return json::value(json::string(text_of(field, word)));
    }
  }

  /// `pseudonym:"Child A",age-weeks:12`, and inside of such a part `finding:gap|bearing:confirms`. A part without a
  /// name is the message's first field.
  Result<json::value> message(const pb::Descriptor& type, const std::string& word, char mark) {
    json::object object;
    for (const auto& part : parts_of(word, mark)) {
      const auto colon = find_outside_quotes(part, ':');
      const std::string name = colon ? part.substr(0, *colon) : kebab(type.field(0)->name());
      const auto* field = find_field(type, name);
      if (field == nullptr) return refuse(Code::malformed, fmt::format("{} has no field {}.", type.name(), name));
      if (const auto put_in = put(object, *field, colon ? part.substr(*colon + 1) : part, '|'); !put_in) {
        return refuse(put_in.error());
      }
    }
    return json::value(std::move(object));
  }

  /// `improvements-needed:yes`, `improvements-needed:no:"why"`, or `all-yes` for every criterion of the decision.
  Result<void> criteria(json::array& list, const pb::FieldDescriptor& field, const std::string& word) {
    const auto add = [&](const std::string& criterion, std::string_view met, const std::string& reason) {
      json::object answer{{"criterion", criterion}, {"met", choice_name(met)}};
      if (!reason.empty()) answer["reason"] = reason;
      list.push_back(std::move(answer));
    };
    if (word.rfind("all-", 0) == 0) {
      const bool notifies = field.containing_type() == v1::NotificationDecided::descriptor();
      for (const auto& criterion : law_.criteria()) {
        if (criterion.decision == (notifies ? "notification" : "review")) add(criterion.id, word.substr(4), "");
      }
      return {};
    }
    for (const auto& part : parts_of(word, ',')) {
      const auto pieces = parts_of(part, ':');
      if (pieces.size() < 2 || pieces.size() > 3) {
        return refuse(Code::malformed, "Write a criterion as improvements-needed:yes.");
      }
      add(pieces[0], pieces[1], pieces.size() == 3 ? unquoted(pieces[2]) : "");
    }
    return {};
  }

  static Result<void> despite(json::array& list, const std::string& word) {
    for (const auto& code : parts_of(word, ',')) {
      if (find_code(code) == nullptr) return refuse(Code::malformed, fmt::format("There is no refusal {}.", code));
      list.push_back(json::object{
          {"code", code}, {"reasons", "It had happened before anybody saw the rule."}, {"authorisedBy", "director-1"}});
    }
    return {};
  }

  const RuleBook& law_;
};

}  // namespace

std::string case_placeholder(std::string_view letter) { return "story-case-" + choice_word(letter); }

std::string entry_placeholder(std::string_view name) { return "story-entry-" + std::string(name); }

Result<json::object> entry_words(const Kind& kind, const std::vector<std::string>& words, const RuleBook& law) {
  ValueWords values(law);
  json::object entry;
  json::object message;
  for (const auto& word : words) {
    const auto equals = find_outside_quotes(word, '=');
    if (!equals) return refuse(Code::malformed, fmt::format("\"{}\" is not a field with a value.", word));
    const std::string name = word.substr(0, *equals);
    const auto* own = find_field(*kind.field->message_type(), name);
    const auto* common = own == nullptr ? find_field(*v1::Entry::descriptor(), name) : nullptr;
    if (common != nullptr && common->containing_oneof() != nullptr && find_kind(name) != nullptr) common = nullptr;
    if (own == nullptr && common == nullptr) {
      return refuse(Code::malformed, fmt::format("{} has no field {}.", kind.name, name));
    }
    const auto put =
        values.put(own != nullptr ? message : entry, own != nullptr ? *own : *common, word.substr(*equals + 1), ',');
    if (!put) return refuse(put.error());
  }
  entry[kind.json] = std::move(message);
  return entry;
}

}  // namespace review
