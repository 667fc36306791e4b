#include "tools/reviewctl/entry_flags.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "libreview/vocabulary/names.hpp"
#include "libreview/vocabulary/rules.hpp"

namespace reviewctl {
namespace {

namespace pb = google::protobuf;

/// A field of a kind whose name the command line needs for itself.
std::string unless_taken(const std::string& name, const Verb& verb) {
  const auto options = options_of(verb);
  const bool taken =
      std::any_of(options.begin(), options.end(), [&](const Option& option) { return option.name == name; });
  if (!taken) return name;
  if (name == "version") return "document-version";
  if (name == "kind") return "kind-of-case";
  throw std::logic_error("no flag for the field " + name);
}

bool has(const std::vector<EntryFlag>& flags, std::string_view name) {
  return std::any_of(flags.begin(), flags.end(), [&](const EntryFlag& flag) { return flag.name == name; });
}

void add(std::vector<EntryFlag>& flags, EntryFlag flag) {
  if (has(flags, flag.name)) throw std::logic_error("two fields would have the flag " + flag.name);
  flags.push_back(std::move(flag));
}

std::string choices(const pb::EnumDescriptor& type) {
  std::string all;
  for (int i = 1; i < type.value_count(); ++i) all += (i > 1 ? "|" : "") + choice_word(*type.value(i));
  return all;
}

}  // namespace

std::string singular(const std::string& name) {
  if (name == "children") return "child";
  if (name == "criteria") return "criterion";
  if (name.ends_with("ies")) return name.substr(0, name.size() - 3) + "y";
  return name.back() == 's' ? name.substr(0, name.size() - 1) : name;
}

bool is_message_list(const pb::FieldDescriptor& field) {
  return field.is_repeated() && field.cpp_type() == pb::FieldDescriptor::CPPTYPE_MESSAGE;
}

std::string choice_word(const pb::EnumValueDescriptor& value) {
  std::string word = review::short_name(value);
  std::transform(word.begin(), word.end(), word.begin(), [](char c) {
    return c == '_' ? '-' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return word;
}

std::vector<EntryFlag> entry_flags(const Verb& verb, const review::Kind* kind) {
  std::vector<EntryFlag> flags;
  if (kind != nullptr) {
    const auto& type = *kind->field->message_type();
    for (int i = 0; i < type.field_count(); ++i) {
      const auto& field = *type.field(i);
      if (review::rules_of(field).from_server()) continue;
      const std::string name = unless_taken(review::kebab(field.name()), verb);
      add(flags, {name, &field, true});
      if (is_message_list(field) && singular(name) != name) add(flags, {singular(name), &field, true});
    }
  }
  const auto& entry = *review::v1::Entry::descriptor();
  for (int i = 0; i < entry.field_count(); ++i) {
    const auto& field = *entry.field(i);
    if (review::rules_of(field).from_server() || field.real_containing_oneof() != nullptr) continue;
    if (field.name() == "despite") continue;  // the verb's own options give it
    const std::string name = review::kebab(field.name());
    add(flags, {has(flags, name) ? "entry-" + name : name, &field, false});
  }
  return flags;
}

std::string placeholder(const EntryFlag& flag) {
  const auto& field = *flag.field;
  switch (field.cpp_type()) {
    case pb::FieldDescriptor::CPPTYPE_MESSAGE:
      return is_message_list(field) && flag.name != singular(review::kebab(field.name())) ? "JSON" : parts_placeholder;
    case pb::FieldDescriptor::CPPTYPE_ENUM:
      return choices(*field.enum_type());
    case pb::FieldDescriptor::CPPTYPE_BOOL:
      return "yes|no";
    case pb::FieldDescriptor::CPPTYPE_INT32:
      return "N";
    default:
      break;
  }
  switch (review::rules_of(field).form()) {
    case review::v1::DATE:
      return "DATE";
    case review::v1::PARTIAL_DATE:
      return "DATE|MONTH|YEAR";
    case review::v1::ID:
      return "ID";
    case review::v1::KIND:
      return "KIND";
    case review::v1::BODY:
      return "BODY|AGENCY";
    case review::v1::CODE:
      return "CODE";
    case review::v1::ADDRESS:
      return "URL";
    default:
      return "TEXT";
  }
}

std::string help_of(const EntryFlag& flag) {
  const auto& rules = review::rules_of(*flag.field);
  std::string help = rules.label();
  if (!rules.hint().empty()) help += fmt::format(" ({})", rules.hint());
  if (flag.field->is_repeated()) {
    const auto form = rules.form();
    const bool words = form == review::v1::TEXT || form == review::v1::LINE;
    const bool whole = is_message_list(*flag.field) && placeholder(flag) != parts_placeholder;
    help += whole                                   ? ", all of them as one list"
            : is_message_list(*flag.field) || words ? "; once for each"
                                                    : "; several with commas";
  }
  if (rules.required()) help += " [required]";
  return help;
}

std::string flag_at(std::string_view pointer, const std::vector<EntryFlag>& flags) {
  std::string found;
  std::size_t longest = 0;
  for (const auto& flag : flags) {
    const std::string kind = flag.of_kind ? review::camel(review::snake(flag.field->containing_type()->name())) : "";
    std::string at = (kind.empty() ? "" : "/" + kind) + "/" + std::string(flag.field->json_name());
    // The kind's message is called as the kind is, but for its first letter.
    if (!kind.empty() && at[1] == '_') at.erase(1, 1);
    const bool fits = pointer == at ||
                      (pointer.size() > at.size() && pointer.substr(0, at.size()) == at && pointer[at.size()] == '/');
    if (fits && at.size() >= longest) {
      longest = at.size();
      found = "--" + flag.name;
    }
  }
  return found;
}

}  // namespace reviewctl
