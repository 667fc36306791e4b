#include "tools/reviewctl/parse_arguments.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iterator>
#include <string_view>

#include "libreview/base/closest.hpp"
#include "tools/reviewctl/entry_flags.hpp"

namespace reviewctl {
namespace {

/// Values are read from the options themselves.
CLI::callback_t ignored() {
  return [](const CLI::results_t&) { return true; };
}

/// CLI11 takes -7 for an option called 7, so it travels under a minus sign of its own.
constexpr const char* minus = "\u2212";

std::string with_minus(const std::string& word) {
  const bool negative =
      word.size() > 1 && word[0] == '-' && word.find_first_not_of("0123456789", 1) == std::string::npos;
  return negative ? minus + word.substr(1) : word;
}

std::string with_hyphen(const std::string& word) {
  return word.rfind(minus, 0) == 0 ? "-" + word.substr(std::string_view(minus).size()) : word;
}

/// The operands in the order given, and the last value of `--kind`.
struct Glimpse {
  std::vector<std::string> operands;
  std::string kind;
  bool has_file = false;
};

/// Every option that is no switch takes one word, also those that are known only once the kind is.
Glimpse glimpse(const Verb& verb, const std::vector<std::string>& words) {
  const auto options = options_of(verb);
  const auto is_switch = [&](const std::string& name) {
    return std::any_of(options.begin(), options.end(),
                       [&](const Option& one) { return one.name == name && one.value.empty(); });
  };
  Glimpse seen;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto& word = words[i];
    if (word.rfind("--", 0) != 0) {
      if (word != "-h") seen.operands.push_back(word);
      continue;
    }
    const auto equals = word.find('=');
    const std::string name = word.substr(2, equals == std::string::npos ? equals : equals - 2);
    std::string value;
    if (equals != std::string::npos) {
      value = word.substr(equals + 1);
    } else if (!is_switch(name) && i + 1 < words.size()) {
      value = words[++i];
    }
    if (name == "kind") seen.kind = value;
    if (name == "file") seen.has_file = true;
  }
  return seen;
}

Outcome<const review::Kind*> find_kind(const std::string& name) {
  const auto* kind = review::find_kind(name);
  if (kind != nullptr) return kind;
  std::vector<std::string> known;
  for (const auto& one : review::member_kinds()) known.push_back(one.name);
  return misused(fmt::format("There is no kind of entry {}.{}\nreviewctl entry add --help lists the kinds.", name,
                             review::did_you_mean(name, known)));
}

Outcome<bool> check_choice(const std::string& what, const std::vector<std::string>& choices,
                           const std::vector<std::string>& given) {
  for (const auto& one : given) {
    if (choices.empty() || std::find(choices.begin(), choices.end(), one) != choices.end()) continue;
    return misused(fmt::format("{} is one of {}, not {}.{}", what, fmt::join(choices, ", "), one,
                               review::did_you_mean(one, choices)));
  }
  return true;
}

/// Every option with what stands for its value.
std::vector<std::pair<std::string, std::string>> known_options(const Verb& verb, const review::Kind* kind) {
  std::vector<std::pair<std::string, std::string>> known;
  for (const auto& option : options_of(verb)) {
    known.emplace_back(option.name,
                       option.choices.empty() ? option.value : fmt::format("{}", fmt::join(option.choices, "|")));
  }
  if (verb.fields == Fields::none) return known;
  for (const auto& flag : entry_flags(verb, kind)) known.emplace_back(flag.name, placeholder(flag));
  return known;
}

std::string help_line(const Verb& verb, const review::Kind* kind) {
  const bool of_kind = verb.fields == Fields::of_operand_kind && kind != nullptr;
  return fmt::format("\nreviewctl {}{} --help tells more.", name_of(verb), of_kind ? " CASE " + kind->name : "");
}

/// Words that the verb has no use for.
tl::unexpected<Problem> surplus(const Verb& verb, const review::Kind* kind, const std::vector<std::string>& words) {
  const auto option =
      std::find_if(words.begin(), words.end(), [](const auto& word) { return word.rfind('-', 0) == 0; });
  if (option == words.end()) {
    return misused(fmt::format("This belongs to no option: {}. Put a text of several words in quotes.{}",
                               fmt::join(words, " "), help_line(verb, kind)));
  }
  const auto name = option->substr(0, option->find('='));
  std::vector<std::string> known;
  for (const auto& one : known_options(verb, kind)) known.push_back("--" + one.first);
  return misused(
      fmt::format("There is no option {}.{}{}", name, review::did_you_mean(name, known), help_line(verb, kind)));
}

/// An option at the end of the line, or before another.
tl::unexpected<Problem> valueless(const Verb& verb, const review::Kind* kind, const std::string& option) {
  for (const auto& [name, value] : known_options(verb, kind)) {
    if (option == "--" + name && !value.empty())
      return misused(fmt::format("{} needs a value: {}.{}", option, value, help_line(verb, kind)));
  }
  return misused(fmt::format("{} takes no value.{}", option, help_line(verb, kind)));
}

}  // namespace

Outcome<const review::Kind*> kind_named(const Verb& verb, const std::vector<std::string>& words) {
  const review::Kind* none = nullptr;
  if (verb.fields == Fields::none) return none;
  const auto seen = glimpse(verb, words);
  if (verb.fields == Fields::of_operand_kind) {
    return seen.operands.size() < 2 ? Outcome<const review::Kind*>(none) : find_kind(seen.operands[1]);
  }
  if (!seen.kind.empty()) return find_kind(seen.kind);
  return seen.has_file ? none : review::find_kind(verb.opens);
}

Outcome<Parsed> parse_arguments(const Verb& verb, const review::Kind* kind, const std::vector<std::string>& words) {
  CLI::App app;
  app.set_help_flag();
  std::vector<std::pair<std::string, CLI::Option*>> known;
  const auto options = options_of(verb);
  for (const auto& option : options) {
    const std::string name = option.name == "help" ? "-h,--help" : "--" + option.name;
    auto* added = option.value.empty() ? app.add_flag(name) : app.add_option(name, ignored())->take_all();
    if (option.words > 1) added->expected(1, option.words);
    known.emplace_back(option.name, added);
  }
  if (verb.fields != Fields::none) {
    for (const auto& flag : entry_flags(verb, kind)) {
      known.emplace_back(flag.name, app.add_option("--" + flag.name, ignored())->take_all());
    }
  }
  for (const auto& operand : verb.operands) {
    auto* added = app.add_option(operand.name, ignored());
    if (operand.several) added->take_all()->allow_extra_args();
    known.emplace_back(operand.name, added);
  }
  Parsed parsed;
  try {
    std::vector<std::string> reversed;
    std::transform(words.rbegin(), words.rend(), std::back_inserter(reversed), with_minus);
    app.parse(std::move(reversed));
  } catch (const CLI::ExtrasError&) {
    auto words_left = app.remaining();
    std::transform(words_left.begin(), words_left.end(), words_left.begin(), with_hyphen);
    return surplus(verb, kind, words_left);
  } catch (const CLI::ArgumentMismatch& error) {
    const std::string says = error.what();
    return valueless(verb, kind, says.substr(0, says.find(':')));
  } catch (const CLI::ParseError& error) {
    return misused(error.what() + help_line(verb, kind));
  }
  for (const auto& [name, option] : known) {
    if (option->count() == 0) continue;
    for (const auto& value : option->results()) parsed.arguments.add(name, with_hyphen(value));
  }
  parsed.wants_help = parsed.arguments.has("help");
  if (parsed.wants_help) return parsed;
  for (const auto& option : options) {
    const bool one = !option.repeats && option.words == 1 && !option.value.empty();
    if (one && parsed.arguments.all(option.name).size() > 1)
      return misused(fmt::format("--{} is given more than once.", option.name));
    if (const auto fit = check_choice("--" + option.name, option.choices, parsed.arguments.all(option.name)); !fit)
      return stop(fit.error());
  }
  for (const auto& operand : verb.operands) {
    if (operand.required && !parsed.arguments.has(operand.name)) {
      return misused(fmt::format("{} is missing: {}{}", operand.name, operand.help, help_line(verb, kind)));
    }
    if (const auto fit = check_choice(operand.name, operand.choices, parsed.arguments.all(operand.name)); !fit)
      return stop(fit.error());
  }
  return parsed;
}

}  // namespace reviewctl
