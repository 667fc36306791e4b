#pragma once

#include <string>
#include <vector>

#include "reviewd/documents/drawn_pdf.hpp"

namespace reviewd {

/// What a marked copy says of itself.
struct Mark {
  std::string reader;     ///< the id of the person
  std::string name;       ///< what the person is called; empty where that is not known
  std::string time;       ///< `Tuesday 17 March 2026 at 09:30`
  std::string reference;  ///< `26-0007 document-1 version 2`; never a title
};

/// The mark in one line, for people.
[[nodiscard]] std::string mark_words(const Mark& mark);
/// The same of what is under no embargo.
[[nodiscard]] std::string copy_words(const Mark& mark);

/// A PDF of one page of A4 with nothing on it but the mark: at the head, at the foot, and across, pale enough to read
/// through. Letters that the fonts of every reader do not have become `?`; the id of the reader has none of those.
[[nodiscard]] std::string mark_page(const Mark& mark);

/// A PDF of empty pages of these sizes, each with the mark, which says `words`: what is laid under it stays readable.
[[nodiscard]] std::string mark_sheets(const Mark& mark, const std::string& words, const std::vector<PageSize>& sizes);

/// A PDF of pages of these sizes with nothing on them but their numbers: `Page 3 of 40`.
[[nodiscard]] std::string number_sheets(const std::vector<PageSize>& sizes);

}  // namespace reviewd
