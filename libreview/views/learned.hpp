#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "libreview/access/reader.hpp"
#include "libreview/base/result.hpp"
#include "libreview/calendar/date.hpp"
#include "libreview/learning/telling_words.hpp"
#include "libreview/store/store.hpp"
#include "review/v1/case_file.pb.h"
#include "review/v1/entries.pb.h"

namespace review {

/// When something was said: the day, and of one day the time it was recorded.
struct SaidAt {
  std::string day;
  std::string recorded;
  auto operator<=>(const SaidAt&) const = default;
};
[[nodiscard]] SaidAt said_at(const v1::Entry& entry);

/// An entry in which something was learned or recommended.
struct LearnedRow {
  std::string record;
  std::string entry;  ///< the first one, where it was corrected
  SaidAt at;
};

/// A record that says something on a theme.
struct OnTheme {
  LearnedRow newest;        ///< the newest entry of it that does
  int findings = 0;         ///< so many of its findings are on the theme
  int recommendations = 0;  ///< so many of its recommendations are
};

/// A recommendation that has words in common with a text.
struct AlikeRow {
  LearnedRow said;
  std::vector<TellingWord> words;  ///< all of its telling words, whoever may read them
  bool may_be_covered = false;     ///< an embargo on its case, or on one beside it, may keep some of them from a reader
};

/// Which earlier recommendations are asked for.
struct AlikeWanted {
  const std::vector<TellingWord>& words;
  std::string not_in{};  ///< a record that is left out
};

/// Whether a recommendation is looked for, by its stems with spaces between them, whoever may read them; see
/// `AlikeRow::may_be_covered`.
using TakesStems = std::function<bool(std::string_view stems, bool may_be_covered)>;

/// What was learned and recommended in all cases: by theme, and an index over the stems of what is recommended, kept
/// like `Words` and forgotten like them. It holds words of entries, so it holds personal data: whoever asks it must
/// look at each row with the reader's eyes before showing, or even counting it.
class Learned {
 public:
  explicit Learned(Store& store) : store_(store) {}

  /// Drops and creates the tables, empty. Inside `Store::attempt`, in a transaction.
  void reset();
  /// Keeps a case and the entry just added to it, which corrects nothing. Inside a transaction.
  [[nodiscard]] Result<void> add(const v1::CaseFile& file, const v1::Entry& entry);
  /// Keeps a case and those of its entries that count; what was there before is forgotten. Inside a transaction.
  [[nodiscard]] Result<void> put(const v1::CaseFile& file, const std::vector<v1::Entry>& entries);
  /// See Words::tidy.
  [[nodiscard]] Result<void> tidy();

  /// The recommendations that may be like a text, in cases that the reader sees: a few hundred at most, those first
  /// that share rare words with it. How like they are is not said: that is for words that the reader reads.
  [[nodiscard]] std::vector<AlikeRow> alike(const AlikeWanted& wanted, const Reader& reader, Date today);
  /// Every recommendation of another record that was made before and that `takes` takes, in cases that the reader sees.
  /// All are looked through once, however much is looked for: `takes` is asked of each in turn.
  [[nodiscard]] std::vector<LearnedRow> recommended(const std::string& not_in, const SaidAt& before,
                                                    const TakesStems& takes, const Reader& reader, Date today);
  /// The other records that the reader sees in which something was said on a theme before, that of the newest first.
  /// What they said after that is not counted.
  [[nodiscard]] std::vector<OnTheme> on_theme(const std::string& theme, const std::string& not_in, const SaidAt& before,
                                              const Reader& reader, Date today);

  /// Everything kept, for the test that rebuilt tables equal the kept ones.
  [[nodiscard]] std::string dump();

 private:
  void insert(const std::string& record, const v1::Entry& entry);
  void keep_coverable(const v1::CaseFile& file, const std::string& record);

  Store& store_;
};

/// The themes of what an entry says that was learned or recommended, each once.
[[nodiscard]] std::vector<std::string> themes_of(const v1::Entry& entry);

}  // namespace review
