#include "tools/reviewctl/run_command.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "libreview/base/closest.hpp"
#include "libreview/vocabulary/names.hpp"
#include "tools/reviewctl/help.hpp"
#include "tools/reviewctl/parse_arguments.hpp"
#include "tools/reviewctl/pretty_json.hpp"
#include "tools/reviewctl/printable.hpp"
#include "tools/reviewctl/verbs/verbs.hpp"

namespace reviewctl {
namespace {

using Words = std::vector<std::string>;

bool is_help(const std::string& word) { return word == "--help" || word == "-h" || word == "help"; }

bool is_noun(const std::string& word) {
  return std::any_of(verbs().begin(), verbs().end(), [&](const Verb& verb) { return verb.noun == word; });
}

/// The format asked for, also where the command line is wrong otherwise.
Format format_in(const Words& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].rfind("--output=", 0) == 0) return format_named(words[i].substr(9));
    if (words[i] == "--output" && i + 1 < words.size()) return format_named(words[i + 1]);
  }
  return Format::table;
}

ExitCode tell(const Problem& problem, Format format, const Terminal& terminal) {
  if (format == Format::json || format == Format::ndjson) {
    terminal.talk << pretty_json(problem_json(problem)) << '\n';
  } else {
    terminal.talk << problem_text(problem);
  }
  return problem.exit;
}

ExitCode unknown(const Words& words, const Terminal& terminal) {
  std::vector<std::string> known;
  if (is_noun(words[0])) {
    for (const auto& verb : verbs()) {
      if (verb.noun == words[0]) known.push_back(verb.verb);
    }
    terminal.talk << fmt::format("reviewctl: {} has no verb {}.{}\n\n", words[0], printable(words[1]),
                                 review::did_you_mean(words[1], known))
                  << help_of_program(words[0]);
    return ExitCode::usage;
  }
  for (const auto& verb : verbs()) known.push_back(verb.noun);
  terminal.talk << fmt::format("reviewctl: {} is none of its words.{}\nreviewctl help lists what it does.\n",
                               printable(words[0]), review::did_you_mean(words[0], known));
  return ExitCode::usage;
}

/// Whether a place of what was sent is what an option gave: `/to` of `--to`, `/scopes/0` of a `--scope` that may be
/// given more than once.
bool is_of(const Option& option, std::string_view pointer) {
  const auto field = "/" + review::camel(review::snake(option.name));
  return option.repeats ? pointer.starts_with(field + "s/") : pointer == field;
}

/// Faults in what options gave are shown at the option.
Problem at_options(Problem problem, const Verb& verb) {
  for (auto& fault : problem.violations) {
    for (const auto& option : options_of(verb)) {
      if (fault.flag.empty() && is_of(option, fault.pointer)) fault.flag = "--" + option.name;
    }
  }
  return problem;
}

Outcome<ExitCode> run(const Verb& verb, const Words& words, Format format, const Terminal& terminal) {
  const auto kind = kind_named(verb, words);
  if (!kind) return stop(kind.error());
  const auto parsed = parse_arguments(verb, *kind, words);
  if (!parsed) return stop(parsed.error());
  if (parsed->wants_help) {
    terminal.data << help_of_verb(verb, *kind);
    return ExitCode::done;
  }
  if (verb.reach == Reach::file && !parsed->arguments.has("store")) return misused("Name the store: --store FILE.");
  Output output(format, terminal.colour, terminal.data, terminal.talk);
  Call call{verb, parsed->arguments, output};
  return verb.run(call);
}

}  // namespace

ExitCode run_command(const Words& words, const Terminal& terminal) {
  if (words.empty()) {
    terminal.talk << help_of_program("");
    return ExitCode::usage;
  }
  const bool two = words.size() > 1;
  if (is_help(words.front())) {
    terminal.data << help_of_program(two && is_noun(words[1]) ? words[1] : "");
    return ExitCode::done;
  }
  if (is_noun(words.front()) && find_verb(words.front(), "") == nullptr && (!two || is_help(words[1]))) {
    (two ? terminal.data : terminal.talk) << help_of_program(words.front());
    return two ? ExitCode::done : ExitCode::usage;
  }
  const Verb* verb = two ? find_verb(words[0], words[1]) : nullptr;
  const std::ptrdiff_t taken = verb == nullptr ? 1 : 2;
  if (verb == nullptr) verb = find_verb(words[0], "");
  if (verb == nullptr) return unknown(words, terminal);
  const auto format = format_in(words);
  const auto done = run(*verb, Words(words.begin() + taken, words.end()), format, terminal);
  return done ? *done : tell(at_options(done.error(), *verb), format, terminal);
}

}  // namespace reviewctl
