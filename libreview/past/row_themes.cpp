#include "libreview/past/row_themes.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "libreview/past/plain_words.hpp"

namespace review {
namespace {

constexpr std::string_view themes_field = "themes";

/// `; the nearest are "Neglect" and "Babies"`, or nothing.
std::string nearest_words(const std::vector<std::string>& near) {
  if (near.empty()) return {};
  std::string all;
  for (std::size_t i = 0; i < near.size(); ++i)
    all += fmt::format("{}\"{}\"", i == 0 ? "" : i + 1 == near.size() ? " and " : ", ", near[i]);
  return fmt::format("; the nearest {} {}", near.size() == 1 ? "is" : "are", all);
}

/// The title of a theme has commas itself, so a part is looked for as a whole first.
std::vector<std::string> themes_written(PastRow& row) {
  std::vector<std::string> all;
  for (const auto& part : parts_of_cell(row.text(themes_field))) {
    if (!row.reading().known.theme(part).empty()) {
      all.push_back(part);
      continue;
    }
    const auto more = parts_of_cell(part, ",");
    all.insert(all.end(), more.begin(), more.end());
  }
  return row.no_more(themes_field, std::move(all));
}

}  // namespace

std::vector<std::string> themes_of_row(PastRow& row) {
  const auto& reading = row.reading();
  std::vector<std::string> themes;
  for (const auto& one : themes_written(row)) {
    const auto theme = reading.known.theme(one);
    if (!theme.empty()) {
      if (std::ranges::find(themes, theme) == themes.end()) themes.push_back(theme);
    } else if (reading.words.unknown.contains(plain_words(one))) {
      row.keep(themes_field, one);
    } else {
      row.error(themes_field, "not-a-choice",
                fmt::format("There is no theme \"{}\"{}. Write one of the themes, with semicolons between several, or "
                            "say in the mapping which one it is.",
                            beginning_of(one), nearest_words(reading.known.nearest_themes(one))));
    }
  }
  return themes;
}

}  // namespace review
