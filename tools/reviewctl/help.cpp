#include "tools/reviewctl/help.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "libreview/vocabulary/rules.hpp"
#include "tools/reviewctl/entry_flags.hpp"
#include "tools/reviewctl/verbs/verbs.hpp"

namespace reviewctl {
namespace {

constexpr std::size_t widest = 34;
constexpr std::size_t text_width = 76;

/// Breaks a text into lines, each indented.
std::string wrapped(const std::string& text, std::size_t indent) {
  std::string out;
  std::size_t column = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    const auto end = std::min(text.find(' ', at), text.size());
    const auto word = text.substr(at, end - at);
    if (column > 0 && column + 1 + word.size() > text_width) {
      out += "\n" + std::string(indent, ' ');
      column = 0;
    }
    out += (column > 0 ? " " : "") + word;
    column += (column > 0 ? 1 : 0) + word.size();
    at = end + 1;
  }
  return out + "\n";
}

std::string row(const std::string& left, const std::string& right) {
  if (left.size() > widest) return "  " + left + "\n" + std::string(widest + 4, ' ') + wrapped(right, widest + 4);
  return fmt::format("  {:<{}}", left, widest + 2) + wrapped(right, widest + 4);
}

std::string usage(const Verb& verb) {
  std::string line = "reviewctl " + name_of(verb);
  for (const auto& operand : verb.operands) {
    const auto name = operand.name + (operand.several ? "…" : "");
    line += operand.required ? " " + name : " [" + name + "]";
  }
  return line + " [options]";
}

std::string value_of(const Option& option) {
  if (option.value.empty()) return "--" + option.name;
  return fmt::format("--{} {}", option.name, option.value);
}

std::string help_of_option(const Option& option) {
  if (option.choices.empty()) return option.help;
  return fmt::format("{}: {}", option.help, fmt::join(option.choices, ", "));
}

std::string kinds_text() {
  std::string text = "\nKinds of entry\n";
  for (const auto& kind : review::member_kinds())
    text += row(kind.name, kind.label + (kind.decision ? " (a decision)" : ""));
  return text;
}

std::string flag_row(const EntryFlag& flag) {
  return row(fmt::format("--{} {}", flag.name, placeholder(flag)), help_of(flag));
}

/// What `--child PART=VALUE,…` may be made of.
std::string parts_text(const std::vector<EntryFlag>& flags) {
  std::string text;
  for (const auto& flag : flags) {
    if (placeholder(flag) != parts_placeholder) continue;
    const auto& type = *flag.field->message_type();
    std::vector<std::string> parts;
    for (int i = 0; i < type.field_count(); ++i) {
      const auto& field = *type.field(i);
      if (review::rules_of(field).from_server()) continue;
      const bool plain = field.cpp_type() != google::protobuf::FieldDescriptor::CPPTYPE_MESSAGE;
      parts.push_back(field.json_name() + (plain ? "=" + placeholder({"", &field, true}) : ""));
    }
    text += row("--" + flag.name, fmt::format("{}", fmt::join(parts, ", ")));
  }
  return text.empty() ? text : "\nParts; a value with a comma in it stands in double quotes\n" + text;
}

std::string kind_text(const std::vector<EntryFlag>& flags, const review::Kind& kind) {
  std::string text = fmt::format("\nFields of {}{}\n", kind.name,
                                 kind.decision ? ", which is a decision: give --reasons and --version too" : "");
  for (const auto& flag : flags) {
    if (flag.of_kind) text += flag_row(flag);
  }
  return text + parts_text(flags);
}

std::string fields_text(const Verb& verb, const review::Kind* kind) {
  const auto flags = entry_flags(verb, kind);
  std::string text = kind == nullptr ? "" : kind_text(flags, *kind);
  text += "\nFields of every entry\n";
  for (const auto& flag : flags) {
    if (!flag.of_kind) text += flag_row(flag);
  }
  return text;
}

}  // namespace

std::string help_of_program(const std::string& noun) {
  std::string text = noun.empty() ? "reviewctl: cases of serious harm to children, from the notification to what was "
                                    "learnt\n\nreviewctl NOUN VERB [options]\n\n"
                                  : fmt::format("reviewctl {} VERB [options]\n\n", noun);
  for (const auto& verb : verbs()) {
    if (noun.empty() || verb.noun == noun) text += row(name_of(verb), verb.summary);
  }
  if (!noun.empty()) return text;
  return text +
         "\nreviewctl NOUN VERB --help tells more, with examples.\n\n"
         "The service is that of --server, else REVIEW_SERVER, else http://127.0.0.1:8080;\n"
         "the access token that of --token-file, else REVIEW_TOKEN.\n"
         "Data goes to standard output, talk to standard error. NO_COLOR is kept.\n\n"
         "Exit: 0 done, 1 failed, 2 wrong use, 3 not found, 4 conflict or refused by a rule,\n"
         "5 not permitted, 6 overdue found, 7 the record does not verify.\n";
}

std::string help_of_verb(const Verb& verb, const review::Kind* kind) {
  std::string text = wrapped(verb.summary + ".", 0) + "\n  " + usage(verb) + "\n";
  if (!verb.more.empty()) text += "\n" + wrapped(verb.more, 0);
  if (!verb.operands.empty()) text += "\n";
  for (const auto& operand : verb.operands) text += row(operand.name, operand.help);
  if (verb.fields == Fields::of_operand_kind && kind == nullptr) text += kinds_text();
  if (verb.fields != Fields::none) text += fields_text(verb, kind);
  text += "\nOptions\n";
  for (const auto& option : options_of(verb)) text += row(value_of(option), help_of_option(option));
  if (!verb.examples.empty()) text += "\nExamples\n";
  for (const auto& example : verb.examples) text += fmt::format("  # {}\n  reviewctl {}\n", example.what, example.line);
  return text;
}

}  // namespace reviewctl
