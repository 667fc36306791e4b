#include "tools/reviewctl/run_command.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "tools/reviewctl/help.hpp"
#include "tools/reviewctl/parse_arguments.hpp"
#include "tools/reviewctl/pretty_json.hpp"
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
  const bool known = is_noun(words.front());
  terminal.talk << fmt::format("reviewctl: there is no verb {}.\n\n",
                               known && words.size() > 1 ? words[0] + " " + words[1] : words[0])
                << help_of_program(known ? words.front() : "");
  return ExitCode::usage;
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
  if (is_help(words.front())) {
    terminal.data << help_of_program("");
    return ExitCode::done;
  }
  const bool two = words.size() > 1;
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
  return done ? *done : tell(done.error(), format, terminal);
}

}  // namespace reviewctl
