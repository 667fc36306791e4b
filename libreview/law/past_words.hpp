#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "libreview/law/citation.hpp"

namespace review {

/// What the cells of a column hold.
enum class PastSort { text, day, yes_no, choice, agency, age, address };

/// Something that a spreadsheet may say of a case, a recommendation, an action, or what an agency did on a day.
struct PastField {
  std::string id;     ///< `notified-on`
  std::string label;  ///< for people
  PastSort sort;
  std::set<std::string> on;        ///< `cases`, `learning`, `chronology`: on which sheets it can stand
  std::set<std::string> headings;  ///< what columns of it are called, in small letters with single blanks
};

/// What people write, and today's word for it.
struct PastValue {
  std::string of;  ///< a field
  std::string is;  ///< as the schema names it: `LCSPR`
  std::set<std::string> words;
  std::string says;  ///< of a word that means something else today: what to mind; else empty
  std::vector<Citation> cites;
};

/// What `past.toml` holds.
struct PastWords {
  std::vector<PastField> fields;
  std::vector<PastValue> values;
  std::set<std::string> unknown;  ///< says that nobody knows
  std::set<std::string> inexact;  ///< stands beside a day that is not exact
  std::set<std::string> yes;
  std::set<std::string> no;
  std::vector<Citation> cites;
  std::string grade;

  /// Null where there is none.
  [[nodiscard]] const PastField* field(std::string_view id) const;
  [[nodiscard]] const PastValue* value(std::string_view of, std::string_view words) const;
};

}  // namespace review
