#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "libreview/law/past_words.hpp"
#include "libreview/past/mapping.hpp"
#include "libreview/past/nearest.hpp"

namespace review {

/// An agency of the register.
struct KnownAgency {
  std::string agency;
  std::string name;
};

/// A theme that learning may be put under today.
struct KnownTheme {
  std::string theme;
  std::string title;
};

/// What the words of a spreadsheet mean. Made once for a file, so that a cell is looked up and never compared with all
/// that is known. Of one thread.
class KnownWords {
 public:
  /// `words` outlives this.
  KnownWords(const PastWords& words, const Mapping& mapping, const std::vector<KnownAgency>& agencies,
             const std::vector<KnownTheme>& themes);

  /// What the mapping puts where a cell of the field is empty; may be empty.
  [[nodiscard]] std::string default_of(std::string_view field) const;
  /// What the mapping says that a word of the field means, as `plain_words` writes it. Null where it says nothing.
  [[nodiscard]] const std::string* mapped(std::string_view of, const std::string& plain) const;
  /// What the law's file says of it; null where it says nothing.
  [[nodiscard]] const PastValue* value(std::string_view of, const std::string& plain) const;
  /// The agency of the register with that name, however it is written, or with that reference; empty where none is.
  [[nodiscard]] std::string agency(const std::string& written) const;
  /// The theme of that id or title, or that the mapping or the law's file means by the word; empty where none is.
  [[nodiscard]] std::string theme(const std::string& written) const;

  /// The words of the law's file that are written most like it, the nearest first.
  [[nodiscard]] std::vector<std::string> nearest_values(std::string_view of, const std::string& written) const;
  [[nodiscard]] std::vector<std::string> nearest_agencies(const std::string& written) const;
  [[nodiscard]] std::vector<std::string> nearest_themes(const std::string& written) const;

 private:
  /// Of so many different words of a file the nearest are looked for; of more, nothing is near.
  static constexpr std::size_t most_looked_for = 300;

  using Words = std::map<std::string, const PastValue*, std::less<>>;

  [[nodiscard]] std::vector<std::string> near(std::string_view of, const std::string& written,
                                              const std::vector<KnownWord>& known, std::size_t most) const;

  std::map<std::string, std::string, std::less<>> defaults_{};
  std::map<std::string, std::map<std::string, std::string>, std::less<>> mapped_{};  ///< by field and word
  std::map<std::string, Words, std::less<>> values_{};                               ///< the same
  std::map<std::string, std::string, std::less<>> agencies_{};                       ///< by name, and by reference
  std::map<std::string, std::string, std::less<>> themes_{};                         ///< by id and by title
  std::set<std::string> theme_ids_{};
  std::map<std::string, std::vector<KnownWord>, std::less<>> spelled_{};  ///< what a word may be near to
  std::vector<KnownWord> spelled_agencies_{};
  std::vector<KnownWord> spelled_themes_{};
  mutable std::map<std::string, std::vector<std::string>> looked_for_{};
};

}  // namespace review
