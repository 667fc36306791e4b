#pragma once

#include <string>
#include <variant>
#include <vector>

namespace reviewd {

/// A text that the service makes of the record, for people to read, edit and print: a letter, a submission, a pack.
/// `write_paper` makes an OpenDocument text of it, and `paper_pdf` a PDF of that. (What somebody uploaded is a
/// *document*, and no paper.)
///
/// All words are plain: a line break is a line break, and nothing is markup. Whoever builds a paper decides what its
/// reader may see; the paper shows all it is given.
///
/// So that it can be read by everybody: a heading is at most one level below the one before it, a table has a caption
/// and a title for each column, a picture has words that say what it shows. `write_paper` throws std::logic_error where
/// one of them is missing, for that is a mistake of the program.
namespace paper {

/// Level 2 and below: the title of the paper is its only heading of level 1.
struct Heading {
  int level = 2;
  std::string words;
};

struct Paragraph {
  enum class Look {
    plain,
    lead,   ///< larger, below the title
    note,   ///< set off by a line at its side: what to mind, what is missing
    strong  ///< bold: the subject of a letter
  };
  std::string words;
  Look look = Look::plain;
};

/// An empty list is left out.
struct List {
  std::vector<std::string> items;
  bool numbered = false;
};

/// Short facts, each with its name: `Notified on`, `2 April 2026`. They are lines of text and no table, so that they
/// are read in their order.
struct Fact {
  std::string name;
  std::string value;
};
struct Facts {
  std::vector<Fact> facts;
};

/// The first row says what stands in the columns; it is repeated on each page. Every row has as many cells as there are
/// columns.
struct Table {
  std::string caption;
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;
  std::vector<int> widths{};  ///< of the columns, in parts of the whole: {1, 3}; empty: all alike
};

/// A drawing or a photograph in the line of the text.
struct Picture {
  std::string title;    ///< in a few words
  std::string says;     ///< what it shows, for who does not see it
  std::string content;  ///< SVG or PNG
  std::string ending = "svg";
  double width_cm = 16;
  double height_cm = 8;
};

/// What follows begins on a new page.
struct NewPage {};

using Block = std::variant<Heading, Paragraph, List, Facts, Table, Picture, NewPage>;

}  // namespace paper

struct Paper {
  std::string title;        ///< the heading of level 1, and what a reader shows as its name; it names nobody
  std::string above{};      ///< a line above the title: the reference of the case
  std::string marking{};    ///< at the head of each page: OFFICIAL-SENSITIVE
  std::string foot{};       ///< at the foot of each page, beside its number: as at which day and version it was made
  std::string watermark{};  ///< across each page, in grey; empty: none. One line, best short
  bool practice = false;    ///< of a practice store: the paper says that everything in it is invented
  bool landscape = false;   ///< for wide tables
  bool numbered = true;     ///< says on each page which one it is; not where it is known only later
  std::vector<paper::Block> blocks{};
};

}  // namespace reviewd
