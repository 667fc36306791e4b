#include "libreview/learning/advise.hpp"

#include <algorithm>

#include "libreview/rehearsal/phrases.hpp"

namespace review {
namespace {

/// A text with its words.
struct Reading {
  const std::string& text;
  std::vector<TextWord> words;

  explicit Reading(const std::string& of) : text(of), words(text_words(of)) {}
};

/// The first of the phrases that stands in the text, as it stands there; empty where none does.
std::string found_in(const Reading& reading, const std::vector<std::string>& phrases) {
  for (const auto& one : phrases) {
    const Phrase phrase(one);
    for (std::size_t at = 0; at < reading.words.size(); ++at) {
      const auto end = phrase.end_at(reading.text, reading.words, at);
      if (end == at) continue;
      const auto from = reading.words[at].from;
      return reading.text.substr(from, reading.words[end - 1].to - from);
    }
  }
  return {};
}

bool names_an_act(const Reading& reading, const Prompt& prompt) {
  return std::ranges::any_of(reading.words, [&](const TextWord& word) { return prompt.acts.contains(word.letters); });
}

/// Whether the draft leaves the question open, and by which words.
std::optional<Advice> asked(const Prompt& prompt, const DraftWords& draft) {
  const Advice advice{prompt.id, prompt.question, prompt.says, {}};
  const Reading text(draft.text);
  switch (prompt.looks_at) {
    case LooksAt::who:
      return draft.has_who ? std::nullopt : std::optional(advice);
    case LooksAt::by_when:
      return draft.has_day || !found_in(text, prompt.phrases).empty() ? std::nullopt : std::optional(advice);
    case LooksAt::measure: {
      const Reading measure(draft.is_action ? draft.measure : draft.text);
      return found_in(measure, prompt.phrases).empty() ? std::optional(advice) : std::nullopt;
    }
    case LooksAt::text:
      break;
  }
  auto vague = found_in(text, prompt.vague);
  if (vague.empty() || names_an_act(text, prompt)) return std::nullopt;
  return Advice{prompt.id, prompt.question, prompt.says, std::move(vague)};
}

}  // namespace

std::optional<DraftWords> draft_of(const v1::Entry& entry) {
  if (entry.has_recommendation_made()) {
    const auto& made = entry.recommendation_made();
    return DraftWords{false, made.text(), !made.to().empty(), false, {}};
  }
  if (entry.has_action_agreed()) {
    const auto& agreed = entry.action_agreed();
    return DraftWords{true, agreed.what(), agreed.has_person(), agreed.has_due_on(), agreed.measure()};
  }
  return std::nullopt;
}

std::vector<Advice> advise(const DraftWords& draft, const PromptRules& rules) {
  std::vector<Advice> all;
  if (text_words(draft.text).empty()) return all;
  for (const auto& prompt : rules.prompts) {
    if (!(draft.is_action ? prompt.of_action : prompt.of_recommendation)) continue;
    if (auto one = asked(prompt, draft)) all.push_back(std::move(*one));
  }
  return all;
}

}  // namespace review
