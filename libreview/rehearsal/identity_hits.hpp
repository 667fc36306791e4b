#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "libreview/rehearsal/identity.hpp"
#include "libreview/rehearsal/known_day.hpp"
#include "libreview/rehearsal/sought.hpp"
#include "libreview/rehearsal/text_words.hpp"

namespace review {

/// One place in one text.
struct IdentityHit {
  IdentityKind kind;
  Writing how;
  std::set<std::string> whose;
  std::size_t from;  ///< bytes
  std::size_t to;
  bool look = false;
  std::string letters{};  ///< of what was found
};

/// Looks through texts one after the other. The texts of the document must all be known beforehand: a word that stands
/// in small letters anywhere in it is no name that was misspelt.
class HitSearch {
 public:
  /// The rules must outlive it.
  HitSearch(const std::vector<Identity>& identities, const std::vector<StrangerText>& texts,
            const RehearsalRules& rules, Seek seek = Seek::findings);
  HitSearch(const HitSearch&) = delete;
  HitSearch& operator=(const HitSearch&) = delete;

  /// Everything in the text; hits may overlap.
  [[nodiscard]] std::vector<IdentityHit> hits(const StrangerText& text);

 private:
  /// Whether the row of words that begins with `first` may be what is sought, by its capitals.
  [[nodiscard]] static bool fits(const Sought& sought, const StrangerText& text, const TextWord& first);
  void put_rows(const StrangerText& text, const std::vector<TextWord>& words, std::vector<IdentityHit>& into) const;
  void put_misspelt(const StrangerText& text, const std::vector<TextWord>& words, std::vector<IdentityHit>& into);
  void put_dates(const StrangerText& text, const std::vector<TextWord>& words, std::vector<IdentityHit>& into) const;
  /// The parts of names that a word reads like, with faults.
  [[nodiscard]] const std::vector<const Sought*>& near(const std::string& word);

  struct Birthday {
    KnownDay day;
    std::string whose;
  };

  const RehearsalRules& rules_;
  std::vector<Sought> sought_;
  std::multimap<char, const Sought*> by_letter_;
  std::vector<Birthday> birthdays_;
  std::set<std::string, std::less<>> small_;  ///< words that stand in small letters in prose
  std::map<std::string, std::vector<const Sought*>, std::less<>> near_;
};

}  // namespace review
