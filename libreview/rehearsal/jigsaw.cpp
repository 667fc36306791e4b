#include "libreview/rehearsal/jigsaw.hpp"

#include <functional>
#include <map>
#include <optional>

#include "libreview/rehearsal/known_day.hpp"
#include "libreview/rehearsal/phrases.hpp"

namespace review {
namespace {

struct Read {
  const StrangerText& text;
  std::vector<TextWord> words;
};

std::vector<Read> read(const std::vector<StrangerText>& texts) {
  std::vector<Read> all;
  for (const auto& text : texts) all.push_back({text, text_words(text.text)});
  return all;
}

/// The mentions of one kind: the same letters in the same place are one.
class Mentions {
 public:
  explicit Mentions(const RehearsalRules& rules) : context_(rules.context) {}

  void put(const StrangerText& text, std::size_t from, std::size_t to) {
    auto excerpt = excerpt_of(text.text, from, to, context_);
    const auto [same, is_new] = told_.try_emplace({text.place, joined_letters(excerpt.match)}, all_.size());
    if (is_new) {
      all_.push_back({text.place, std::move(excerpt)});
    } else {
      ++all_[same->second].times;
    }
  }

  std::vector<Mention> take() { return std::move(all_); }

 private:
  int context_;
  std::vector<Mention> all_{};
  std::map<std::pair<std::string, std::string>, std::size_t> told_{};
};

std::vector<Mention> of_phrases(const std::vector<std::string>& phrases, const std::vector<Read>& texts,
                                const RehearsalRules& rules) {
  const std::vector<Phrase> sought(phrases.begin(), phrases.end());
  Mentions mentions(rules);
  for (const auto& one : texts) {
    for (std::size_t i = 0; i < one.words.size();) {
      auto end = i;
      for (const auto& phrase : sought) end = std::max(end, phrase.end_at(one.text.text, one.words, i));
      if (end > i) mentions.put(one.text, one.words[i].from, one.words[end - 1].to);
      i = std::max(end, i + 1);
    }
  }
  return mentions.take();
}

std::vector<Mention> of_days(const std::vector<std::string>& days, const std::vector<Read>& texts,
                             const RehearsalRules& rules) {
  std::vector<KnownDay> known;
  for (const auto& day : days) {
    if (const auto one = KnownDay::parse(day)) known.push_back(*one);
  }
  Mentions mentions(rules);
  for (const auto& one : texts) {
    for (const auto& date : written_dates(one.text.text, one.words)) {
      for (const auto& day : known) {
        if (says_of(date, day) == SaysOfDay::nothing) continue;
        mentions.put(one.text, date.from, date.to);
        break;
      }
    }
  }
  return mentions.take();
}

/// A place that is no more than words of English, such as `home`, tells nothing.
bool tells_something(const std::string& place, const RehearsalRules& rules) {
  for (const auto& word : text_words(place)) {
    if (!word.number && !rules.ordinary.contains(word.letters) && word.letters.size() > 2) return true;
  }
  return false;
}

/// An area may be called by words of English: it counts where it stands as a name does.
struct SoughtPlace {
  std::string letters;
  bool as_name;
};

std::vector<SoughtPlace> sought_places(const CaseDetails& details, const RehearsalRules& rules) {
  std::vector<SoughtPlace> all;
  for (const auto& area : details.areas) all.push_back({joined_letters(area), !tells_something(area, rules)});
  for (const auto& place : details.places) {
    if (tells_something(place, rules)) all.push_back({joined_letters(place), false});
  }
  std::erase_if(all, [](const SoughtPlace& place) { return place.letters.empty(); });
  return all;
}

std::vector<Mention> of_places(const CaseDetails& details, const std::vector<Read>& texts,
                               const RehearsalRules& rules) {
  const auto sought = sought_places(details, rules);
  Mentions mentions(rules);
  for (const auto& one : texts) {
    for (std::size_t i = 0; i < one.words.size();) {
      auto end = i;
      for (const auto& place : sought) {
        const bool as_name = one.words[i].capital && !one.words[i].begins;
        if (as_name || !place.as_name) end = std::max(end, row_end(one.text.text, one.words, i, place.letters));
      }
      if (end > i) mentions.put(one.text, one.words[i].from, one.words[end - 1].to);
      i = std::max(end, i + 1);
    }
  }
  return mentions.take();
}

std::string_view name_of(v1::FactFinding finding) {
  if (finding == v1::FACT_FINDING_UNSPECIFIED) return "ALLEGED";
  return finding == v1::FACT_FINDING_FOUND ? "FOUND" : "NOT_FOUND";
}

}  // namespace

std::vector<JigsawKind> jigsaw_kinds(const CaseDetails& details, const std::vector<StrangerText>& texts,
                                     const RehearsalRules& rules) {
  const auto all = read(texts);
  std::vector<JigsawKind> kinds;
  for (const auto& rule : rules.jigsaw) {
    auto mentions = rule.of == "days"     ? of_days(details.days, all, rules)
                    : rule.of == "places" ? of_places(details, all, rules)
                                          : of_phrases(rule.phrases, all, rules);
    if (!mentions.empty()) kinds.push_back({rule.id, rule.title, rule.advice, std::move(mentions)});
  }
  return kinds;
}

std::vector<WordingKind> wording_kinds(v1::FactFinding finding, const std::vector<StrangerText>& texts,
                                       const RehearsalRules& rules) {
  const auto all = read(texts);
  std::vector<WordingKind> kinds;
  for (const auto& rule : rules.wording) {
    if (rule.unless.contains(std::string(name_of(finding)))) continue;
    auto mentions = of_phrases(rule.phrases, all, rules);
    if (!mentions.empty()) kinds.push_back({rule.advice, std::move(mentions)});
  }
  return kinds;
}

}  // namespace review
