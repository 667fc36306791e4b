#pragma once

#include <string>
#include <vector>

#include "libreview/calendar/date.hpp"
#include "libreview/law/citation.hpp"

namespace review {

/// What learning may be about. Its id is one theme for good, whatever becomes of its list.
struct Theme {
  std::string id;
  std::string title;
  std::string sentence;            ///< what it is about, in our own words
  std::vector<std::string> words;  ///< words, or words in a row, from which it is suggested
};

/// A list of themes that the Panel published, or a partnership made. It has no end: what was put under a theme of an
/// older list stays there.
struct ThemeList {
  std::string id;
  std::string title;
  Date from;                         ///< from this day on findings may be put under its themes
  bool local = false;                ///< the partnership's own
  std::vector<Citation> references;  ///< what it stands on, as `law_check` checks it
  std::vector<std::string> cites;    ///< the same, as people read it
  std::string grade;                 ///< as in `ClockVersion`
  std::string note;
  std::vector<Theme> themes;
};

}  // namespace review
