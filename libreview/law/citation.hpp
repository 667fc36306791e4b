#pragma once

#include <string>

namespace review {

/// One place in one source.
struct Citation {
  std::string source;  ///< id of a `Source`
  std::string at;      ///< the place in it, for example `chapter 5`; empty for the whole
};

/// A text that a rule, a scenario or a bank holiday may cite.
struct Source {
  std::string id;  ///< `wt-2023`
  std::string title;
  std::string address;  ///< where it was read; empty for what has no public address
  std::string dated;    ///< as the text dates itself: a day, a month or a year; may be empty
  std::string note;     ///< for example that the text was read in another body's summary
};

}  // namespace review
