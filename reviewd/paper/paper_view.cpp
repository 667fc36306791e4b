#include "reviewd/paper/paper_view.hpp"

#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <stdexcept>

#include "reviewd/paper/paper_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

/// A program for texts takes parts of the whole for small lengths, and makes them alike, where they are few.
constexpr int finest = 1000;

void need(bool kept, const char* what) {
  if (!kept) throw std::logic_error(std::string("a paper ") + what);
}

const char* style_of(paper::Paragraph::Look look) {
  switch (look) {
    case paper::Paragraph::Look::lead:
      return "Lead";
    case paper::Paragraph::Look::note:
      return "Note";
    case paper::Paragraph::Look::strong:
      return "Strong";
    case paper::Paragraph::Look::plain:
      break;
  }
  return "Text_20_body";
}

json::object cell_of(const std::string& words) { return {{"lines", paper_lines(words)}}; }

/// Makes each block what the template of the text shows, and numbers what has to have a number.
class Blocks {
 public:
  json::object operator()(const paper::Heading& heading) {
    need(heading.level >= 2 && heading.level <= level_ + 1, "leaves out a level of headings");
    need(!heading.words.empty(), "has a heading without words");
    level_ = heading.level;
    return {{"heading", json::object{{"level", heading.level}, {"words", paper_words(heading.words)}}}};
  }
  json::object operator()(const paper::Paragraph& paragraph) {
    return {{"paragraph", json::object{{"style", style_of(paragraph.look)}, {"lines", paper_lines(paragraph.words)}}}};
  }
  json::object operator()(const paper::List& list) {
    json::array items;
    for (const auto& item : list.items) items.push_back(cell_of(item));
    const bool any = !items.empty();
    json::object shown{{"style", list.numbered ? "Numbers" : "Bullets"}, {"items", std::move(items)}};
    return {{"list", any ? json::value(std::move(shown)) : json::value(false)}};
  }
  json::object operator()(const paper::Facts& facts) {
    json::array shown;
    for (const auto& fact : facts.facts)
      shown.push_back(json::object{{"name", paper_words(fact.name) + (fact.name.ends_with('?') ? "" : ":")},
                                   {"lines", paper_lines(fact.value)}});
    return {{"facts", std::move(shown)}};
  }
  json::object operator()(const paper::Table& table) {
    need(!table.caption.empty(), "has a table without a caption");
    need(!table.columns.empty(), "has a table without columns");
    need(table.widths.empty() || table.widths.size() == table.columns.size(), "has a table without all its widths");
    json::array columns;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      need(!table.columns[i].empty(), "has a column without a title");
      columns.push_back(json::object{{"number", i + 1},
                                     {"tableNumber", tables_ + 1},
                                     {"width", finest * (table.widths.empty() ? 1 : table.widths[i])},
                                     {"title", paper_words(table.columns[i])}});
    }
    json::array rows;
    for (const auto& row : table.rows) {
      need(row.size() == table.columns.size(), "has a row of another length than its table");
      json::array cells;
      for (const auto& cell : row) cells.push_back(cell_of(cell));
      rows.push_back(json::object{{"cells", std::move(cells)}});
    }
    json::object shown{{"number", ++tables_},
                       {"caption", paper_words(table.caption)},
                       {"columns", std::move(columns)},
                       {"rows", std::move(rows)}};
    return {{"table", std::move(shown)}};
  }
  json::object operator()(const paper::Picture& picture) {
    need(!picture.title.empty() && !picture.says.empty(), "has a picture without words");
    json::object shown{{"number", ++pictures_},
                       {"place", picture_place(pictures_, picture)},
                       {"mediaType", picture.ending == "svg" ? "image/svg+xml" : "image/" + picture.ending},
                       {"title", paper_words(picture.title)},
                       {"says", paper_words(picture.says)},
                       {"width", fmt::format("{:.2f}cm", picture.width_cm)},
                       {"height", fmt::format("{:.2f}cm", picture.height_cm)}};
    return {{"picture", std::move(shown)}};
  }
  json::object operator()(const paper::NewPage& /*page*/) { return {{"newPage", true}}; }

 private:
  int level_ = 1;
  std::size_t tables_ = 0;
  std::size_t pictures_ = 0;
};

/// Of every block one key alone says what it is: the others are false, or a template would look for them outside.
json::object whole(json::object block) {
  for (const auto* key : {"heading", "paragraph", "list", "facts", "table", "picture", "newPage"})
    block.emplace(key, false);
  return block;
}

}  // namespace

std::string picture_place(std::size_t number, const paper::Picture& picture) {
  return fmt::format("Pictures/{}.{}", number, picture.ending);
}

View paper_view(const Paper& paper, review::Instant dated) {
  need(!paper.title.empty(), "has no title");
  json::array blocks;
  Blocks shown;
  for (const auto& block : paper.blocks) blocks.push_back(whole(std::visit(shown, block)));
  return {{"title", paper_words(paper.title)},
          {"above", paper_words(paper.above)},
          {"marking", paper_words(paper.marking)},
          {"foot", paper_words(paper.foot)},
          {"watermark", paper_words(paper.watermark)},
          {"practice", paper.practice},
          {"landscape", paper.landscape},
          {"numbered", paper.numbered},
          {"dated", review::rfc3339(dated)},
          {"blocks", std::move(blocks)}};
}

}  // namespace reviewd
