#pragma once

#include <memory>
#include <string>

struct sb_stemmer;

namespace review {

/// Takes the endings off English words, by the algorithm of Snowball: `records`, `recorded` and `recording` have the
/// stem `record`. A stem need be no word.
class Stemmer {
 public:
  Stemmer();
  /// `word` is in small letters.
  [[nodiscard]] std::string stem(const std::string& word) const;

 private:
  std::unique_ptr<sb_stemmer, void (*)(sb_stemmer*)> stemmer_;
};

}  // namespace review
