#include "libreview/law/read_themes.hpp"

#include <utility>

namespace review {
namespace {

Theme read_theme(LawTable& table) {
  Theme theme{.id = table.text("id"),
              .title = table.text("title"),
              .sentence = table.text("sentence"),
              .words = table.texts("words")};
  table.no_other_keys();
  return theme;
}

ThemeList read_list(LawTable& table) {
  ThemeList list{.id = table.text("id"),
                 .title = table.text("title"),
                 .from = table.date("from"),
                 .references = table.citations("cites"),
                 .cites = {},
                 .grade = table.text("grade"),
                 .note = table.text_or_empty("note"),
                 .themes = {}};
  for (LawTable& theme : table.tables("theme")) list.themes.push_back(read_theme(theme));
  table.no_other_keys();
  return list;
}

}  // namespace

std::vector<ThemeList> read_theme_lists(LawTable& root) {
  std::vector<ThemeList> lists;
  for (LawTable& table : root.tables("theme-list")) lists.push_back(read_list(table));
  return lists;
}

std::vector<ThemeList> read_themes(LawTable root) {
  auto lists = read_theme_lists(root);
  root.no_other_keys();
  return lists;
}

}  // namespace review
