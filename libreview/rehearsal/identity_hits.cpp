#include "libreview/rehearsal/identity_hits.hpp"

#include <algorithm>

#include "libreview/rehearsal/close_spelling.hpp"

namespace review {
namespace {

IdentityHit hit_of(const Sought& sought, const TextWord& first, const TextWord& last) {
  const bool is_possessive = (sought.how == Writing::exact || sought.how == Writing::part) && last.possessive;
  return {.kind = sought.kind,
          .how = is_possessive ? Writing::possessive : sought.how,
          .whose = {sought.whose},
          .from = first.from,
          .to = last.to,
          .look = sought.how == Writing::initials,
          .letters = sought.letters};
}

/// Between initials are full stops and blanks.
bool are_initials(std::string_view text, const std::vector<TextWord>& words, std::size_t from, std::size_t end) {
  for (auto i = from; i < end; ++i) {
    if (!words[i].capitals) return false;
    if (i == from) continue;
    const auto between = text.substr(words[i - 1].to, words[i].from - words[i - 1].to);
    if (between.find_first_not_of(". ") != std::string_view::npos) return false;
  }
  return true;
}

/// The words that nothing stands between, as one.
std::string glued_letters(const std::vector<TextWord>& words, std::size_t from, std::size_t to) {
  std::string all;
  for (auto i = from; i < to; ++i) all += words[i].letters;
  return all;
}

}  // namespace

/// A word that most texts hold is that word in small letters. With a capital it may be the name, also where it begins a
/// sentence: a name that is missed costs more than a look too many. A place that is such a word is not told apart
/// there.
bool HitSearch::fits(const Sought& sought, const StrangerText& text, const TextWord& first) {
  if (sought.as_capital) return first.capital && !(first.capitals && first.letters.size() > 1);
  if (!text.prose) return true;
  return sought.within ? first.capital && !first.begins : first.capital || !sought.everyday;
}

HitSearch::HitSearch(const std::vector<Identity>& identities, const std::vector<StrangerText>& texts,
                     const RehearsalRules& rules, Seek seek)
    : rules_(rules), sought_(sought_of(identities, rules, seek)) {
  for (const auto& one : sought_) by_letter_.emplace(one.letters.front(), &one);
  for (const auto& one : identities) {
    if (one.kind != IdentityKind::date_of_birth) continue;
    if (const auto day = KnownDay::parse(one.text)) birthdays_.push_back({*day, one.whose});
  }
  for (const auto& text : texts) {
    if (!text.prose) continue;
    for (auto& word : text_words(text.text)) {
      if (!word.capital && !word.number && !word.glued) small_.insert(std::move(word.letters));
    }
  }
}

std::vector<IdentityHit> HitSearch::hits(const StrangerText& text) {
  const auto words = text_words(text.text);
  std::vector<IdentityHit> all;
  put_rows(text, words, all);
  put_misspelt(text, words, all);
  put_dates(text, words, all);
  return all;
}

void HitSearch::put_rows(const StrangerText& text, const std::vector<TextWord>& words,
                         std::vector<IdentityHit>& into) const {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].letters.empty()) continue;
    const auto [begin, end] = by_letter_.equal_range(words[i].letters.front());
    for (auto one = begin; one != end; ++one) {
      const auto& sought = *one->second;
      const auto after = row_end(text.text, words, i, sought.letters);
      if (after == i || !fits(sought, text, words[i])) continue;
      if (sought.how == Writing::initials && !are_initials(text.text, words, i, after)) continue;
      auto hit = hit_of(sought, words[i], words[after - 1]);
      hit.look = hit.look || sought.ordinary;
      into.push_back(std::move(hit));
    }
  }
}

const std::vector<const Sought*>& HitSearch::near(const std::string& word) {
  const auto [at, is_new] = near_.try_emplace(word);
  if (!is_new) return at->second;
  for (const auto& sought : sought_) {
    if (!sought.misspelt || sought.letters == word) continue;
    const auto length = static_cast<int>(sought.letters.size());
    const int most = length >= rules_.misspelt_twice_letters ? 2 : 1;
    if (spelling_faults(sought.letters, word, most) <= most) at->second.push_back(&sought);
  }
  return at->second;
}

void HitSearch::put_misspelt(const StrangerText& text, const std::vector<TextWord>& words,
                             std::vector<IdentityHit>& into) {
  for (std::size_t i = 0; i < words.size();) {
    auto end = i + 1;
    while (end < words.size() && words[end].glued && !words[end].number && !words[i].number) ++end;
    const auto letters = glued_letters(words, i, end);
    const auto& first = words[i];
    const bool looks_like_a_name = !text.prose || first.capital;
    const bool is_a_word = rules_.ordinary.contains(letters) || small_.contains(letters);
    if (!first.number && looks_like_a_name && !is_a_word &&
        static_cast<int>(letters.size()) + 1 >= rules_.misspelt_letters) {
      for (const auto* sought : near(letters)) {
        auto hit = hit_of(*sought, first, words[end - 1]);
        hit.how = Writing::misspelt;
        hit.letters = letters;
        hit.look = sought->ordinary || (text.prose && first.begins);
        into.push_back(std::move(hit));
      }
    }
    i = end;
  }
}

void HitSearch::put_dates(const StrangerText& text, const std::vector<TextWord>& words,
                          std::vector<IdentityHit>& into) const {
  if (birthdays_.empty()) return;
  for (const auto& date : written_dates(text.text, words)) {
    for (const auto& birthday : birthdays_) {
      const auto says = says_of(date, birthday.day);
      if (says == SaysOfDay::nothing) continue;
      const bool part = says == SaysOfDay::part;
      into.push_back({.kind = IdentityKind::date_of_birth,
                      .how = part       ? Writing::part
                             : date.iso ? Writing::exact
                                        : Writing::date_written_otherwise,
                      .whose = {birthday.whose},
                      .from = date.from,
                      .to = date.to,
                      .look = part,
                      .letters = text.text.substr(date.from, date.to - date.from)});
    }
  }
}

}  // namespace review
