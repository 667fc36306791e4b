#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace reviewd {

/// The size of a page, in points.
struct PageSize {
  double width = 595;
  double height = 842;
};

/// A page with what is drawn on it, in the language of pages: `/F` is Helvetica, `/Pale` a state in which what is drawn
/// can be read through.
struct DrawnPage {
  PageSize size{};
  std::string content{};
};

/// A PDF of these pages.
[[nodiscard]] std::string drawn_pdf(const std::vector<DrawnPage>& pages);

/// A text as a page shows it: of the letters, those of Latin-1. Others, which the fonts of every reader do not have,
/// become `?`.
[[nodiscard]] std::string drawn_words(std::string_view utf8);

}  // namespace reviewd
