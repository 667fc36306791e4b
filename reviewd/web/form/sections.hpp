#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <string>
#include <utility>
#include <vector>

#include "reviewd/web/form/plain_form.hpp"
#include "reviewd/web/frame/render.hpp"

namespace reviewd {

/// A cell of a table: words, which may be a link, or a button that does something at once.
struct Cell {
  std::string words;
  std::string address{};
  std::string action{};     ///< where the button sends its form
  std::string button{};     ///< its words
  std::string button_of{};  ///< what it is about, for who does not see the row
};

/// A table; the first cell of each row names the row.
struct PlainTable {
  std::string caption;
  std::vector<std::string> columns;
  std::vector<std::vector<Cell>> rows;
};

/// A part of a page. Parts that are empty are not shown.
struct Section {
  std::string heading{};
  std::vector<std::string> paragraphs{};
  std::string note{};  ///< set apart, with its lines as they are; one word, a link or a key, can be copied
  std::vector<std::pair<std::string, std::string>> facts{};
  std::vector<Cell> links{};  ///< `button_of` says what is behind the link
  PlainTable table{};
  PlainForm form{};
};

/// What was just done, for a banner, and what happens next.
struct Done {
  std::string what{};  ///< empty: nothing was
  std::string next{};
};

/// A page of such parts.
struct PlainPage {
  std::string title;
  std::string caption{};
  std::string back{};
  std::string back_words = "Back to administration";
  std::vector<Section> sections{};
  PlainFaults faults{};
  Done done{};
  bool contents = false;  ///< a long page: its headings are listed at its head
};

/// A list of fewer headings takes longer to read than the page.
inline constexpr std::size_t fewest_in_contents = 4;

[[nodiscard]] View sections_view(const PlainPage& page);
[[nodiscard]] Response sections_page(const PageCall& call, const PlainPage& page, int status = 200);

}  // namespace reviewd
