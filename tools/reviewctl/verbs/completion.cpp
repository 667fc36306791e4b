#include <set>

#include "libreview/vocabulary/kinds.hpp"
#include "tools/reviewctl/entry_flags.hpp"
#include "tools/reviewctl/verbs/verbs.hpp"

namespace reviewctl {
namespace {

std::string words(const std::set<std::string>& all) {
  std::string text;
  for (const auto& word : all) text += (text.empty() ? "" : " ") + word;
  return text;
}

std::set<std::string> options_words(const Verb& verb, const review::Kind* kind) {
  std::set<std::string> all;
  for (const auto& option : options_of(verb)) all.insert("--" + option.name);
  if (verb.fields != Fields::none) {
    for (const auto& flag : entry_flags(verb, kind)) all.insert("--" + flag.name);
  }
  return all;
}

std::string row(const std::string& pattern, const std::set<std::string>& all) {
  return "    \"" + pattern + "\") words=\"" + words(all) + "\" ;;\n";
}

/// What may follow the words of a verb, as rows of a bash case: noun, verb and kind with blanks between them.
std::string rows() {
  std::set<std::string> nouns{"--help"};
  std::string text;
  for (const auto& one : verbs()) {
    nouns.insert(one.noun);
    std::set<std::string> beside;
    for (const auto& other : verbs()) {
      if (other.noun == one.noun && !other.verb.empty()) beside.insert(other.verb);
    }
    if (!beside.empty() && *beside.begin() == one.verb) text += row(one.noun, beside);
    const auto* kind = one.fields == Fields::of_option_kind ? review::find_kind(one.opens) : nullptr;
    text += row(name_of(one), options_words(one, kind));
    if (one.fields != Fields::of_operand_kind) continue;
    std::set<std::string> kinds;
    for (const auto& each : review::member_kinds()) {
      kinds.insert(each.name);
      text += row(name_of(one) + " " + each.name, options_words(one, &each));
    }
    text += row(name_of(one) + " CASE", kinds);
  }
  return row("", nouns) + text;
}

constexpr const char* before =
    R"(# Completion of reviewctl for bash, and for zsh after: autoload -U +X bashcompinit && bashcompinit
_reviewctl() {
  local words="" key="" i
  local current="${COMP_WORDS[COMP_CWORD]}"
  for ((i = 1; i < COMP_CWORD && i < 5; i++)); do
    [[ ${COMP_WORDS[i]} == -* ]] && break
    key+="${key:+ }${COMP_WORDS[i]}"
  done
  if [[ $key == "entry add "* ]]; then
    local rest=(${key#entry add })
    if ((${#rest[@]} > 1)); then key="entry add ${rest[1]}"; elif [[ $current != -* ]]; then key="entry add CASE"; else key="entry add"; fi
  elif [[ $key == *" "*" "* ]]; then
    key="${key% *}"
  fi
  case "$key" in
)";

constexpr const char* after = R"(  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  if [[ ${#COMPREPLY[@]} == 0 ]]; then COMPREPLY=($(compgen -f -- "$current")); fi
}
complete -F _reviewctl reviewctl
)";

Outcome<ExitCode> run_completion(Call& call) {
  call.output.raw(before + rows() + after);
  return ExitCode::done;
}

}  // namespace

Verb completion() {
  return {.noun = "completion",
          .verb = "",
          .summary = "Prints what makes bash or zsh complete verbs, kinds and options",
          .operands = {{"SHELL", "bash or zsh", false, false, {"bash", "zsh"}}},
          .examples = {{"In bash", "completion bash > ~/.local/share/bash-completion/completions/reviewctl"}},
          .run = run_completion};
}

}  // namespace reviewctl
